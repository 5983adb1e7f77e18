// A character of a vertical line → upright or on its side, and as which glyph (UAX #50; CSS Writing Modes 4
// §5).
#pragma once

#include <hb.h>

#include <cstdint>
#include <vector>

#include "base/posture.h"
#include "font/face.h"
#include "style/computed.h"

namespace pubbuild {

inline bool is_vertical(const ComputedStyle& style) {
  return style.writing_mode != WritingMode::horizontal_tb;
}

// In a vertical line the baseline runs through the middle of Han characters (CSS Writing Modes 4 §4.2): so
// far below it lies the one that letters on their side stand on. 0 in a horizontal line.
Length letters_below_baseline(const ComputedStyle& style);

// Of a character that is shaped together with its neighbours.
Posture posture_of(char32_t character, const ComputedStyle& style);

// The glyph of a character that stands in a frame of its own, in font units: `advance` and the white at both
// ends of its ink along the line, which is downwards; `along` and `across` (to the right) move it in its
// frame.
struct ColumnGlyph {
  Posture posture = Posture::sideways;
  uint32_t glyph = 0;
  int32_t advance = 0;
  int32_t white_before = 0;
  int32_t white_after = 0;
  int32_t along = 0;
  int32_t across = 0;
};

// `level` is its glyph in horizontal lines, `own` the one that the face has for vertical ones, the same where
// it has none.
ColumnGlyph column_glyph(const Face& face, char32_t character, const ComputedStyle& style, uint32_t level,
                         uint32_t own);

}  // namespace pubbuild
