// Rules → computed styles: order, inheritance, units, values.
#include <doctest/doctest.h>

#include "style/sheets.h"

using namespace pubbuild;
using namespace pubbuild::testing;

namespace {

// html > body > p > em, in this sheet.
struct Page {
  explicit Page(const std::string& theme, const std::string& base = "", const std::string& user = "")
      : sheet(theme, base, user) {}
  const ComputedStyle& of(NodeId node) {
    styles = cascade(tree, sheet.sheet, medium, &sheet.diagnostics);
    return styles.of(node);
  }
  Tree tree;
  NodeId body = tree.append_element(tree.root(), Tag::body, {});
  NodeId p = tree.append_element(body, Tag::p, {});
  NodeId em = tree.append_element(p, Tag::em, {});
  Sheet sheet;
  Styles styles;
  Medium medium = Medium::print;
};

int64_t indent(const std::string& value) {
  Page page(
      "html { font-size: 10pt; line-height: 15pt } p { font-size: 20pt; line-height: 1.5; text-indent: " +
      value + " }");
  const int64_t milli = page.of(page.p).text_indent.amount.length.milli;
  CHECK_MESSAGE(page.sheet.said() == "", value);
  return milli;
}

std::string color(const std::string& value) {
  Page page("p { color: " + value + " }");
  const Color c = page.of(page.p).color;
  return std::to_string(c.red) + " " + std::to_string(c.green) + " " + std::to_string(c.blue) + " " +
         std::to_string(c.alpha);
}

}  // namespace

