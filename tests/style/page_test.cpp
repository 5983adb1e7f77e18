// @page and @font-face.
#include <doctest/doctest.h>

#include "style/page_style.h"
#include "style/sheets.h"

using namespace pubbuild;
using namespace pubbuild::testing;

namespace {

PageStyle page_of(const std::string& css, const PageSituation& situation = {}) {
  const Sheet sheet(css);
  CHECK(sheet.said() == "");
  const Tree tree;
  const Styles styles = cascade(tree, sheet.sheet, Medium::print);
  return page_style(sheet.sheet, page_rules(sheet.sheet, situation), styles.of(tree.root()));
}

const ComputedStyle& box(const PageStyle& page, MarginArea area) {
  const ComputedStyle* style = page.margin_box(area);
  REQUIRE(style != nullptr);
  return *style;
}

}  // namespace

TEST_CASE("page sizes by name, by lengths, turned") {
  CHECK(page_of("").size == Size{millipoints(595276), millipoints(841890)});
  CHECK(page_of("@page { size: A5 landscape }").size == Size{millipoints(595276), millipoints(419528)});
  CHECK(page_of("@page { size: 16开 }").size == Size{millipoints(524409), millipoints(737008)});
  CHECK(page_of("@page { size: letter }").size == Size{points(612), points(792)});
  CHECK(page_of("@page { size: 100pt 200pt }").size == Size{points(100), points(200)});
  CHECK(page_of("@page { size: 100pt }").size == Size{points(100), points(100)});
}

TEST_CASE("pages are chosen by name, place and side") {
  const std::string css =
      "@page { margin: 1pt } @page :left { margin-left: 2pt } @page :first { margin-top: 3pt }"
      "@page wide { margin-left: 4pt } @page :blank { margin-top: 5pt } @page wide:right { margin-left: 6pt "
      "}";
  CHECK(page_of(css).margin_left == points(1));
  CHECK(page_of(css, {false, false, false, ""}).margin_left == points(2));
  CHECK(page_of(css, {true, true, false, ""}).margin_top == points(3));
  CHECK(page_of(css, {false, false, false, "wide"}).margin_left == points(4));
  CHECK(page_of(css, {false, true, true, "wide"}).margin_top == points(5));
  CHECK(page_of(css, {false, true, false, "wide"}).margin_left == points(6));
}

TEST_CASE(":first of a named type is the first page of each run, :first alone that of the document") {
  const std::string css = "@page :first { margin-top: 1pt } @page text:first { margin-top: 2pt }";
  CHECK(page_of(css, {true, true, false, "text", 1, 1}).margin_top == points(2));
  CHECK(page_of(css, {false, true, false, "text", 7, 1}).margin_top == points(2));
  CHECK(page_of(css, {false, true, false, "text", 8, 2}).margin_top == Length{});
  CHECK(page_of(css, {true, true, false, "", 1, 1}).margin_top == points(1));
}

TEST_CASE("a rule of several page selectors counts as strong as the one that holds") {
  const std::string css =
      "@page text, :left { margin-top: 1pt } @page :first { margin-top: 2pt } @page { margin-top: 3pt }";
  CHECK(page_of(css, {true, true, false, "text"}).margin_top == points(1));
  CHECK(page_of(css, {true, false, false, ""}).margin_top == points(2));
  CHECK(page_of(css, {false, false, false, ""}).margin_top == points(1));
}

TEST_CASE("pages are chosen by their number in the document or among those of a name") {
  const std::string css =
      "@page { margin-top: 1pt } @page :nth(3n+1) { margin-top: 2pt } @page :nth(2 of text) { margin-top: "
      "3pt "
      "} @page plate:nth(even):left { margin-top: 4pt }";
  CHECK(page_of(css, {false, true, false, "", 2, 2}).margin_top == points(1));
  CHECK(page_of(css, {false, true, false, "", 4, 4}).margin_top == points(2));
  CHECK(page_of(css, {false, true, false, "text", 5, 2}).margin_top == points(3));
  CHECK(page_of(css, {false, true, false, "other", 5, 2}).margin_top == points(1));
  CHECK(page_of(css, {false, false, false, "plate", 4, 1}).margin_top == points(4));
  CHECK(page_of(css, {false, true, false, "plate", 4, 1}).margin_top == points(2));
  CHECK(page_of(css, {false, true, false, "text", 0, 0}).margin_top == points(1));
}

TEST_CASE("numbers of pages that are none are said") {
  for (const char* css : {"@page :nth() { size: A4 }", "@page :nth(2 of) { size: A4 }",
                          "@page :nth(x) { size: A4 }", "@page :nth(1 of 2) { size: A4 }"}) {
    CAPTURE(css);
    CHECK(Sheet(css).said() != "");
  }
}

TEST_CASE("margin boxes have content, alignment by place, and the root's text") {
  const PageStyle page = page_of(
      "html { color: red; font-size: 10pt } @page { @top-right { content: string(title, first) \"　\" "
      "counter(page);"
      " font: 9pt sans-serif } @bottom-center { content: none } @left-top { content: \"x\"; text-align: end "
      "} }");
  const ComputedStyle& head = box(page, MarginArea::top_right);
  CHECK(head.has_content);
  CHECK(head.content.size() == 3);
  CHECK(head.content[0].kind == ContentPiece::Kind::named_string);
  CHECK(head.text_align == TextAlign::right);
  CHECK(head.vertical_align == VerticalAlign::middle);
  CHECK(head.font_size == points(9));
  CHECK(head.color == Color{255, 0, 0, 255});
  CHECK(page.margin_box(MarginArea::bottom_center) == nullptr);
  CHECK(box(page, MarginArea::left_top).text_align == TextAlign::end);
}

TEST_CASE("the rule over the footnotes") {
  const PageStyle page =
      page_of("@page { @footnote { border-top: .5pt solid; border-length: 25%; padding-top: 5pt } }");
  CHECK(page.footnote_rule == Border{millipoints(500), BorderStyle::solid, {}});
  CHECK(page.footnote_rule_length == LengthOrPercent{{}, 2500, false});
  CHECK(page.footnote_gap == points(5));
}

TEST_CASE("@font-face is kept as data") {
  const Sheet sheet(
      "@font-face { font-family: \"k\"; src: local(\"A B\"), url(x.otf) format(\"opentype\"); font-weight: "
      "700;"
      " font-style: italic; unicode-range: U+B7, U+2018-2019, u+4??; size-adjust: 96% }");
  CHECK(sheet.said() == "");
  const FontFaceRule& face = sheet.sheet.font_faces.at(0);
  CHECK(face.family == "k");
  CHECK(face.sources.at(0).name == "A B");
  CHECK(face.sources.at(1).kind == FontSource::Kind::file);
  CHECK(face.sources.at(1).name == "x.otf");
  CHECK(face.weight_from == 700);
  CHECK(face.style == FontStyle::italic);
  CHECK(face.ranges == std::vector<UnicodeRange>{{0xB7, 0xB7}, {0x2018, 0x2019}, {0x400, 0x4FF}});
  CHECK(face.size_adjust == 960);
}
