// Margin boxes of a page and what holds on it → items (CSS Paged Media 3 §5).
#include "layout/furniture.h"

#include <array>

#include "layout/box_painting.h"
#include "layout/margin_areas.h"
#include "layout/paragraph.h"
#include "page/move.h"

namespace pubbuild {

namespace {

// One of the four sides, with the boxes that share it from its start to its end.
struct Side {
  SharedAxis axis;
  std::array<MarginArea, 3> areas;
  Extent shared;
  Extent across;
  SheetEdge edge;
};

struct Corner {
  MarginArea area;
  Extent x;
  Extent y;
  SheetEdge edge_x;
  SheetEdge edge_y;
};

Length height_of(const std::vector<Line>& lines) {
  Length height;
  for (const Line& line : lines) height += line.height;
  return height;
}

Length shift_down(VerticalAlign align, Length room) {
  switch (align) {
    case VerticalAlign::top:
    case VerticalAlign::text_top:
      return {};
    case VerticalAlign::bottom:
    case VerticalAlign::text_bottom:
      return room;
    case VerticalAlign::baseline:
    case VerticalAlign::middle:
    case VerticalAlign::sub:
    case VerticalAlign::super:
    case VerticalAlign::length:
      return room / 2;
  }
  return room / 2;
}

Extent without_edges(Extent border_box, const AxisSizes& sizes) {
  return {border_box.start + sizes.edge_start,
          max(border_box.length - sizes.edge_start - sizes.edge_end, Length{})};
}

// A box on the side it shares: its margin box begins at `start`.
Extent without_margins(Length start, Length length, const AxisSizes& sizes) {
  return {start + sizes.margin_start.value_or(Length{}), max(length - sizes.margins(), Length{})};
}

Rect rect_of(Extent x, Extent y) {
  return {x.start, y.start, x.length, y.length};
}

class Furniture {
 public:
  Furniture(LayoutDocument& document, const PageStyle& page, const PageFacts& facts)
      : document_(document), page_(page), facts_(facts) {}

  std::vector<Item> run() {
    paint_page();
    const Extent left{{}, page_.margin_left};
    const Extent right{page_.size.width - page_.margin_right, page_.margin_right};
    const Extent top{{}, page_.margin_top};
    const Extent bottom{page_.size.height - page_.margin_bottom, page_.margin_bottom};
    const Extent across{page_.margin_left, right.start - page_.margin_left};
    const Extent down{page_.margin_top, bottom.start - page_.margin_top};
    using enum MarginArea;
    add_corner({top_left_corner, left, top, SheetEdge::at_start, SheetEdge::at_start});
    add_side({SharedAxis::x, {top_left, top_center, top_right}, across, top, SheetEdge::at_start});
    add_corner({top_right_corner, right, top, SheetEdge::at_end, SheetEdge::at_start});
    add_side({SharedAxis::y, {left_top, left_middle, left_bottom}, down, left, SheetEdge::at_start});
    add_side({SharedAxis::y, {right_top, right_middle, right_bottom}, down, right, SheetEdge::at_end});
    add_corner({bottom_left_corner, left, bottom, SheetEdge::at_start, SheetEdge::at_end});
    add_side({SharedAxis::x, {bottom_left, bottom_center, bottom_right}, across, bottom, SheetEdge::at_end});
    add_corner({bottom_right_corner, right, bottom, SheetEdge::at_end, SheetEdge::at_end});
    return std::move(items_);
  }

 private:
  // A margin box that is there, as far as one axis needs to know it.
  struct Box {
    const ComputedStyle* style = nullptr;
    std::string text;
    AxisSizes sizes;  // along the shared axis
    Extent across;    // its border box on the other one
    Extent content_across;
  };

  void paint(const ComputedStyle& style, Rect area) {
    for (Item& item : paint_box(paint_of(style), area)) items_.push_back(std::move(item));
  }

  // The background is that of the whole sheet, the borders are at the margins (CSS Paged Media 3 §3.3).
  void paint_page() {
    BoxPaint paint = paint_of(page_.box);
    if (paint.background.alpha > 0) {
      BoxPaint ground;
      ground.background = paint.background;
      for (Item& item : paint_box(ground, {{}, {}, page_.size.width, page_.size.height}))
        items_.push_back(std::move(item));
      paint.background = transparent;
    }
    const Rect inside{page_.margin_left, page_.margin_top,
                      page_.size.width - page_.margin_left - page_.margin_right,
                      page_.size.height - page_.margin_top - page_.margin_bottom};
    for (Item& item : paint_box(paint, inside)) items_.push_back(std::move(item));
  }

  void add_corner(const Corner& corner) {
    const ComputedStyle* style = page_.margin_box(corner.area);
    if (!style) return;
    const AxisSizes along_x = sizes_along_x(*style, corner.x.length);
    const AxisSizes along_y = sizes_along_y(*style, corner.y.length);
    const Extent x = fill_axis(along_x, corner.x, corner.edge_x);
    const Extent y = fill_axis(along_y, corner.y, corner.edge_y);
    draw(*style, margin_text(*style, facts_), rect_of(x, y),
         rect_of(without_edges(x, along_x), without_edges(y, along_y)));
  }

