// A face and the runs set in it → the font objects of a PDF: Type0, CIDFont, descriptor, font file,
// ToUnicode.
#pragma once

#include <map>
#include <string>

#include "font/fonts.h"
#include "font/subset.h"
#include "page/pages.h"
#include "pdf/font_usage.h"
#include "pdf/object_store.h"

namespace pubbuild::pdf {

// Where a viewer goes on after a glyph: Identity-H or Identity-V (ISO 32000-1 §9.7.4.3).
enum class LineAxis : uint8_t { horizontal, vertical };

class EmbeddedFont {
 public:
  explicit EmbeddedFont(const Face& face) : face_(face), codes_(face), usage_(face.glyph_count()) {}

  const Face& face() const { return face_; }
  FontUsage& usage() { return usage_; }
  const FontUsage& usage() const { return usage_; }
  uint16_t code(uint32_t glyph) const { return codes_.code(glyph); }
  // What a viewer advances after the glyph, in thousandths of an em: as /W says.
  int32_t width(uint32_t glyph) const;
  // The same of a glyph that stands upright in a vertical line: as /W2 says.
  int32_t height(uint32_t glyph) const;
  int32_t advance(uint32_t glyph, LineAxis axis) const {
    return axis == LineAxis::horizontal ? width(glyph) : height(glyph);
  }
  // Some of its runs are set along this axis.
  void note(LineAxis axis) { (axis == LineAxis::horizontal ? is_horizontal_ : is_vertical_) = true; }
  // The Type0 fonts for the axes in use, as entries of /Font in the resources: "/F0 12 0 R /F0V 13 0 R ".
  std::string write(ObjectStore& store, FontId font) const;

 private:
  int64_t thousandths(int64_t units) const;
  std::string descriptor(const std::string& name, const FontProgram& program, ObjectId file) const;
  std::string widths(const std::map<uint16_t, uint32_t>& glyph_of_code) const;
  std::string frames(const std::map<uint16_t, uint32_t>& glyph_of_code) const;
  std::string to_unicode(const std::map<uint16_t, uint32_t>& glyph_of_code) const;

  const Face& face_;
  GlyphCodes codes_;
  FontUsage usage_;
  bool is_horizontal_ = false;
  bool is_vertical_ = false;
};

// The fonts of a document, by FontId.
class FontBook {
 public:
  // Takes notice of every run of the document.
  FontBook(const PagedDocument& document, const FaceSet& faces);

  // None for a run that names no face.
  const EmbeddedFont* find(FontId font) const;
  // The entries of /Font in the resources: "/F0 12 0 R …".
  std::string write(ObjectStore& store) const;

 private:
  std::map<FontId, EmbeddedFont> fonts_;
};

// "F0", and "F0V" where its glyphs stand one below the other.
std::string font_name(FontId font, LineAxis axis);

}  // namespace pubbuild::pdf
