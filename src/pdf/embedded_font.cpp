// A face and the runs set in it → the font objects of a PDF (ISO 32000-1 §9.7).
#include "pdf/embedded_font.h"

#include "pdf/deflate.h"
#include "pdf/syntax.h"

namespace pubbuild::pdf {

namespace {

constexpr int32_t default_width = 1000;  // /DW: an ideograph
// Where the pen stands in the frame of an upright glyph: at the lower left corner, an em below its top and
// half an em left of its middle, where poppler takes it to be when it looks for the glyph's place in the
// text.
constexpr int64_t pen_below_top = 1000;
constexpr int64_t pen_left_of_middle = 500;
constexpr size_t entries_a_block = 100;  // §9.10.3 by way of Adobe TN 5411: of beginbfchar
constexpr int symbolic = 4;              // descriptor flag: not the standard Latin character set

// §9.6.4: six letters that tell subsets of one font apart; here they are a hash of the subset.
std::string subset_tag(std::string_view program) {
  uint64_t hash = 0xCBF29CE484222325;
  for (const char byte : program) hash = (hash ^ static_cast<uint8_t>(byte)) * 0x100000001B3;
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
  return tag;
}

ObjectId add_program(ObjectStore& store, const FontProgram& program) {
  std::string body = "/Filter /FlateDecode ";
  body += program.kind == FontProgram::Kind::cff ? "/Subtype /CIDFontType0C"
                                                 : "/Length1 " + integer(int64_t(program.bytes.size()));
  return store.add_stream(std::move(body), deflate(program.bytes, Effort::small));
}

}  // namespace

std::string font_name(FontId font, LineAxis axis) {
  return "F" + integer(static_cast<uint16_t>(font)) + (axis == LineAxis::vertical ? "V" : "");
}

int64_t EmbeddedFont::thousandths(int64_t units) const {
  return scaled({units}, 1000, face_.metrics().units_per_em).milli;
}

int32_t EmbeddedFont::width(uint32_t glyph) const {
  return static_cast<int32_t>(thousandths(face_.advance(glyph)));
}

int32_t EmbeddedFont::height(uint32_t glyph) const {
  return static_cast<int32_t>(thousandths(face_.vertical_advance(glyph)));
}

std::string EmbeddedFont::descriptor(const std::string& name, const FontProgram& program,
                                     ObjectId file) const {
  const FaceMetrics& metrics = face_.metrics();
  std::string body = "/Type /FontDescriptor /FontName /" + name + " /Flags " + integer(symbolic);
  body += " /FontBBox [";
  for (const int32_t edge : {metrics.x_min, metrics.y_min, metrics.x_max, metrics.y_max}) {
    body += integer(thousandths(edge)) + " ";
  }
  body += "] /ItalicAngle " + integer(metrics.italic_angle);
  body += " /Ascent " + integer(thousandths(metrics.ascent));
  body += " /Descent " + integer(-thousandths(metrics.descent));
  body += " /CapHeight " + integer(thousandths(metrics.cap_height)) + " /StemV 80 ";
  body += program.kind == FontProgram::Kind::cff ? "/FontFile3 " : "/FontFile2 ";
  return body + reference(file);
}

// §9.7.4.3: runs of codes whose width is not the default.
std::string EmbeddedFont::widths(const std::map<uint16_t, uint32_t>& glyph_of_code) const {
  std::string out = "[";
  int32_t last = -2;
  for (const auto& [code, glyph] : glyph_of_code) {
    const int32_t advance = width(glyph);
    if (advance == default_width) continue;
    if (code == last + 1) {
      out += ' ';
    } else {
      out += last < 0 ? "" : "]\n";
      append_integer(out, code);
      out += '[';
    }
    append_integer(out, advance);
    last = code;
  }
  return out += last < 0 ? "]" : "]]";
}

// §9.7.4.3: frames of codes that follow each other. Not by ranges of equal ones: poppler finds a code only
// where it is the last of its range.
std::string EmbeddedFont::frames(const std::map<uint16_t, uint32_t>& glyph_of_code) const {
  std::string out = "[";
  int32_t last = -2;
  for (const auto& [code, glyph] : glyph_of_code) {
    if (code != last + 1) {
      out += last < 0 ? "" : "]\n";
      append_integer(out, code);
      out += '[';
    } else {
      out += ' ';
    }
    const int64_t top = thousandths(face_.frame_top(glyph));
    append_integer(out, -height(glyph));
    out += ' ';
    append_integer(out, width(glyph) / 2 - pen_left_of_middle);
    out += ' ';
    append_integer(out, top - pen_below_top);
    last = code;
  }
  return out += last < 0 ? "]" : "]]";
}

// §9.10.3.
std::string EmbeddedFont::to_unicode(const std::map<uint16_t, uint32_t>& glyph_of_code) const {
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  size_t left = glyph_of_code.size();
  size_t left_in_block = 0;
  for (const auto& [code, glyph] : glyph_of_code) {
    if (left_in_block == 0) {
      left_in_block = std::min(left, entries_a_block);
      out += integer(static_cast<int64_t>(left_in_block)) + " beginbfchar\n";
    }
    out += '<';
    append_code(out, code);
    out += "> <";
    append_utf16(out, usage_.text_of(glyph));
    out += ">\n";
    --left;
    if (--left_in_block == 0) out += "endbfchar\n";
  }
  return out += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

std::string EmbeddedFont::write(ObjectStore& store, FontId font) const {
  const std::vector<uint32_t> glyphs = usage_.glyphs();
  std::map<uint16_t, uint32_t> glyph_of_code;
  for (const uint32_t glyph : glyphs) glyph_of_code.emplace(code(glyph), glyph);

  const FontProgram program = subset_for_pdf(face_, glyphs);
  const std::string name = subset_tag(program.bytes) + "+" + face_.postscript_name();
  const bool is_cff = program.kind == FontProgram::Kind::cff;
  const ObjectId described = store.add(descriptor(name, program, add_program(store, program)));
  const ObjectId unicode =
      store.add_stream("/Filter /FlateDecode", deflate(to_unicode(glyph_of_code), Effort::small));
  const std::string frames_of_codes = is_vertical_ ? " /W2 " + frames(glyph_of_code) : "";
  const ObjectId descendant = store.add(
      "/Type /Font /Subtype " + std::string(is_cff ? "/CIDFontType0" : "/CIDFontType2") + " /BaseFont /" +
      name + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor " +
      reference(described) + " /DW " + integer(default_width) + " /W " + widths(glyph_of_code) +
      frames_of_codes + (is_cff ? "" : " /CIDToGIDMap /Identity"));
  std::string entries;
  for (const LineAxis axis : {LineAxis::horizontal, LineAxis::vertical}) {
    if (!(axis == LineAxis::horizontal ? is_horizontal_ : is_vertical_)) continue;
    const std::string map = axis == LineAxis::horizontal ? "Identity-H" : "Identity-V";
    // §9.7.6.2 wants the CMap's name appended for a CIDFontType0.
    const ObjectId whole = store.add(
        "/Type /Font /Subtype /Type0 /BaseFont /" + name + (is_cff ? "-" + map : "") + " /Encoding /" + map +
        " /DescendantFonts [" + reference(descendant) + "] /ToUnicode " + reference(unicode));
    entries += "/" + font_name(font, axis) + " " + reference(whole) + " ";
  }
  return entries;
}

namespace {

// What is combined is drawn along a horizontal line of its own, and copied from the vertical one.
void note_axes(EmbeddedFont& font, Posture posture) {
  const bool is_upright = posture == Posture::upright;
  if (!is_upright) font.note(LineAxis::horizontal);
  if (is_upright || posture == Posture::combined) font.note(LineAxis::vertical);
}

}  // namespace

FontBook::FontBook(const PagedDocument& document, const FaceSet& faces) {
  for (const Page& page : document.pages) {
    for (const Item& item : page.items) {
      const TextItem* text = std::get_if<TextItem>(&item);
      if (text == nullptr || text->run.glyphs.empty()) continue;
      const FontId id = text->run.font;
      if (static_cast<size_t>(id) >= faces.size()) continue;
      EmbeddedFont& font = fonts_.try_emplace(id, faces.face(id)).first->second;
      font.usage().note(text->run);
      note_axes(font, text->posture);
    }
  }
  for (auto& [id, font] : fonts_) font.usage().settle();
}

const EmbeddedFont* FontBook::find(FontId font) const {
  const auto found = fonts_.find(font);
  return found != fonts_.end() ? &found->second : nullptr;
}

std::string FontBook::write(ObjectStore& store) const {
  std::string entries;
  for (const auto& [id, font] : fonts_) {
    entries += font.write(store, id);
  }
  return entries;
}

}  // namespace pubbuild::pdf