  void add_side(const Side& side) {
    std::array<Box, 3> boxes;
    for (size_t n = 0; n < 3; ++n) {
      if (const ComputedStyle* style = page_.margin_box(side.areas[n])) boxes[n] = box_on(side, *style);
    }
    const std::array<Extent, 3> places = share(boxes, side);
    for (size_t n = 0; n < 3; ++n) {
      const Box& box = boxes[n];
      if (!box.style) continue;
      const Extent content = without_edges(places[n], box.sizes);
      if (side.axis == SharedAxis::x)
        draw(*box.style, box.text, rect_of(places[n], box.across), rect_of(content, box.content_across));
      else
        draw(*box.style, box.text, rect_of(box.across, places[n]), rect_of(box.content_across, content));
    }
  }

  Box box_on(const Side& side, const ComputedStyle& style) const {
    const bool is_row = side.axis == SharedAxis::x;
    const AxisSizes over =
        is_row ? sizes_along_y(style, side.across.length) : sizes_along_x(style, side.across.length);
    const AxisSizes along =
        is_row ? sizes_along_x(style, side.shared.length) : sizes_along_y(style, side.shared.length);
    const Extent across = fill_axis(over, side.across, side.edge);
    return {&style, margin_text(style, facts_), along, across, without_edges(across, over)};
  }

  // The least and the most that the content of a box takes of the side. A line too long ends in an ellipsis
  // rather than leave its neighbour no room.
  ContentWidths content_lengths(const Box& box, const Side& side) {
    if (side.axis == SharedAxis::x) {
      ContentWidths widths = content_widths(document_, inline_text(box.text, *box.style));
      widths.narrowest = min(widths.narrowest, side.shared.length / 4);
      return widths;
    }
    const Size room{box.content_across.length, side.shared.length};
    const Length height = height_of(margin_lines(document_, box.text, *box.style, room));
    return {height, height};
  }

  // The border boxes along the shared axis. A box that shares with none is not measured.
  std::array<Extent, 3> share(const std::array<Box, 3>& boxes, const Side& side) {
    std::array<SideWish, 3> wishes;
    const int count = (boxes[0].style != nullptr) + (boxes[1].style != nullptr) + (boxes[2].style != nullptr);
    for (size_t n = 0; n < 3; ++n) {
      if (boxes[n].style) wishes[n] = wish_of(boxes[n].sizes);
      if (!boxes[n].style || wishes[n].length || count == 1) continue;
      const ContentWidths widths = content_lengths(boxes[n], side);
      const Length around = boxes[n].sizes.margins() + boxes[n].sizes.edge_start + boxes[n].sizes.edge_end;
      wishes[n].narrowest = widths.narrowest + around;
      wishes[n].widest = widths.widest + around;
    }
    const std::array<Length, 3> lengths = share_side(wishes, side.shared.length);
    const Length start = side.shared.start;
    const Length whole = side.shared.length;
    return {without_margins(start, lengths[0], boxes[0].sizes),
            without_margins(start + (whole - lengths[1]) / 2, lengths[1], boxes[1].sizes),
            without_margins(start + whole - lengths[2], lengths[2], boxes[2].sizes)};
  }

  static SideWish wish_of(const AxisSizes& sizes) {
    SideWish wish;
    wish.is_there = true;
    if (sizes.length) wish.length = *sizes.length + sizes.margins();
    wish.least = sizes.least + sizes.margins();
    wish.most = sizes.most + sizes.margins();
    return wish;
  }

  void draw(const ComputedStyle& style, const std::string& text, Rect border_box, Rect content) {
    paint(style, border_box);
    if (text.empty()) return;
    std::vector<Line> lines = margin_lines(document_, text, style, {content.width, content.height});
    Length y = content.y + shift_down(style.vertical_align, content.height - height_of(lines));
    for (Line& line : lines) {
      for (Item& item : line.items) {
        move(item, {content.x, y});
        items_.push_back(std::move(item));
      }
      y += line.height;
    }
  }

  LayoutDocument& document_;
  const PageStyle& page_;
  const PageFacts& facts_;
  std::vector<Item> items_;
};

}  // namespace

std::optional<std::string> folio_style(const PageStyle& page) {
  for (const MarginBox& box : page.margin_boxes) {
    for (const ContentPiece& piece : box.style.content) {
      const bool counts =
          piece.kind == ContentPiece::Kind::counter || piece.kind == ContentPiece::Kind::counters;
      if (counts && piece.name == "page") return piece.style.empty() ? "decimal" : piece.style;
    }
  }
  return std::nullopt;
}

std::vector<Item> page_furniture(LayoutDocument& document, const PageStyle& page, const PageFacts& facts) {
  return Furniture(document, page, facts).run();
}

}  // namespace pubbuild
