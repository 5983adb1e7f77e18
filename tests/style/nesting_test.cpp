// Rules in rules, conditions, and values that variables make.
#include <doctest/doctest.h>

#include "style/sheets.h"

using namespace pubbuild;
using namespace pubbuild::testing;

namespace {

// The selectors of all rules, and those for reading systems alone in brackets.
std::string selectors(const std::string& css, const std::string& said = "") {
  const Sheet sheet(css);
  CHECK_MESSAGE(sheet.said() == said, css);
  std::string text;
  for (const Rule& rule : sheet.sheet.rules) {
    if (rule.longhands.empty()) continue;
    std::string list;
    for (const css::Selector& one : rule.selectors) list += (list.empty() ? "" : ", ") + css::to_css(one);
    text += (text.empty() ? "" : "; ") + (rule.media.print ? list : "(" + list + ")");
  }
  return text;
}

}  // namespace

TEST_CASE("a rule in a rule means what stands in the outer one") {
  CHECK(selectors("a { b { color: red } }") == "a b");
  CHECK(selectors("a, .c { b, > d { color: red } color: blue }") == "a, .c; a b, a > d, .c b, .c > d");
  CHECK(selectors("a { &.x { color: red } & + & { color: red } .y & { color: red } }") ==
        "a.x; a + :is(a); .y :is(a)");
  CHECK(selectors("a b { &:hover > c::before { color: red } :not(&) { color: red } }") ==
        "a b:hover > c::before; :not(:is(a b))");
  CHECK(selectors("a { b { c { color: red } } }") == "a b c");
  CHECK(selectors("a { &b { color: red } }", "t.css:1:6 style-bad-selector") == "");
}

TEST_CASE("conditions hold inside and outside of rules") {
  CHECK(selectors("a { @media print { color: red; b { color: red } } }") == "a; a b");
  CHECK(selectors("a { @media not print { color: red } }") == "(a)");
  CHECK(selectors("@supports (color: red) and (not (colr: red)) { a { color: red } }") == "a");
  CHECK(selectors("@supports (display: grid) { a { color: red } }") == "(a)");
  CHECK(selectors("@supports (colr: red) or (display: none) { a { color: red } }") == "a");
  CHECK(selectors("@supports not (display: grid) { a { color: red } }") == "a");
  CHECK(selectors("@supports selector(a > b) { a { color: red } }") == "a");
  CHECK(selectors("@supports selector(a >> b) { a { color: red } }") == "");
  CHECK(selectors("@supports (color: red) and (color: red) or (color: red) { a { color: red } }") == "");
  CHECK(selectors("@layer x { a { color: red } }", "t.css:1:1 style-unsupported") == "a");
}

TEST_CASE("rules in rules do not multiply without end") {
  std::string css;
  for (int i = 0; i < 30; ++i) css += "a, b, c { ";
  const Sheet sheet(css + "color: red" + std::string(30, '}'));
  CHECK(sheet.sheet.selector_count <= max_style_selectors);
  CHECK(sheet.said().find("style-too-many-rules") != std::string::npos);
  std::string doubling = "a { ";
  for (int i = 0; i < 30; ++i) doubling += "& & { ";
  CHECK(Sheet(doubling + "color: red" + std::string(31, '}')).said().find("style-bad-selector") !=
        std::string::npos);
}

TEST_CASE("min, max, clamp and hundredths of the page") {
  const auto indent = [](const std::string& value) {
    const Sheet sheet("@page { size: 200pt 400pt } html { text-indent: " + value + " }");
    CHECK_MESSAGE(sheet.said() == "", value);
    const Tree tree;
    return cascade(tree, sheet.sheet, Medium::print).of(tree.root()).text_indent.amount;
  };
  CHECK(indent("min(3pt, 1em, 2pt + 3pt)").length == points(3));
  CHECK(indent("max(3pt, 1em)").length == points(12));
  CHECK(indent("clamp(4pt, 1em, 10pt)").length == points(10));
  CHECK(indent("clamp(20pt, 1em, 10pt)").length == points(20));
  CHECK(indent("calc(2 * min(3pt, 4pt))").length == points(6));
  CHECK(indent("min(10%, 20%)").permyriad == 1000);
  CHECK(indent("5vw").length == points(10));
  CHECK(indent("5vh").length == points(20));
  CHECK(indent("5vmin").length == points(10));
  CHECK(indent("5lvmax").length == points(20));
  CHECK(indent("5cqi").length == points(10));
  CHECK(indent("1cap").length == millipoints(8400));
}

TEST_CASE("a value that variables make bad is said once, where it stands") {
  const std::string css =
      ":root { --a: 3pt; --b: red blue }\np { text-indent: var(--a); color: var(--b);\nmargin: var(--none) }";
  Sheet sheet(css);
  Tree tree;
  for (int i = 0; i < 3; ++i) tree.append_element(tree.root(), Tag::p, {});
  const Styles styles = cascade(tree, sheet.sheet, Medium::print, &sheet.diagnostics);
  CHECK(sheet.said() == "t.css:2:28 style-bad-value\nt.css:3:1 style-bad-value");
  CHECK(styles.of(tree.first_child(tree.root())).text_indent.amount.length == points(3));
}

TEST_CASE("colours of newer notations") {
  const auto color = [](const std::string& value) {
    const Sheet sheet("html { color: " + value + " }");
    CHECK_MESSAGE(sheet.said() == "", value);
    const Tree tree;
    return cascade(tree, sheet.sheet, Medium::print).of(tree.root()).color;
  };
  CHECK(color("hwb(120 0% 0%)") == Color{0, 255, 0, 255});
  CHECK(color("hwb(0 60% 60% / 50%)") == Color{128, 128, 128, 128});
  CHECK(color("hsl(0.5turn 100% 50%)") == Color{0, 255, 255, 255});
  CHECK(color("hsl(200grad 100 50)") == Color{0, 255, 255, 255});
  CHECK(color("rgb(none 255 0 / none)") == Color{0, 255, 0, 0});
  CHECK(Sheet("p { color: rgb(10%, 5, 0) }").said() == "t.css:1:12 style-bad-value");
  CHECK(Sheet("p { color: oklch(50% 0.1 20) }").said() == "t.css:1:5 style-unsupported");
}
