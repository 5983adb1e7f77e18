// The area of a box and how it is painted → fills and strokes.
#include "layout/box_painting.h"

#include "layout/border_painting.h"
#include "layout/paragraph.h"

namespace pubbuild {

namespace {

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

// Borders where the box is parted have no width.
Sides<Border> open_borders(Sides<Border> border, BoxEdges edges) {
  if (edges.start == Edge::cut) border.block_start.width = {};
  if (edges.end == Edge::cut) border.block_end.width = {};
  if (edges.inline_start == Edge::cut) border.inline_start.width = {};
  if (edges.inline_end == Edge::cut) border.inline_end.width = {};
  return border;
}

Corners<Radius> open_corners(Corners<Radius> radii, BoxEdges edges) {
  if (edges.start == Edge::cut || edges.inline_start == Edge::cut) radii.start_start = {};
  if (edges.start == Edge::cut || edges.inline_end == Edge::cut) radii.start_end = {};
  if (edges.end == Edge::cut || edges.inline_end == Edge::cut) radii.end_end = {};
  if (edges.end == Edge::cut || edges.inline_start == Edge::cut) radii.end_start = {};
  return radii;
}

void fill_ground(Color color, const RoundRect& box, std::vector<Item>& items) {
  if (color.alpha == 0) return;
  if (!is_round(box)) {
    items.push_back(FillItem{box.area, ink_of(color)});
    return;
  }
  PathItem ground;
  append_outline(box, ground.steps);
  ground.ink = ink_of(color);
  items.push_back(std::move(ground));
}

}  // namespace

BoxPaint paint_of(const ComputedStyle& style, Length measure) {
  const Sides<LengthOrPercent>& padding = style.padding;
  return {style.background_color,
          style.border,
          style.rule_lines,
          {padding.block_start.of(measure), padding.inline_end.of(measure), padding.block_end.of(measure),
           padding.inline_start.of(measure)},
          style.border_radius};
}

bool is_painted(const BoxPaint& paint) {
  return paint.background.alpha > 0 || has_border(paint.border) || paint.lines.pitch >= least_pitch;
}

std::vector<Item> paint_box(const BoxPaint& paint, Rect area, BoxEdges edges) {
  std::vector<Item> items;
  const RoundRect box = rounded(area, open_corners(paint.radius, edges));
  fill_ground(paint.background, box, items);
  rule_content(paint, area, edges, items);
  paint_borders(open_borders(paint.border, edges), box, items);
  return items;
}

}  // namespace pubbuild
