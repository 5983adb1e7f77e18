// The sheets that pubbuild ships.
#include <doctest/doctest.h>

#include "style/page_style.h"
#include "style/sheets.h"

using namespace pubbuild;
using namespace pubbuild::testing;

namespace {

// A theme over base.css, with what a user asks for on top, and what its pages are like.
struct Theme {
  explicit Theme(const std::string& name, const std::string& user = "")
      : sheet(shipped(name + ".css"), shipped("base.css"), user) {
    styles = cascade(tree, sheet.sheet, Medium::print);
  }
  const ComputedStyle& root() const { return styles.of(tree.root()); }
  PageStyle page(PageSituation situation = {}) const {
    return page_style(sheet.sheet, page_rules(sheet.sheet, situation), root());
  }
  // "characters × lines" of the type area, which must be whole.
  std::string type_area(PageSituation situation = {}) const {
    const PageStyle style = page(situation);
    Length width = style.size.width - style.margin_left - style.margin_right;
    Length height = style.size.height - style.margin_top - style.margin_bottom;
    if (root().writing_mode != WritingMode::horizontal_tb) std::swap(width, height);
    const Length line = root().line_height.length;
    CHECK(width.milli % root().font_size.milli == 0);
    CHECK(height.milli % line.milli == 0);
    return std::to_string(width.milli / root().font_size.milli) + " × " +
           std::to_string(height.milli / line.milli);
  }
  // The lines that a heading takes with its white.
  int64_t grid_lines(Tag tag) {
    const NodeId heading = tree.append_element(tree.root(), tag, {});
    styles = cascade(tree, sheet.sheet, Medium::print);
    const ComputedStyle& style = styles.of(heading);
    const Length height =
        style.margin.block_start.of({}) + used_line_height(style, {}) + style.margin.block_end.of({});
    CHECK(height.milli % root().line_height.length.milli == 0);
    return height.milli / root().line_height.length.milli;
  }

  Tree tree;
  Sheet sheet;
  Styles styles;
};

const std::vector<std::string> themes = {"article", "book", "seminar", "handout", "large-print", "vertical"};

}  // namespace

TEST_CASE("the shipped sheets give no diagnostics") {
  for (const std::string& theme : themes) {
    const Sheet sheet(shipped(theme + ".css"), shipped("base.css"));
    CHECK_MESSAGE(sheet.said() == "", theme);
    CHECK(sheet.sheet.rules.size() > 100);
    CHECK(sheet.sheet.font_faces.size() >= 5);
  }
}

TEST_CASE("the type area of a theme is a whole number of characters by a whole number of lines") {
  CHECK(Theme("article").type_area() == "36 × 35");
  CHECK(Theme("book").type_area() == "28 × 27");
  CHECK(Theme("seminar").type_area() == "32 × 30");
  CHECK(Theme("handout").type_area() == "28 × 35");
  CHECK(Theme("large-print").type_area() == "24 × 23");
  CHECK(Theme("vertical").type_area() == "40 × 16");
  PageSituation left;
  left.right = false;
  for (const std::string& theme : themes) CHECK(Theme(theme).type_area(left) == Theme(theme).type_area());
}

TEST_CASE("the type area stays whole on other paper and in other sizes") {
  for (const std::string& theme : themes) {
    for (const char* size : {"9pt", "10.5pt", "11pt", "14pt", "15pt", "18pt"}) {
      const std::string user = ":root { --fs: " + std::string(size) + " }";
      CHECK(Theme(theme, user + " :root { --paper-width: 148mm; --paper-height: 210mm }").type_area() != "");
      CHECK(Theme(theme, user).type_area() != "");
    }
  }
  CHECK(Theme("seminar", ":root { --paper-width: 210mm; --paper-height: 297mm }").type_area() == "36 × 35");
}

TEST_CASE("headings take whole lines of the grid in every theme and size") {
  for (const std::string& theme : themes) {
    for (const char* size : {"9pt", "12pt", "14pt", "17.3pt"}) {
      const std::string user = ":root { --fs: " + std::string(size) + " }";
      CHECK(Theme(theme, user).grid_lines(Tag::h2) == 3);
      CHECK(Theme(theme, user).grid_lines(Tag::h3) == 2);
      CHECK(Theme(theme, user).grid_lines(Tag::h4) == 1);
    }
  }
}

TEST_CASE("a page that is left blank shows nothing") {
  for (const char* name : {"book", "handout", "vertical"}) {
    PageSituation blank;
    blank.right = false;
    blank.blank = true;
    blank.name = std::string(name) == "handout" ? "" : "article";
    for (const MarginBox& box : Theme(name).page(blank).margin_boxes) CHECK(box.style.content.empty());
  }
}

TEST_CASE("inner margins of a book meet at the spine") {
  PageSituation left;
  left.right = false;
  for (const char* name : {"book", "seminar", "vertical"}) {
    const Theme theme(name);
    CHECK(theme.page().margin_left == theme.page(left).margin_right);
    CHECK(theme.page().margin_right == theme.page(left).margin_left);
    CHECK(theme.page().margin_left < theme.page().margin_right);
  }
}

TEST_CASE("what a user's list counts with stands against the theme's markers") {
  const auto list_types = [](const std::string& user) {
    Theme theme("article", user);
    NodeId list = theme.tree.root();
    std::vector<NodeId> items;
    for (const Tag tag : {Tag::ol, Tag::ol, Tag::ol, Tag::ul}) {
      list = theme.tree.append_element(list, tag, {});
      items.push_back(list = theme.tree.append_element(list, Tag::li, {}));
    }
    theme.styles = cascade(theme.tree, theme.sheet.sheet, Medium::print);
    std::string types;
    for (const NodeId item : items) {
      const ComputedStyle* marker = theme.styles.pseudo(item, Pseudo::marker);
      CHECK((marker == nullptr || !marker->has_content));
      types += theme.styles.of(item).list_style_type + " ";
    }
    return types;
  };
  CHECK(list_types("") == "decimal parenthesized circled-decimal disc ");
  CHECK(list_types("ol { list-style-type: cjk-decimal } ul { list-style: square }") ==
        "cjk-decimal cjk-decimal cjk-decimal square ");
}

TEST_CASE("base.css gives every tag a display of its own") {
  const std::string base = shipped("base.css");
#define X(name) CHECK_MESSAGE(base.find(#name) != std::string::npos, #name);
  PUBBUILD_TAGS(X)
#undef X
  const Sheet sheet("", base);
  Tree tree;
  const NodeId body = tree.append_element(tree.root(), Tag::body, {});
  std::vector<NodeId> all;
#define X(name) all.push_back(tree.append_element(body, Tag::name, {}));
  PUBBUILD_TAGS(X)
#undef X
  const Styles styles = cascade(tree, sheet.sheet, Medium::print);
  for (const NodeId node : all) {
    bool is_said = false;
    for (const Rule& rule : sheet.sheet.rules) {
      for (const css::Selector& selector : rule.selectors) {
        const bool of_tag =
            selector.compounds.size() == 1 && selector.compounds[0].simples[0].tag == tree.tag(node);
        is_said = is_said || (of_tag && rule.longhands[0].name == "display");
      }
    }
    CHECK_MESSAGE(is_said, name_of(tree.tag(node)));
  }
}
