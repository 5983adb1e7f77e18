#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "layout/laid_out.h"

using namespace pubbuild;
using pubbuild::testing::article;
using pubbuild::testing::filler;
using pubbuild::testing::LaidOut;
using pubbuild::testing::PlacedText;

namespace {

constexpr Length left = millipoints(81638);

// A table of 10 pt text on lines of 20 pt with nothing around it but what `css` says.
LaidOut table_of(const std::string& rows, const std::string& css) {
  return LaidOut(article("<table>" + rows + "</table>\n"),
                 "table { border: none; margin: 0; width: auto; block-step-size: none; font-size: 10pt; "
                 "line-height: 20pt } td, th { padding: 0; border: none; font: 10pt/20pt serif } " +
                     css);
}

std::string row(std::initializer_list<const char*> cells) {
  std::string text = "<tr>";
  for (const char* cell : cells) text += std::string("<td>") + cell + "</td>";
  return text + "</tr>";
}

const std::string two_by_two = row({"甲", "乙"}) + row({"丙", "丁"});

}  // namespace

TEST_CASE("cells of a table with separate borders keep their spacing, along the line and down the page") {
  const LaidOut pages = table_of(two_by_two, "table { border-collapse: separate; border-spacing: 6pt 3pt }");
  CHECK(pages.find("甲").x == left + points(6));
  CHECK(pages.find("乙").x == left + points(6 + 10 + 6));
  CHECK(pages.find("丙").y - pages.find("甲").y == points(23));
}

TEST_CASE("separate borders are drawn around each cell and around the table") {
  const LaidOut pages = table_of(
      two_by_two,
      "table { border-collapse: separate; border: 2pt solid; padding: 1pt } td { border: 1pt solid }");
  CHECK(pages.find("甲").x == left + points(2 + 1 + 1));
  CHECK(pages.find("乙").x == left + points(2 + 1 + 12 + 1));
  CHECK(pages.items_of<StrokeItem>(0).size() == 20);
}

TEST_CASE("collapsed borders are one border, the wider one, half of it in each cell") {
  const LaidOut pages = table_of(two_by_two,
                                 "table { border-collapse: collapse } td { border: 1pt solid #00f } "
                                 "td:first-child { border-right: 3pt solid #f00 }");
  CHECK(pages.find("甲").x == left + points(1));
  CHECK(pages.find("乙").x - pages.find("甲").x == points(10 + 3));
  const std::vector<StrokeItem> rules = pages.items_of<StrokeItem>(0);
  const auto wide = std::ranges::find(rules, points(3), &StrokeItem::width);
  REQUIRE(wide != rules.end());
  CHECK(wide->ink == Ink{255, 0, 0});
  CHECK(wide->from.x == pages.find("乙").x - millipoints(1500));
  CHECK(std::ranges::count(rules, points(3), &StrokeItem::width) == 2);
}

TEST_CASE("of collapsed borders of one width the more striking wins, then the cell's over the row's") {
  const LaidOut pages =
      table_of(two_by_two,
               "table { border-collapse: collapse } tr:first-child { border-bottom: 1pt solid #f00 } "
               "td { border-top: 1pt dashed #00f }");
  const std::vector<StrokeItem> rules = pages.items_of<StrokeItem>(0);
  const bool has_red = std::ranges::any_of(rules, [](const StrokeItem& rule) {
    return rule.ink == Ink{255, 0, 0};
  });
  CHECK(has_red);
  const LaidOut equal =
      table_of(two_by_two,
               "table { border-collapse: collapse } tr:first-child { border-bottom: 1pt solid #f00 } "
               "tr + tr td { border-top: 1pt solid #00f }");
  for (const StrokeItem& rule : equal.items_of<StrokeItem>(0)) CHECK(rule.ink == Ink{0, 0, 255});
}

TEST_CASE("of collapsed borders a hidden one wins") {
  const LaidOut pages = table_of(
      two_by_two, "table { border-collapse: collapse; border: 1pt hidden } td { border: 3pt solid }");
  std::set<Length> upright;
  std::set<Length> level;
  for (const StrokeItem& rule : pages.items_of<StrokeItem>(0)) {
    if (rule.from.x == rule.to.x) upright.insert(rule.from.x);
    if (rule.from.y == rule.to.y) level.insert(rule.from.y);
  }
  CHECK(upright.size() == 1);
  CHECK(level.size() == 1);
}