TEST_CASE("every unit becomes thousandths of a point") {
  CHECK(indent("1pt") == 1000);
  CHECK(indent("4px") == 3000);
  CHECK(indent("1pc") == 12000);
  CHECK(indent("1in") == 72000);
  CHECK(indent("2.54cm") == 72000);
  CHECK(indent("210mm") == 595276);
  CHECK(indent("1Q") == 709);
  CHECK(indent("2em") == 40000);
  CHECK(indent("1ic") == 20000);
  CHECK(indent("1ex") == 10000);
  CHECK(indent("1ch") == 10000);
  CHECK(indent("1rem") == 10000);
  CHECK(indent("1lh") == 30000);
  CHECK(indent("1rlh") == 15000);
  CHECK(indent("0") == 0);
  CHECK(indent("99999999pt") == 1'000'000'000);
  CHECK(indent("-1e30pt") == -1'000'000'000);
}

TEST_CASE("round takes whole multiples of a length") {
  CHECK(indent("round(434.55pt, 12pt)") == 432000);
  CHECK(indent("round(down, 0.73 * 210mm, 1em)") == 420000);
  CHECK(indent("round(up, 21pt, 20pt)") == 40000);
  CHECK(indent("calc(round(to-zero, -25pt, 10pt) / 2)") == -10000);
  CHECK(indent("round(nearest, -25pt, 10pt)") == -20000);
  Page page("p { text-indent: 1pt; text-indent: round(50%, 1pt); text-indent: round(3pt, 0pt) }");
  CHECK(page.of(page.p).text_indent.amount.length == points(1));
}

TEST_CASE("calc adds lengths and percentages") {
  CHECK(indent("calc(1em + 2pt * 3)") == 26000);
  CHECK(indent("calc((210mm - 36 * 12pt) / 2)") == 81638);
  Page page("p { width: calc(50% - 1em); font-size: 10pt }");
  CHECK(page.of(page.p).inline_size == LengthOrPercent{points(-10), 5000, false});
}

TEST_CASE("font sizes go by the parent, by keyword and by hao") {
  Page page("html { font-size: 小四 } p { font-size: 1.5em } em { font-size: 50% }");
  CHECK(page.of(page.tree.root()).font_size == points(12));
  CHECK(page.of(page.p).font_size == points(18));
  CHECK(page.of(page.em).font_size == points(9));
}

TEST_CASE("line-height as a number is inherited as a number") {
  Page page("p { font-size: 10pt; line-height: 1.5 } em { font-size: 20pt }");
  CHECK(used_line_height(page.of(page.em), {}) == points(30));
  Page percent("p { font-size: 10pt; line-height: 150% } em { font-size: 20pt }");
  CHECK(used_line_height(percent.of(percent.em), {}) == points(15));
}

TEST_CASE("colours of all notations") {
  CHECK(color("red") == "255 0 0 255");
  CHECK(color("#1d3f66") == "29 63 102 255");
  CHECK(color("#abc8") == "170 187 204 136");
  CHECK(color("rgb(1, 2, 3)") == "1 2 3 255");
  CHECK(color("rgb(100% 0% 50% / 50%)") == "255 0 128 128");
  CHECK(color("hsl(120, 100%, 25%)") == "0 128 0 255");
  CHECK(color("hsla(240 100% 50% / 0.5)") == "0 0 255 128");
  CHECK(color("transparent") == "0 0 0 0");
}

TEST_CASE("origin, importance, specificity and order decide") {
  const auto size = [](const std::string& theme, const std::string& base, const std::string& user) {
    Page page(theme, base, user);
    return page.of(page.p).font_size.milli / 1000;
  };
  CHECK(size("p { font-size: 2pt }", "p { font-size: 1pt }", "") == 2);
  CHECK(size("p { font-size: 2pt }", "html body p { font-size: 1pt }", "") == 2);
  CHECK(size("p { font-size: 2pt !important }", "", "p { font-size: 3pt }") == 2);
  CHECK(size("p { font-size: 2pt !important }", "", "p { font-size: 3pt !important }") == 3);
  CHECK(size("p { font-size: 2pt } p { font-size: 3pt }", "", "") == 3);
  CHECK(size("body p { font-size: 2pt } p { font-size: 3pt }", "", "") == 2);
  CHECK(size("p { font-size: 2pt }", "p { font-size: 1pt }", "p { font-size: revert }") == 2);
  CHECK(size("p { font-size: revert }", "p { font-size: 1pt }", "") == 1);
}

TEST_CASE("the style attribute beats rules, and its mistakes point at the element") {
  Page page("p { font-size: 2pt }");
  page.tree.set_attribute(page.p, Attr::style, "font-size: 5pt; colour: red");
  page.tree.set_span(page.p, {static_cast<FileId>(0), 3, 9});
  CHECK(page.of(page.p).font_size == points(5));
  CHECK(page.sheet.said() == "t.css:1:4 style-unknown-property");
}

TEST_CASE("inherit, initial and unset") {
  Page page(
      "p { color: red; margin-top: 3pt } em { color: initial; margin-top: inherit; text-indent: unset }");
  CHECK(page.of(page.em).color == Color{});
  CHECK(page.of(page.em).margin.block_start.length == points(3));
  CHECK(inherited_style(page.of(page.p)).color == Color{255, 0, 0, 255});
  CHECK(inherited_style(page.of(page.p)).margin.block_start == LengthOrPercent{});
}

TEST_CASE("custom properties are inherited and replaced, cycles and runaways are invalid") {
  Page page(
      ":root { --a: 3pt; --b: calc(var(--a) * 2) } p { text-indent: var(--b); margin: var(--no, 4pt) 0 }");
  CHECK(page.of(page.p).text_indent.amount.length == points(6));
  CHECK(page.of(page.p).margin.block_start.length == points(4));
  Page cycle(":root { --a: var(--b); --b: var(--a) } p { text-indent: var(--a) } body { text-indent: 2pt }");
  CHECK(cycle.of(cycle.p).text_indent.amount.length == points(2));
  std::string laughs = ":root { --x0: 1pt 1pt";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "var(--x" + std::to_string(i - 1) + ") ";
    laughs += "; --x" + std::to_string(i) + ": " + before + before;
  }
  Page runaway(laughs + "} p { text-indent: var(--x39); font-size: 3pt }");
  CHECK(runaway.of(runaway.p).text_indent.amount.length == Length{});
  CHECK(runaway.of(runaway.p).font_size == points(3));
}

TEST_CASE("shorthands set all their longhands") {
  Page page(
      "p { margin: 1pt 2pt 3pt; border: 1pt solid red; font: italic 700 10pt/2 \"A B\", serif;"
      " padding-inline: 5pt 6pt; list-style: square inside; text-decoration: underline wavy red;"
      " background: #fff; border-block-end: 2pt dashed }");
  const ComputedStyle& style = page.of(page.p);
  CHECK(page.sheet.said() == "");
  CHECK(style.margin.block_start.length == points(1));
  CHECK(style.margin.inline_start.length == points(2));
  CHECK(style.margin.block_end.length == points(3));
  CHECK(style.border.inline_end == Border{points(1), BorderStyle::solid, {255, 0, 0, 255}});
  CHECK(style.border.block_end == Border{points(2), BorderStyle::dashed, {}});
  CHECK(style.font_style == FontStyle::italic);
  CHECK(style.font_weight == 700);
  CHECK(style.font_families == std::vector<std::string>{"A B", "serif"});
  CHECK(used_line_height(style, {}) == points(20));
  CHECK(style.padding.inline_end.length == points(6));
  CHECK(style.list_style_type == "square");
  CHECK(style.list_style_position == ListStylePosition::inside);
  CHECK(style.text_decoration.style == BorderStyle::wavy);
  CHECK(style.background_color == Color{255, 255, 255, 255});
}

TEST_CASE("sides are mapped by the element's own writing mode and direction") {
  Page page("p { writing-mode: vertical-rl; margin: 1pt 2pt 3pt 4pt; width: 5pt } ");
  page.medium = Medium::reading_system;
  CHECK(page.of(page.p).margin.block_start.length == points(2));
  CHECK(page.of(page.p).margin.inline_start.length == points(1));
  CHECK(page.of(page.p).margin.block_end.length == points(4));
  CHECK(page.of(page.p).block_size.length == points(5));
  Page rtl("p { margin-left: 4pt }");
  rtl.tree.set_attribute(rtl.p, Attr::dir, "rtl");
  CHECK(rtl.of(rtl.p).margin.inline_end.length == points(4));
  CHECK(rtl.of(rtl.em).direction == Direction::rtl);
}

TEST_CASE("on paper all text has the writing mode of the body, other modes are told of") {
  Page page("body { writing-mode: vertical-rl } em { writing-mode: horizontal-tb; margin-top: 1pt }");
  const ComputedStyle& em = page.of(page.em);
  CHECK(em.writing_mode == WritingMode::vertical_rl);
  CHECK(em.margin.inline_start.length == points(1));
  CHECK(page.styles.of(page.tree.root()).writing_mode == WritingMode::vertical_rl);
  CHECK(page.sheet.said() == "t.css:1:41 writing-mode-mixed");
  Page upwards("html { writing-mode: sideways-lr }");
  CHECK(upwards.of(upwards.em).writing_mode == WritingMode::vertical_lr);
  Page horizontal("em { color: red }");
  CHECK(horizontal.of(horizontal.em).writing_mode == WritingMode::horizontal_tb);
  CHECK(horizontal.sheet.said() == "");
}

TEST_CASE("a border without a style has no width, and takes the text's colour") {
  Page page("p { border-top-width: 5pt; border-bottom-style: solid; color: red }");
  CHECK(page.of(page.p).border.block_start.width == Length{});
  CHECK(page.of(page.p).border.block_end.width == millipoints(2250));
  CHECK(page.of(page.p).border.block_end.color == Color{255, 0, 0, 255});
}

TEST_CASE("media decide what holds where") {
  Page page(
      "@media print { p { font-size: 1pt } } @media not print { p { font-size: 2pt } }"
      "@media screen { em { font-size: 3pt } } @media all { em { font-size: 4pt } }");
  CHECK(page.of(page.p).font_size == points(1));
  page.medium = Medium::reading_system;
  CHECK(page.of(page.p).font_size == points(2));
  CHECK(page.of(page.em).font_size == points(4));
}

TEST_CASE("pseudo-elements have styles where a rule speaks of them") {
  Page page(
      "p { color: red } p::before { content: \"（\" counter(n, lower-roman) attr(title); font-size: 2em }");
  page.of(page.p);
  const ComputedStyle* before = page.styles.pseudo(page.p, Pseudo::before);
  REQUIRE(before != nullptr);
  CHECK(before->content.size() == 3);
  CHECK(before->content[1].style == "lower-roman");
  CHECK(before->color == Color{255, 0, 0, 255});
  CHECK(before->font_size == points(24));
  CHECK(page.styles.pseudo(page.em, Pseudo::before) == nullptr);
}

TEST_CASE("lang comes from the nearest attribute") {
  Page page("em:lang(ja) { font-size: 2pt }");
  page.tree.set_attribute(page.tree.root(), Attr::lang, "ja");
  CHECK(page.of(page.em).lang == "ja");
  CHECK(page.of(page.em).font_size == points(2));
}
