// The sheets that pubbuild ships.
#include <doctest/doctest.h>

#include "style/sheets.h"

using namespace pubbuild;
using namespace pubbuild::testing;

TEST_CASE("both shipped sheets give no diagnostics") {
  const Sheet sheet(shipped("article.css"), shipped("base.css"));
  CHECK(sheet.said() == "");
  CHECK(sheet.sheet.rules.size() > 60);
  CHECK(sheet.sheet.font_faces.size() == 5);
}

TEST_CASE("the type area of article is 36 characters by 35 lines exactly") {
  const Sheet sheet(shipped("article.css"), shipped("base.css"));
  const Tree tree;
  const Styles styles = cascade(tree, sheet.sheet, Medium::print);
  const PageStyle page = page_style(sheet.sheet, styles.of(tree.root()), PageSituation{});
  CHECK((page.size.width - page.margin_left - page.margin_right).milli == 36 * 12000);
  CHECK((page.size.height - page.margin_top - page.margin_bottom).milli == 35 * 20000);
}
