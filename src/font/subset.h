// A face and what a document shows of it → the smallest font program with that, for embedding.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "font/face.h"

namespace pubbuild {

// Code of each glyph in the text of a PDF: the charset CID for CID-keyed CFF, else the glyph id.
class GlyphCodes {
 public:
  explicit GlyphCodes(const Face& face);
  uint16_t code(uint32_t glyph) const;

 private:
  std::vector<uint16_t> cid_of_glyph_;  // empty: the glyph id is the code
};

struct FontProgram {
  enum class Kind : uint8_t { cff, truetype };
  Kind kind = Kind::cff;
  std::string bytes;  // for a PDF the bare CFF table or a TrueType file; else an OpenType file
};

// Throws Error where HarfBuzz refuses the face. `glyphs` is sorted.
FontProgram subset_for_pdf(const Face& face, const std::vector<uint32_t>& glyphs);

// A font file with these characters, as a browser uses one: names and licence stay, of the features those
// that set text upright and vertically, with its kerning and its kinds of figures. Throws Error where
// HarfBuzz refuses the face.
FontProgram subset_for_reading_systems(const Face& face, const std::set<char32_t>& characters);

}  // namespace pubbuild
