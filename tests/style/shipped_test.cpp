// The sheets that pubbuild ships.
#include <doctest/doctest.h>

#include "style/sheets.h"

using namespace pubbuild;
using namespace pubbuild::testing;

TEST_CASE("both shipped sheets give no diagnostics") {
  const Sheet sheet(shipped("article.css"), shipped("base.css"));
  CHECK(sheet.said() == "");
  CHECK(sheet.sheet.rules.size() > 60);
  CHECK(sheet.sheet.font_faces.size() >= 5);
}

TEST_CASE("the type area of article is 36 characters by 35 lines exactly") {
  const Sheet sheet(shipped("article.css"), shipped("base.css"));
  const Tree tree;
  const Styles styles = cascade(tree, sheet.sheet, Medium::print);
  const PageStyle page = page_style(sheet.sheet, styles.of(tree.root()), PageSituation{});
  CHECK((page.size.width - page.margin_left - page.margin_right).milli == 36 * 12000);
  CHECK((page.size.height - page.margin_top - page.margin_bottom).milli == 35 * 20000);
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
