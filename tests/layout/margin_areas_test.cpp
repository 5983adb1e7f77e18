#include "layout/margin_areas.h"

#include <doctest/doctest.h>

using namespace pubbuild;

namespace {

SideWish text(int64_t narrowest, int64_t widest) {
  SideWish wish;
  wish.is_there = true;
  wish.narrowest = points(narrowest);
  wish.widest = points(widest);
  return wish;
}

SideWish fixed(int64_t length) {
  SideWish wish;
  wish.is_there = true;
  wish.length = points(length);
  return wish;
}

const SideWish none;

using Lengths = std::array<Length, 3>;

Lengths in_points(int64_t start, int64_t middle, int64_t end) {
  return {points(start), points(middle), points(end)};
}

}  // namespace

TEST_CASE("a margin box alone has the whole side") {
  CHECK(share_side({text(10, 50), none, none}, points(400)) == in_points(400, 0, 0));
  CHECK(share_side({none, text(10, 50), none}, points(400)) == in_points(0, 400, 0));
  CHECK(share_side({none, none, text(10, 50)}, points(400)) == in_points(0, 0, 400));
}

TEST_CASE("two margin boxes share what is left over by their widest lines") {
  CHECK(share_side({text(10, 50), none, text(10, 150)}, points(400)) == in_points(100, 0, 300));
  CHECK(share_side({text(0, 0), none, text(0, 0)}, points(400)) == in_points(200, 0, 200));
}

TEST_CASE("two margin boxes that must wrap give by what they can give") {
  CHECK(share_side({text(50, 350), none, text(50, 150)}, points(400)) == in_points(275, 0, 125));
  CHECK(share_side({text(300, 300), none, text(100, 100)}, points(200)) == in_points(150, 0, 50));
}

TEST_CASE("the middle box stays in the middle beside boxes of any width") {
  const Lengths shared = share_side({text(10, 50), text(10, 100), text(10, 10)}, points(400));
  CHECK(shared[0] == shared[2]);
  CHECK(shared[0] + shared[1] + shared[2] == points(400));
  CHECK(shared == in_points(100, 200, 100));
}

TEST_CASE("a width that is set is kept, and the other box takes the rest") {
  CHECK(share_side({fixed(120), none, text(10, 50)}, points(400)) == in_points(120, 0, 280));
  CHECK(share_side({fixed(120), text(10, 50), none}, points(400)) == in_points(120, 160, 0));
}

TEST_CASE("least and most widths hold") {
  SideWish narrow = text(10, 100);
  narrow.most = points(60);
  CHECK(share_side({narrow, none, text(10, 100)}, points(400)) == in_points(60, 0, 340));
  SideWish wide = text(10, 10);
  wide.least = points(300);
  CHECK(share_side({wide, none, text(10, 100)}, points(400)) == in_points(300, 0, 100));
}

TEST_CASE("margin boxes do not overlap, whatever widths are set") {
  CHECK(share_side({fixed(300), none, fixed(300)}, points(400)) == in_points(300, 0, 100));
  CHECK(share_side({fixed(300), fixed(200), fixed(9000)}, points(400)) == in_points(100, 200, 100));
}

TEST_CASE("across its side a box fills, or leaves the rest at the edge of the sheet") {
  AxisSizes sizes;
  sizes.most = longest_length;
  sizes.margin_start = points(5);
  sizes.margin_end = points(10);
  CHECK(fill_axis(sizes, {points(100), points(70)}, SheetEdge::at_start).start == points(105));
  CHECK(fill_axis(sizes, {points(100), points(70)}, SheetEdge::at_start).length == points(55));
  sizes.length = points(20);
  CHECK(fill_axis(sizes, {points(100), points(70)}, SheetEdge::at_start).start == points(140));
  CHECK(fill_axis(sizes, {points(100), points(70)}, SheetEdge::at_end).start == points(105));
  sizes.margin_start.reset();
  sizes.margin_end.reset();
  CHECK(fill_axis(sizes, {points(100), points(70)}, SheetEdge::at_end).start == points(125));
}
