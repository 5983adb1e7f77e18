// Corners as quarters of ellipses, each one Bézier curve.
#include "layout/box_outline.h"

#include <algorithm>

namespace pubbuild {

namespace {

// A quarter of a circle of radius 1000 has its control points this far from its ends: 4/3·(√2 − 1).
constexpr int64_t control_permille = 552;

bool is_round(const Size& radius) {
  return radius.width > Length{} && radius.height > Length{};
}

Size smaller(Size radius, int64_t part, int64_t whole) {
  return {Length{radius.width.milli * part / whole}, Length{radius.height.milli * part / whole}};
}

// The factor that the radii of a side want, as a fraction; the least of the four holds for all.
struct Factor {
  int64_t part = 1;
  int64_t whole = 1;
  void fit(Length side, Length sum) {
    const int64_t room = std::max<int64_t>(side.milli, 0);
    if (sum.milli <= room || room * whole >= sum.milli * part) return;
    part = room;
    whole = sum.milli;
  }
};

Size radius_of(const Radius& radius, Rect area) {
  return {max(radius.horizontal.of(area.width), Length{}), max(radius.vertical.of(area.height), Length{})};
}

Size shorter(Size radius, Length horizontal, Length vertical) {
  return {max(radius.width - horizontal, Length{}), max(radius.height - vertical, Length{})};
}

// From corner to corner. `along` and `across` are the signs of where the curve comes from and goes to.
class Outline {
 public:
  explicit Outline(std::vector<PathStep>& path) : path_(path) {}

  void go(Point to) {
    path_.push_back({begun_ ? PathStep::Kind::line : PathStep::Kind::move, {}, {}, to});
    begun_ = true;
  }
  // From `from` to `to`, around where the sides would meet.
  void turn(Point from, Point corner, Point to) {
    if (from.x == to.x || from.y == to.y) return go(corner);
    go(from);
    path_.push_back({PathStep::Kind::curve, towards(from, corner), towards(to, corner), to});
  }

 private:
  static Point towards(Point from, Point corner) {
    return {from.x + scaled(corner.x - from.x, control_permille, 1000),
            from.y + scaled(corner.y - from.y, control_permille, 1000)};
  }

  std::vector<PathStep>& path_;
  bool begun_ = false;
};

}  // namespace

RoundRect rounded(Rect area, const Corners<Radius>& radii) {
  Corners<Size> sizes{radius_of(radii.start_start, area), radius_of(radii.start_end, area),
                      radius_of(radii.end_end, area), radius_of(radii.end_start, area)};
  Factor factor;
  factor.fit(area.width, sizes.start_start.width + sizes.start_end.width);
  factor.fit(area.width, sizes.end_start.width + sizes.end_end.width);
  factor.fit(area.height, sizes.start_start.height + sizes.end_start.height);
  factor.fit(area.height, sizes.start_end.height + sizes.end_end.height);
  for (Size* size : {&sizes.start_start, &sizes.start_end, &sizes.end_end, &sizes.end_start})
    *size = smaller(*size, factor.part, factor.whole);
  return {area, sizes};
}

bool is_round(const RoundRect& box) {
  const Corners<Size>& radii = box.radii;
  return is_round(radii.start_start) || is_round(radii.start_end) || is_round(radii.end_end) ||
         is_round(radii.end_start);
}

RoundRect inset(const RoundRect& box, const Sides<Length>& by) {
  const Rect& area = box.area;
  const Corners<Size>& radii = box.radii;
  return {{area.x + by.inline_start, area.y + by.block_start,
           max(area.width - by.inline_start - by.inline_end, Length{}),
           max(area.height - by.block_start - by.block_end, Length{})},
          {shorter(radii.start_start, by.inline_start, by.block_start),
           shorter(radii.start_end, by.inline_end, by.block_start),
           shorter(radii.end_end, by.inline_end, by.block_end),
           shorter(radii.end_start, by.inline_start, by.block_end)}};
}

void append_outline(const RoundRect& box, std::vector<PathStep>& path) {
  const Length left = box.area.x;
  const Length top = box.area.y;
  const Length right = left + box.area.width;
  const Length bottom = top + box.area.height;
  const Corners<Size>& radii = box.radii;
  Outline outline(path);
  outline.turn({left, top + radii.start_start.height}, {left, top}, {left + radii.start_start.width, top});
  outline.turn({right - radii.start_end.width, top}, {right, top}, {right, top + radii.start_end.height});
  outline.turn({right, bottom - radii.end_end.height}, {right, bottom},
               {right - radii.end_end.width, bottom});
  outline.turn({left + radii.end_start.width, bottom}, {left, bottom},
               {left, bottom - radii.end_start.height});
}

}  // namespace pubbuild
