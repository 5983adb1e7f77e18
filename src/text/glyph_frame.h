// A glyph that is narrower than its character's frame → its place in it.
#pragma once

#include <cstdint>

#include "base/language.h"

namespace pubbuild {

// The glyph begins `offset` after the frame. In the unit of the glyph's advance.
struct GlyphFrame {
  int32_t width = 0;
  int32_t offset = 0;
};

// CLREQ tables A.1 to A.3: dashes and ellipses take an em, half-width connectors half of it; the interpunct
// half an em, in Taiwan and Hong Kong a whole one; Chinese quotation marks stand in the half of an em that is
// nearer to what they quote, also where the font has narrow ones. What else there is keeps its advance.
GlyphFrame glyph_frame(char32_t character, int32_t advance, int32_t em, Script script);

}  // namespace pubbuild
