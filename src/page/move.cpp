// An item, some way off.
#include "page/move.h"

namespace pubbuild {

namespace {

void move_point(Point& point, Point by) {
  point.x += by.x;
  point.y += by.y;
}

void move_area(Rect& area, Point by) {
  area.x += by.x;
  area.y += by.y;
}

struct Mover {
  Point by;
  void operator()(TextItem& text) const { move_point(text.origin, by); }
  void operator()(FillItem& fill) const { move_area(fill.area, by); }
  void operator()(StrokeItem& stroke) const {
    move_point(stroke.from, by);
    move_point(stroke.to, by);
  }
  void operator()(PathItem& path) const {
    for (PathStep& step : path.steps) {
      move_point(step.first_control, by);
      move_point(step.second_control, by);
      move_point(step.to, by);
    }
    for (Point& corner : path.clip) move_point(corner, by);
  }
  void operator()(FrameItem& frame) const { move_area(frame.area, by); }
  void operator()(PictureItem& picture) const { move_area(picture.area, by); }
  void operator()(LinkItem& link) const { move_area(link.area, by); }
};

}  // namespace

void move(Item& item, Point by) {
  std::visit(Mover{by}, item);
}

}  // namespace pubbuild
