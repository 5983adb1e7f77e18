#include <doctest/doctest.h>

#include "layout/laid_out.h"

using namespace pubbuild;
using pubbuild::testing::article;
using pubbuild::testing::filler;
using pubbuild::testing::LaidOut;
using pubbuild::testing::PlacedText;

namespace {

constexpr Length left = millipoints(81638);

// A line of 12 pt text, no indent.
LaidOut line_of(const std::string& html, const std::string& css) {
  return LaidOut(article("<p>" + html + "</p>\n"), "p { text-indent: 0; text-align: start } " + css);
}

}  // namespace

TEST_CASE("letters are put into the case that the style asks for, by the rules of their language") {
  CHECK(line_of("straße <b>Der</b>", "p { text-transform: uppercase }").find("STRASSE").page == 0);
  CHECK(line_of("<i lang=\"tr\">ilgi</i>", "i { text-transform: uppercase; font-size: 12pt }")
            .find("İLGİ")
            .page == 0);
  CHECK(line_of("one t<b>w</b>o", "p { text-transform: capitalize }").find("One T").page == 0);
  CHECK(line_of("A1ｱ", "p { text-transform: full-width }").find("Ａ１ア").page == 0);
  CHECK(line_of("ちょっと", "p { text-transform: full-size-kana }").find("ちよつと").page == 0);
}

TEST_CASE("small capitals that a face lacks are made of capitals, and copied as they were written") {
  const LaidOut pages = line_of("<span>Ab</span>", "span { font-variant: small-caps }");
  CHECK(pages.find("A").size == points(12));
  CHECK(pages.find("b").size == millipoints(9600));
}

TEST_CASE("a face of another size is drawn at that size") {
  const LaidOut pages =
      line_of("<span>Ab</span>",
              "@font-face { font-family: small; src: local('Noto Serif CJK SC'); size-adjust: 50% }"
              "span { font-family: small }");
  CHECK(pages.find("Ab").size == points(6));
}

TEST_CASE("a soft hyphen shows where a line ends at it, and only there") {
  std::string word = "<span lang=\"en\">";
  for (int n = 0; n < 30; ++n) word += "abcdefg\u00AD";
  const LaidOut pages = line_of(word + "h</span>", "");
  size_t hyphens = 0;
  for (const TextItem& text : pages.items_of<TextItem>(0)) hyphens += text.actual_text == "\u00AD";
  CHECK(hyphens >= 1);
  CHECK(hyphens <= 4);
  const LaidOut none = line_of(word + "h</span>", "span { hyphens: none }");
  for (const TextItem& text : none.items_of<TextItem>(0)) CHECK(text.actual_text != "\u00AD");
}

TEST_CASE("a tab reaches to the next tab stop, whatever stands before it") {
  const std::string css = "pre { tab-size: 50pt; padding: 0; margin: 0 } pre code { font-size: 10pt }";
  const LaidOut pages(article("```\na\tb\n甲乙\tc\n```\n"), css);
  const auto x_of = [&](const std::string& words) {
    for (const TextItem& text : pages.items_of<TextItem>(0)) {
      if (text.run.text.find(words) == std::string::npos) continue;
      Length x = text.origin.x;
      for (const Glyph& glyph : text.run.glyphs) {
        if (text.run.text.substr(glyph.cluster, 1) == words) return x;
        x += millipoints(glyph.advance);
      }
    }
    return Length{};
  };
  CHECK(x_of("b") == left + points(50));
  CHECK(x_of("c") == left + points(50));
}

TEST_CASE("each-line indents the line after a forced break, hanging all the others") {
  const LaidOut each = line_of("甲<br/>乙", "p { text-indent: 24pt each-line }");
  CHECK(each.find("乙").x == left + points(24));
  const LaidOut hanging = line_of("甲<br/>乙", "p { text-indent: 24pt hanging }");
  CHECK(hanging.find("甲").x == left);
  CHECK(hanging.find("乙").x == left + points(24));
}

TEST_CASE("an inline block is as wide as its content and stands on the baseline of its last line") {
  const LaidOut pages =
      line_of("甲<span>乙<br/>丙丙</span>丁", "span { display: inline-block; padding: 0 3pt }");
  CHECK(pages.find("丁").x == left + points(12 + 24 + 6));
  CHECK(pages.find("丙丙").y == pages.find("丁").y);
  CHECK(pages.find("乙").y == pages.find("丁").y - points(20));
}

TEST_CASE("an inline block of a given width stands in the line, its text in the middle of it") {
  const LaidOut pages =
      line_of("甲<span>乙</span>丙",
              "span { display: inline-block; width: 50pt; text-align: center; border-bottom: 1pt solid }");
  CHECK(pages.find("丙").x == left + points(62));
  CHECK(pages.find("乙").x == left + points(12 + 19));
  CHECK(pages.items_of<StrokeItem>(0).size() == 1);
}

