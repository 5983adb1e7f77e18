// A face and the glyphs a document shows → the smallest font program with them, for embedding.
#pragma once

#include <cstdint>
#include <map>
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
  std::string bytes;  // the bare CFF table, or a TrueType file
};

// Throws Error where HarfBuzz refuses the face. `glyphs` is sorted.
FontProgram subset_for_pdf(const Face& face, const std::vector<uint32_t>& glyphs);

}  // namespace pubbuild
