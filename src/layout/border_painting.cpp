// Straight borders of one colour as strokes; all others as rings, mitred where two colours meet (CSS
// Backgrounds 3 §4.2, §4.3).
#include "layout/border_painting.h"

#include <algorithm>
#include <array>

#include "layout/paragraph.h"

namespace pubbuild {

namespace {

constexpr size_t side_count = 4;  // block start, inline end, block end, inline start

std::array<Border, side_count> in_order(const Sides<Border>& border) {
  return {border.block_start, border.inline_end, border.block_end, border.inline_start};
}

// Drawn as strokes wherever they are.
bool is_broken(BorderStyle style) {
  return style == BorderStyle::dashed || style == BorderStyle::dotted || style == BorderStyle::wavy;
}

StrokeStyle stroke_style(BorderStyle style) {
  switch (style) {
    case BorderStyle::dashed:
      return StrokeStyle::dashed;
    case BorderStyle::dotted:
      return StrokeStyle::dotted;
    case BorderStyle::wavy:
      return StrokeStyle::wavy;
    case BorderStyle::none:
    case BorderStyle::hidden:
    case BorderStyle::solid:
    case BorderStyle::double_:
    case BorderStyle::groove:
    case BorderStyle::ridge:
    case BorderStyle::inset:
    case BorderStyle::outset:
      return StrokeStyle::solid;
  }
  return StrokeStyle::solid;
}

uint8_t mixed(uint8_t channel, uint8_t with) {
  return static_cast<uint8_t>((channel + with) / 2);
}

Color shade(Color color, uint8_t with) {
  return {mixed(color.red, with), mixed(color.green, with), mixed(color.blue, with), color.alpha};
}

bool is_dark(Color color) {
  return std::max({color.red, color.green, color.blue}) < 64;
}

// Of two shades that make a border look cut in or raised, the darker and the lighter one: colours that cannot
// be darker are made lighter.
Color dark_side(Color color) {
  return is_dark(color) ? color : shade(color, 0);
}
Color light_side(Color color) {
  return is_dark(color) ? shade(color, 128) : color;
}

// A border is one ring or two, one in the other.
constexpr size_t ring_count = 2;

// What one side of a ring is of a border.
struct RingSide {
  Length offset;  // from the border's outer edge
  Length width;
  Color color;
};

RingSide shaded_half(const Border& border, size_t side, size_t ring, bool cut_in) {
  const bool is_before = side == 0 || side == 3;
  const Length half = border.width / 2;
  const bool dark = is_before == (cut_in == (ring == 0));
  return {ring == 0 ? Length{} : half, ring == 0 ? half : border.width - half,
          dark ? dark_side(border.color) : light_side(border.color)};
}

RingSide ring_side(const Border& border, size_t side, size_t ring) {
  const RingSide none{border.width, {}, border.color};
  const bool is_before = side == 0 || side == 3;
  const Length third = border.width / 3;
  switch (border.style) {
    case BorderStyle::double_:
      return ring == 0 ? RingSide{{}, third, border.color}
                       : RingSide{border.width - third, third, border.color};
    case BorderStyle::groove:
      return shaded_half(border, side, ring, true);
    case BorderStyle::ridge:
      return shaded_half(border, side, ring, false);
    case BorderStyle::inset:
      if (ring > 0) return none;
      return {{}, border.width, is_before ? dark_side(border.color) : light_side(border.color)};
    case BorderStyle::outset:
      if (ring > 0) return none;
      return {{}, border.width, is_before ? light_side(border.color) : dark_side(border.color)};
    case BorderStyle::solid:
      return ring == 0 ? RingSide{{}, border.width, border.color} : none;
    case BorderStyle::none:
    case BorderStyle::hidden:
    case BorderStyle::dashed:
    case BorderStyle::dotted:
    case BorderStyle::wavy:
      return none;
  }
  return none;
}

class BorderPainting {
 public:
  BorderPainting(const Sides<Border>& border, const RoundRect& box, std::vector<Item>& items)
      : border_(in_order(border)), box_(box), items_(items) {}

  void run() {
    if (!is_round(box_) && is_straight()) return draw_strokes();
    if (is_one_broken_line()) return draw_around();
    for (size_t ring = 0; ring < ring_count; ++ring) draw_ring(ring);
    for (size_t side = 0; side < side_count; ++side) {
      if (is_broken(border_[side].style)) draw_stroke(side);
    }
  }

 private:
  bool is_shown(size_t side) const { return border_[side].width > Length{}; }

  // No mitre shows: one colour, and every border one line.
  bool is_straight() const {
    const Border* first = nullptr;
    for (const Border& each : border_) {
      if (each.width <= Length{}) continue;
      if (each.style != BorderStyle::solid && !is_broken(each.style)) return false;
      if (first && first->color != each.color && each.style == BorderStyle::solid) return false;
      first = &each;
    }
    return true;
  }

  bool is_one_broken_line() const {
    return is_broken(border_[0].style) &&
           std::ranges::all_of(border_, [&](const Border& each) { return each == border_[0]; });
  }

