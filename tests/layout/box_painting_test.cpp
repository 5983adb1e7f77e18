#include "layout/box_painting.h"

#include <doctest/doctest.h>

#include "layout/laid_out.h"

using namespace pubbuild;
using pubbuild::testing::article;
using pubbuild::testing::LaidOut;

namespace {

BoxPaint framed() {
  const Border thin{points(1), BorderStyle::solid, {}};
  BoxPaint paint;
  paint.background = {200, 200, 200, 255};
  paint.border = {thin, thin, thin, thin};
  return paint;
}

constexpr Rect area{points(10), points(20), points(100), points(50)};

}  // namespace

TEST_CASE("a box is painted as its background and then its four borders, inside its edges") {
  const std::vector<Item> items = paint_box(framed(), area);
  REQUIRE(items.size() == 5);
  CHECK(std::get<FillItem>(items[0]).area.width == points(100));
  CHECK(std::get<StrokeItem>(items[1]).from.y == points(20) + millipoints(500));
  CHECK(std::get<StrokeItem>(items[2]).from.y == points(70) - millipoints(500));
}

TEST_CASE("a box parted by a page has no border where it is parted") {
  CHECK(paint_box(framed(), area, {Edge::cut, Edge::cut}).size() == 3);
}

TEST_CASE("the background of an inner box lies over that of the outer one") {
  const LaidOut pages(article("> 甲\n"), "blockquote { background: #eee } blockquote p { background: #ccc }");
  const std::vector<FillItem> fills = pages.items_of<FillItem>(0);
  REQUIRE(fills.size() == 2);
  CHECK(fills[0].ink == Ink{0xEE, 0xEE, 0xEE});
  CHECK(fills[1].ink == Ink{0xCC, 0xCC, 0xCC});
}
