// An item between other axes.
#include "page/axes.h"

namespace pubbuild {

Point Axes::place(Point at) const {
  return {origin.x + at.x * along.x + at.y * across.x, origin.y + at.x * along.y + at.y * across.y};
}

Rect Axes::place(const Rect& area) const {
  const Point first = place(Point{area.x, area.y});
  const Point last = place(Point{area.x + area.width, area.y + area.height});
  const Point corner{min(first.x, last.x), min(first.y, last.y)};
  return {corner.x, corner.y, max(first.x, last.x) - corner.x, max(first.y, last.y) - corner.y};
}

namespace {

struct Placer {
  const Axes& axes;
  void put(Point& point) const { point = axes.place(point); }
  void put(Rect& area) const { area = axes.place(area); }

  void operator()(TextItem& text) const { put(text.origin); }
  void operator()(FillItem& fill) const { put(fill.area); }
  void operator()(StrokeItem& stroke) const {
    put(stroke.from);
    put(stroke.to);
  }
  void operator()(PathItem& path) const {
    for (PathStep& step : path.steps) {
      put(step.first_control);
      put(step.second_control);
      put(step.to);
    }
    for (Point& corner : path.clip) put(corner);
  }
  void operator()(FrameItem& frame) const { put(frame.area); }
  void operator()(PictureItem& picture) const { put(picture.area); }
  void operator()(LinkItem& link) const { put(link.area); }
};

}  // namespace

void place(Item& item, const Axes& axes) {
  std::visit(Placer{axes}, item);
}

}  // namespace pubbuild