  void draw_strokes() {
    for (const size_t side : {size_t{0}, size_t{2}, size_t{3}, size_t{1}}) draw_stroke(side);
  }

  // Along the middle of the border.
  void draw_stroke(size_t side) {
    if (!is_shown(side)) return;
    const Border& border = border_[side];
    const Length half = border.width / 2;
    const Length left = box_.area.x;
    const Length top = box_.area.y;
    const Length right = left + box_.area.width;
    const Length bottom = top + box_.area.height;
    const std::array<std::array<Point, 2>, side_count> lines{
        {{{{left, top + half}, {right, top + half}}},
         {{{right - half, top}, {right - half, bottom}}},
         {{{left, bottom - half}, {right, bottom - half}}},
         {{{left + half, top}, {left + half, bottom}}}}};
    items_.push_back(border_stroke(border, lines[side][0], lines[side][1]));
  }

  void draw_around() {
    const Length half = border_[0].width / 2;
    PathItem path;
    append_outline(inset(box_, {half, half, half, half}), path.steps);
    path.ink = ink_of(border_[0].color);
    path.width = border_[0].width;
    path.style = stroke_style(border_[0].style);
    items_.push_back(std::move(path));
  }

  void draw_ring(size_t ring) {
    std::array<RingSide, side_count> sides;
    for (size_t side = 0; side < side_count; ++side) sides[side] = ring_side(border_[side], side, ring);
    const RoundRect outer = inset(box_, {sides[0].offset, sides[1].offset, sides[2].offset, sides[3].offset});
    const RoundRect inner = inset(outer, {sides[0].width, sides[1].width, sides[2].width, sides[3].width});
    std::vector<PathStep> steps;
    append_outline(outer, steps);
    append_outline(inner, steps);
    const auto is_like_first = [&](const RingSide& side) {
      return side.width > Length{} && side.color == sides[0].color;
    };
    if (std::ranges::all_of(sides, is_like_first)) {
      items_.push_back(PathItem{std::move(steps), {}, ink_of(sides[0].color), {}, StrokeStyle::solid});
      return;
    }
    for (size_t side = 0; side < side_count; ++side) {
      if (sides[side].width <= Length{}) continue;
      items_.push_back(
          PathItem{steps, mitred(outer, sides, side), ink_of(sides[side].color), {}, StrokeStyle::solid});
    }
  }

  // Where the sides that meet at corner `n` (between side n − 1 and side n) are parted: on a line through the
  // corners of the outer and the inner edge, as far as the middle of the box; where only one of them is
  // there, where it ends.
  static Point part_point(const RoundRect& box, const std::array<RingSide, side_count>& sides, size_t n) {
    const bool at_right = n == 1 || n == 2;
    const bool at_bottom = n == 2 || n == 3;
    const Length across = sides[at_right ? 1 : 3].width;
    const Length down = sides[at_bottom ? 2 : 0].width;
    const Size radius = radius_at(box, n);
    Length dx = box.area.width / 2;
    Length dy = box.area.height / 2;
    if (down <= Length{}) {
      dx = max(across, radius.width);
      dy = {};
    } else if (across <= Length{}) {
      dx = {};
      dy = max(down, radius.height);
    } else if (scaled(dy, across.milli, down.milli) < dx) {
      dx = scaled(dy, across.milli, down.milli);
    } else {
      dy = scaled(dx, down.milli, across.milli);
    }
    const Rect& area = box.area;
    return {at_right ? area.x + area.width - dx : area.x + dx,
            at_bottom ? area.y + area.height - dy : area.y + dy};
  }

  static Size radius_at(const RoundRect& box, size_t corner) {
    const Corners<Size>& radii = box.radii;
    const Size all[] = {radii.start_start, radii.start_end, radii.end_end, radii.end_start};
    return all[corner];
  }

  static std::vector<Point> mitred(const RoundRect& box, const std::array<RingSide, side_count>& sides,
                                   size_t side) {
    const Rect& area = box.area;
    const Length right = area.x + area.width;
    const Length bottom = area.y + area.height;
    const std::array<Point, side_count> corners{
        {{area.x, area.y}, {right, area.y}, {right, bottom}, {area.x, bottom}}};
    const size_t next = (side + 1) % side_count;
    return {corners[side], corners[next], part_point(box, sides, next), part_point(box, sides, side)};
  }

  const std::array<Border, side_count> border_;
  const RoundRect& box_;
  std::vector<Item>& items_;
};

}  // namespace

void paint_borders(const Sides<Border>& border, const RoundRect& box, std::vector<Item>& items) {
  const auto all = in_order(border);
  if (std::ranges::none_of(all, [](const Border& each) { return each.width > Length{}; })) return;
  BorderPainting(border, box, items).run();
}

StrokeItem border_stroke(const Border& border, Point from, Point to) {
  return {from, to, border.width, ink_of(border.color), stroke_style(border.style)};
}

}  // namespace pubbuild
