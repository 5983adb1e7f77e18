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

namespace {

std::vector<PathItem> paths_of(const std::vector<Item>& items) {
  std::vector<PathItem> paths;
  for (const Item& item : items) {
    if (const auto* path = std::get_if<PathItem>(&item)) paths.push_back(*path);
  }
  return paths;
}

BoxPaint bordered(BorderStyle style, Length width) {
  const Border each{width, style, {0x88, 0x88, 0xCC, 255}};
  BoxPaint paint;
  paint.border = {each, each, each, each};
  return paint;
}

Corners<Radius> all_round(Length radius) {
  const Radius one{{radius, 0, false}, {radius, 0, false}};
  return {one, one, one, one};
}

}  // namespace

TEST_CASE("a box with round corners is a round ground and a round ring") {
  BoxPaint paint = framed();
  paint.radius = all_round(points(8));
  const std::vector<PathItem> paths = paths_of(paint_box(paint, area));
  REQUIRE(paths.size() == 2);
  CHECK(paths[0].steps.size() == 8);
  CHECK(paths[0].steps[0].to.y == points(28));
  CHECK(paths[1].steps.size() == 16);
  CHECK(paths[1].steps[8].to.x == points(11));
}

TEST_CASE("radii longer than a side are made smaller together") {
  BoxPaint paint = framed();
  paint.border = {};
  paint.radius = all_round(points(100));
  const std::vector<PathItem> paths = paths_of(paint_box(paint, area));
  REQUIRE(paths.size() == 1);
  CHECK(paths[0].steps[1].to.x == points(35));
}

TEST_CASE("a double border is two rings, each a third of its width") {
  const std::vector<PathItem> paths = paths_of(paint_box(bordered(BorderStyle::double_, points(6)), area));
  REQUIRE(paths.size() == 2);
  CHECK(paths[0].steps[4].to.x == points(12));
  CHECK(paths[1].steps[0].to.x == points(14));
  CHECK(paths[1].steps[4].to.x == points(16));
}

TEST_CASE("grooves and ridges have a dark half and a light half on each side") {
  const std::vector<PathItem> groove = paths_of(paint_box(bordered(BorderStyle::groove, points(6)), area));
  const std::vector<PathItem> ridge = paths_of(paint_box(bordered(BorderStyle::ridge, points(6)), area));
  REQUIRE(groove.size() == 8);
  REQUIRE(ridge.size() == 8);
  CHECK(groove[0].ink == Ink{0x44, 0x44, 0x66});
  CHECK(ridge[0].ink == Ink{0x88, 0x88, 0xCC});
}

TEST_CASE("borders of two colours are parted where they meet") {
  BoxPaint paint = bordered(BorderStyle::solid, points(6));
  paint.border.block_start.color = {255, 0, 0, 255};
  const std::vector<PathItem> paths = paths_of(paint_box(paint, area));
  REQUIRE(paths.size() == 4);
  CHECK(paths[0].clip.size() == 4);
}

TEST_CASE("a box parted by a page has no round corners where it is parted") {
  BoxPaint paint = framed();
  paint.radius = all_round(points(8));
  const std::vector<PathItem> paths = paths_of(paint_box(paint, area, {Edge::closed, Edge::cut}));
  CHECK(paths[0].steps.size() == 6);
  CHECK(paths[0].steps[4].kind == PathStep::Kind::line);
  CHECK(paths[0].steps[5].kind == PathStep::Kind::line);
}