TEST_CASE("a larger element makes its line higher, a raised figure does not") {
  const LaidOut pages =
      line_of("甲<br/>乙<span>大</span><br/>丙", "span { font-size: 24pt; line-height: 40pt }");
  CHECK(pages.find("丙").y - pages.find("甲").y > points(50));
  const LaidOut raised = line_of("甲<br/>乙<sup>2</sup><br/>丙", "");
  CHECK(raised.find("丙").y - raised.find("甲").y == points(40));
}

TEST_CASE("vertical-align stands elements at the middle, the top and the bottom of their line") {
  const std::string css = "span { display: inline-block; width: 10pt; height: 40pt; background: #eee; ";
  const auto ground = [&](const std::string& align) {
    const LaidOut pages = line_of("甲<span></span>", css + "vertical-align: " + align + " }");
    return pages.items_of<FillItem>(0).at(0).area.y - pages.find("甲").y;
  };
  CHECK(ground("baseline") == points(-40));
  CHECK(ground("5pt") == points(-45));
  CHECK(ground("middle") < points(-20));
  CHECK(ground("middle") > points(-25));
  CHECK(ground("top") > points(-20));
}

namespace {

std::vector<TextItem> marks_of(const LaidOut& pages) {
  std::vector<TextItem> found;
  for (const TextItem& text : pages.items_of<TextItem>(0)) {
    if (text.actual_text == "" && text.structure == StructureId::artifact) found.push_back(text);
  }
  return found;
}

}  // namespace

TEST_CASE("emphasis marks stand in the middle of their characters, none at punctuation, and are not copied") {
  const LaidOut pages = line_of(
      "<b>甲，乙丙</b>", "b { text-emphasis: dot; text-emphasis-position: under right; font-weight: 400 }");
  const std::vector<TextItem> marks = marks_of(pages);
  REQUIRE(marks.size() == 2);
  CHECK(marks[0].run.glyphs.size() == 1);
  CHECK(marks[1].run.glyphs.size() == 2);
  CHECK(marks[1].run.glyphs[0].advance == 12000);
  CHECK(marks[0].origin.y > pages.find("甲").y);
  CHECK(marks[1].origin.x - marks[0].origin.x == points(24));
  CHECK(marks[0].structure == StructureId::artifact);
}

TEST_CASE("emphasis marks are half as large as their text, small dots as large as can be seen") {
  const auto size_of_mark = [](const std::string& mark) {
    return marks_of(line_of("<b>甲</b>", "b { font-weight: 400; text-emphasis: " + mark + " }"))
        .at(0)
        .run.size;
  };
  CHECK(size_of_mark("circle") == points(6));
  CHECK(size_of_mark("dot") > points(6));
  CHECK(size_of_mark("dot") <= points(12));
  CHECK(size_of_mark("'甲'") == points(6));
}

TEST_CASE("emphasis marks leave the height of lines as it is") {
  const LaidOut pages =
      line_of("甲<br/><b>乙</b><br/>丙", "b { text-emphasis: sesame; text-emphasis-position: over }");
  CHECK(pages.find("丙").y - pages.find("甲").y == points(40));
  const std::vector<TextItem> marks = marks_of(pages);
  REQUIRE(marks.size() == 1);
  CHECK(marks[0].origin.y < pages.find("乙").y - points(9));
}

TEST_CASE("an underline is as thick and as far off as the style says") {
  const auto underline = [](const std::string& css) {
    const LaidOut pages = line_of("<u>甲</u>", "u { text-decoration: underline; " + css + " }");
    StrokeItem line = pages.items_of<StrokeItem>(0).at(0);
    line.from.y -= pages.find("甲").y;
    return line;
  };
  CHECK(underline("").from.y == millipoints(2040));
  CHECK(underline("text-decoration-thickness: 2pt; text-underline-offset: 3pt").width == points(2));
  CHECK(underline("text-decoration-thickness: 2pt; text-underline-offset: 3pt").from.y == points(4));
  CHECK(underline("text-decoration-thickness: 2pt; text-underline-position: under").from.y ==
        millipoints(2440));
}

TEST_CASE("a double underline is two lines, the gap as wide as they") {
  const LaidOut pages = line_of("<u>甲</u>", "u { text-decoration: underline double 1pt }");
  const std::vector<StrokeItem> lines = pages.items_of<StrokeItem>(0);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].from.y - lines[0].from.y == points(2));
}

TEST_CASE("names side by side have a line each") {
  const LaidOut pages = line_of("<u>甲</u><u>乙</u>", "u { text-decoration: underline }");
  const std::vector<StrokeItem> lines = pages.items_of<StrokeItem>(0);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].from.x - lines[0].to.x == points(2));
}

TEST_CASE("no line is drawn through what stands in the text as a block") {
  const LaidOut pages = line_of("<u>甲<span>乙</span>丙</u>",
                                "u { text-decoration: underline } span { display: inline-block }");
  const std::vector<StrokeItem> lines = pages.items_of<StrokeItem>(0);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].to.x == left + points(12));
  CHECK(lines[1].from.x == left + points(24));
}
