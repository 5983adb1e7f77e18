// Scripts side by side: glyphs of the language, variants, emoji, marks of other faces.
#include <doctest/doctest.h>

#include <set>

#include "text/typeset.h"

using namespace pubbuild;
using pubbuild::testing::Paragraph;

namespace {

uint32_t glyph_of(char32_t character, const std::string& lang) {
  ComputedStyle style;
  style.font_families = {"Noto Serif CJK SC"};
  style.lang = lang;
  Shaper shaper(pubbuild::testing::fonts());
  return shaper.framed(style, character).glyph;
}

// All glyphs of a text, cluster after cluster.
std::vector<uint32_t> glyphs_of(const std::string& text, const std::string& lang = "zh-Hans") {
  const Paragraph paragraph(text, lang);
  std::vector<uint32_t> glyphs;
  for (const ShapedGlyph& glyph : paragraph.prepared().glyphs) glyphs.push_back(glyph.id);
  return glyphs;
}

std::string face_of(const Paragraph& paragraph, size_t cluster) {
  return pubbuild::testing::fonts().face(paragraph.prepared().clusters[cluster].font).postscript_name();
}

}  // namespace

TEST_CASE("one face draws a unified ideograph as its language has it") {
  CHECK(glyph_of(U'骨', "zh-Hans") != glyph_of(U'骨', "ja"));
  CHECK(glyph_of(U'骨', "zh-Hant") != glyph_of(U'骨', "zh-Hans"));
  CHECK(glyph_of(U'直', "zh-Hans") != glyph_of(U'直', "ja"));
  CHECK(glyph_of(U'角', "zh-Hans") != glyph_of(U'角', "ja"));
  std::set<uint32_t> forms;
  for (const std::string lang : {"zh-Hans", "zh-Hant", "zh-HK", "ja", "ko"})
    forms.insert(glyph_of(U'次', lang));
  CHECK(forms.size() >= 2);
}

TEST_CASE("a variation selector chooses the form of an ideograph, which stays one") {
  const std::string first = "葛\U000E0100城";
  const std::string second = "葛\U000E0101城";
  CHECK(glyphs_of(first, "ja").size() == 2);
  CHECK(glyphs_of(first, "ja")[0] != glyphs_of(second, "ja")[0]);
  const Paragraph paragraph(first, "ja");
  REQUIRE(paragraph.prepared().clusters.size() == 2);
  CHECK(paragraph.prepared().clusters[0].character_class == CharacterClass::ideograph);
  CHECK(paragraph.advances()[0] == 1000);
}

TEST_CASE("kana with a combining mark is set against Latin as kana is") {
  const Paragraph paragraph("か\u309AA", "ja");
  REQUIRE(paragraph.prepared().clusters.size() == 2);
  CHECK(paragraph.advances()[0] == 1250);
}

TEST_CASE("a mark that a face lacks takes its base along to another face") {
  const Paragraph paragraph("文x\u0323\u0308字");
  CHECK(paragraph.prepared().missing.empty());
  REQUIRE(paragraph.prepared().clusters.size() == 3);
  CHECK(face_of(paragraph, 0) == "NotoSerifCJKsc-Regular");
  CHECK(face_of(paragraph, 1) != "NotoSerifCJKsc-Regular");
  CHECK(face_of(Paragraph("e\u0301"), 0) == face_of(Paragraph("é"), 0));
}

TEST_CASE("emoji have glyphs, sequences of them too") {
  const Paragraph paragraph("笑😀👍🏽👨‍👩‍👧🇨🇳1️⃣❤️");
  CHECK(paragraph.prepared().missing.empty());
}

TEST_CASE("scripts of Asia find faces by themselves") {
  CHECK(Paragraph("ภาษาไทย ພາສາລາວ ភាសាខ្មែរ မြန်မာစာ שלום سلام").prepared().missing.empty());
}