TEST_CASE("columns take the widths that cells and col elements ask for") {
  const LaidOut cells = table_of(two_by_two, "td:first-child { width: 50pt }");
  CHECK(cells.find("乙").x == left + points(50));
  const LaidOut columns =
      table_of("<colgroup><col class=\"w\"/><col/></colgroup>" + two_by_two, ".w { width: 70pt }");
  CHECK(columns.find("乙").x == left + points(70));
  const LaidOut percent = table_of(two_by_two, "table { width: 400pt } td:first-child { width: 25% }");
  CHECK(percent.find("乙").x == left + points(100));
}

TEST_CASE("rows are as high as they and their cells ask for, their content where vertical-align puts it") {
  const std::string css =
      "table { border-collapse: collapse } tr:first-child { height: 60pt } td { vertical-align: ";
  const LaidOut top = table_of(two_by_two, css + "top }");
  CHECK(top.find("丙").y - top.find("甲").y == points(60));
  const LaidOut middle = table_of(two_by_two, css + "middle }");
  CHECK(middle.find("丙").y - middle.find("甲").y == points(40));
  const LaidOut bottom = table_of(two_by_two, css + "bottom }");
  CHECK(bottom.find("丙").y - bottom.find("甲").y == points(20));
}

TEST_CASE("cells on the baseline have their first lines on one line") {
  const LaidOut pages =
      table_of(row({"甲", "<span>乙</span>"}),
               "td { vertical-align: baseline } span { font-size: 30pt; line-height: 40pt }");
  CHECK(pages.find("甲").y == pages.find("乙").y);
}

TEST_CASE("grounds of columns, rows and cells lie one over the other") {
  const LaidOut pages = table_of("<colgroup><col class=\"c\"/></colgroup>" + row({"甲", "乙"}),
                                 ".c { background: #111 } tr { background: #222 } td { background: #333 }");
  const std::vector<FillItem> fills = pages.items_of<FillItem>(0);
  REQUIRE(fills.size() == 5);
  CHECK(fills[0].ink == Ink{0x11, 0x11, 0x11});
  CHECK(fills[1].ink == Ink{0x22, 0x22, 0x22});
  CHECK(fills[2].ink == Ink{0x33, 0x33, 0x33});
}

TEST_CASE("a table narrower than its place stands in its middle when its margins are auto") {
  const LaidOut pages = table_of(row({"甲", "乙"}), "table { margin: 0 auto }");
  CHECK(pages.find("甲").x == left + points(206));
}

TEST_CASE("a caption has the box that the style gives it, above the table or below") {
  const std::string caption = "<caption>题注</caption>";
  const std::string css =
      "caption { padding: 0; margin: 0; font-size: 10pt; line-height: 20pt; text-align: left; ";
  const LaidOut above = table_of(caption + two_by_two, css + "background: #eee; padding: 5pt }");
  CHECK(above.items_of<FillItem>(0).at(0).area.height == points(30));
  CHECK(above.find("题注").y < above.find("甲").y);
  const LaidOut below = table_of(caption + two_by_two, css + "caption-side: bottom }");
  CHECK(below.find("题注").y - below.find("丁").y == points(20));
}

TEST_CASE("a row parted by a page keeps its grounds and its upright rules on both pages") {
  const LaidOut pages =
      table_of("<tr><td>" + filler(4000) + "</td></tr>", "td { background: #eee; border: 1pt solid }");
  REQUIRE(pages.document.pages.size() >= 3);
  for (const size_t page : {size_t{1}, size_t{2}}) {
    CHECK(pages.items_of<FillItem>(page).size() == 1);
    const std::vector<StrokeItem> rules = pages.items_of<StrokeItem>(page);
    CHECK(std::ranges::count_if(rules, [](const StrokeItem& rule) { return rule.from.x == rule.to.x; }) == 2);
  }
}
