// Sheets that end anywhere: nothing crashes, and what is said has a place.
#include <doctest/doctest.h>

#include <filesystem>

#include "style/page_style.h"
#include "style/reading_system_css.h"
#include "style/sheets.h"
#include "style/syntax.h"

using namespace pubbuild;
using namespace pubbuild::testing;

namespace {

std::vector<std::string> shipped_sheets() {
  std::vector<std::string> sheets;
  const std::filesystem::path folder(PROJECT_DIR "/styles");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".css") continue;
    sheets.push_back(shipped(entry.path().lexically_relative(folder).string()));
  }
  std::sort(sheets.begin(), sheets.end());
  return sheets;
}

// Rules of a sheet with everything that shipped ones may not have.
const std::string everything =
    "@import 'a.css' print;\n@namespace x url(y);\n"
    "@counter-style a { system: additive; additive-symbols: 5 V, 1 \"I\"; range: 1 9, 20 infinite; pad: 2 "
    "'0' }\n"
    "@supports (color: red) and (not selector(a >> b)) { p:nth-child(2n+1 of .a)::before { content: "
    "\"\\201C\" } }\n"
    "a { color: rgb(0 1 2 / 50%); &:not(.b, #c) > d[e~='f' i] { margin: calc(min(1em, 2vw) * (3 - 1)) } }\n"
    "@media print, not screen and (min-width: 3em) { i { --x: { a }; text-indent: var(--x, 2em) !important } "
    "}\n"
    "@page wide:first { size: A4 landscape; @top-left { content: counter(page) string(a, first) } }\n"
    "@font-face { font-family: 'a'; src: url( b.otf ) format('opentype'), local(c); unicode-range: U+4??, "
    "U+1-2 }\n"
    "p { border-radius: 1pt 2pt / 3%; font: italic small-caps 10pt/1.5 'x', serif; text-emphasis: open dot "
    "#abc }\n";

bool is_inside(const Diagnostic& one, const Sources& sources) {
  if (!one.span.is_somewhere() || static_cast<size_t>(one.span.file) >= sources.size()) return false;
  const size_t size = sources[one.span.file].text().size();
  return one.span.begin <= one.span.end && one.span.end <= size;
}

// Reads it, makes styles of it, and says whether all that was said has a place.
bool is_told_with_places(const std::string& css, bool with_styles) {
  Sheet sheet(css);
  if (with_styles) {
    Tree tree;
    const NodeId p = tree.append_element(tree.append_element(tree.root(), Tag::body, {}), Tag::p, {});
    const Styles styles = cascade(tree, sheet.sheet, Medium::print, &sheet.diagnostics);
    page_style(sheet.sheet, page_rules(sheet.sheet, {}), styles.of(p));
    css_for_reading_systems(sheet.sheet);
  }
  return std::ranges::all_of(sheet.diagnostics.all(),
                             [&](const Diagnostic& one) { return is_inside(one, sheet.sources); });
}

// Rules that stand before the cut one are read by themselves: one rule and its cut are as good as the file.
void cut_everywhere(const std::string& css) {
  const css::TokenList list = css::tokenize(css);
  for (const css::RawRule& rule : css::rules_of(list.tokens, css::Level::top)) {
    const size_t begin = rule.tokens.front().begin;
    const size_t size = rule.tokens.back().end - begin;
    for (size_t length = 0; length <= size; ++length) {
      const std::string cut = css.substr(begin, length);
      if (!is_told_with_places(cut, length % 16 == 0)) FAIL(cut);
    }
  }
}

}  // namespace

TEST_CASE("the rules of every shipped sheet may end at any byte") {
  for (const std::string& css : shipped_sheets()) cut_everywhere(css);
}

TEST_CASE("rules of every kind may end at any byte") {
  cut_everywhere(everything);
  CHECK(Sheet(everything).sheet.rules.size() >= 5);
}

TEST_CASE("every shipped sheet may end after any hundred bytes") {
  for (const std::string& css : shipped_sheets()) {
    for (size_t length = 0; length < css.size(); length += 101) {
      CHECK(is_told_with_places(css.substr(0, length), length % 1010 == 0));
      CHECK(Sheet(css.substr(0, length)).diagnostics.all().size() <= 8);
    }
  }
}

TEST_CASE("a sheet may be without any one of its bytes") {
  for (size_t at = 0; at < everything.size(); ++at) {
    std::string css = everything;
    css.erase(at, 1);
    CHECK(is_told_with_places(css, true));
  }
}
