// The area of a box and how it is painted → fills and strokes.
#include "layout/box_painting.h"

#include "layout/paragraph.h"

namespace pubbuild {

namespace {

StrokeStyle stroke_style(BorderStyle style) {
  switch (style) {
    case BorderStyle::dashed:
      return StrokeStyle::dashed;
    case BorderStyle::dotted:
      return StrokeStyle::dotted;
    case BorderStyle::none:
    case BorderStyle::solid:
    case BorderStyle::double_:
    case BorderStyle::wavy:
    case BorderStyle::groove:
    case BorderStyle::ridge:
    case BorderStyle::inset:
    case BorderStyle::outset:
      return StrokeStyle::solid;
  }
  return StrokeStyle::solid;
}

// A stroke runs along the middle of its border.
class Borders {
 public:
  Borders(const Sides<Border>& border, Rect area, std::vector<Item>& items)
      : border_(border),
        left_(area.x),
        top_(area.y),
        right_(area.x + area.width),
        bottom_(area.y + area.height),
        items_(items) {}

  void draw_start() {
    const Length y = top_ + border_.block_start.width / 2;
    draw(border_.block_start, {left_, y}, {right_, y});
  }
  void draw_end() {
    const Length y = bottom_ - border_.block_end.width / 2;
    draw(border_.block_end, {left_, y}, {right_, y});
  }
  void draw_inline_start() {
    const Length left = left_ + border_.inline_start.width / 2;
    draw(border_.inline_start, {left, top_}, {left, bottom_});
  }
  void draw_inline_end() {
    const Length right = right_ - border_.inline_end.width / 2;
    draw(border_.inline_end, {right, top_}, {right, bottom_});
  }

 private:
  void draw(const Border& side, Point from, Point to) {
    if (side.width > Length{}) items_.push_back(border_stroke(side, from, to));
  }

  const Sides<Border>& border_;
  Length left_;
  Length top_;
  Length right_;
  Length bottom_;
  std::vector<Item>& items_;
};

bool has_border(const Sides<Border>& border) {
  return border.block_start.width > Length{} || border.block_end.width > Length{} ||
         border.inline_start.width > Length{} || border.inline_end.width > Length{};
}

// Lines closer than this are a ground, not lines.
constexpr Length least_pitch = points(1);

// At the bottoms of whole pitches, from the top of the content.
void rule_content(const BoxPaint& paint, Rect area, BoxEdges edges, std::vector<Item>& items) {
  if (paint.lines.pitch < least_pitch) return;
  const auto at_edge = [](Edge edge, const Border& border, Length padding) {
    return edge == Edge::closed ? border.width + padding : Length{};
  };
  const Sides<Border>& border = paint.border;
  const Length left = area.x + border.inline_start.width + paint.padding.inline_start;
  const Length right = area.x + area.width - border.inline_end.width - paint.padding.inline_end;
  const Length top = area.y + at_edge(edges.start, border.block_start, paint.padding.block_start);
  const Length bottom = area.y + area.height - at_edge(edges.end, border.block_end, paint.padding.block_end);
  for (Length y = top + paint.lines.pitch; y <= bottom; y += paint.lines.pitch) {
    const Length middle = y - paint.lines.width / 2;
    items.push_back(
        StrokeItem{{left, middle}, {right, middle}, paint.lines.width, ink_of(paint.lines.color)});
  }
}

}  // namespace

BoxPaint paint_of(const ComputedStyle& style, Length measure) {
  const Sides<LengthOrPercent>& padding = style.padding;
  return {style.background_color,
          style.border,
          style.rule_lines,
          {padding.block_start.of(measure), padding.inline_end.of(measure), padding.block_end.of(measure),
           padding.inline_start.of(measure)}};
}

bool is_painted(const BoxPaint& paint) {
  return paint.background.alpha > 0 || has_border(paint.border) || paint.lines.pitch >= least_pitch;
}

std::vector<Item> paint_box(const BoxPaint& paint, Rect area, BoxEdges edges) {
  std::vector<Item> items;
  if (paint.background.alpha > 0) items.push_back(FillItem{area, ink_of(paint.background)});
  rule_content(paint, area, edges, items);
  Borders borders(paint.border, area, items);
  if (edges.start == Edge::closed) borders.draw_start();
  if (edges.end == Edge::closed) borders.draw_end();
  if (edges.inline_start == Edge::closed) borders.draw_inline_start();
  if (edges.inline_end == Edge::closed) borders.draw_inline_end();
  return items;
}

StrokeItem border_stroke(const Border& border, Point from, Point to) {
  return {from, to, border.width, ink_of(border.color), stroke_style(border.style)};
}

}  // namespace pubbuild
