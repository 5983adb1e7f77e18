// The area of a box and how it is painted → the items of its background and its borders.
#pragma once

#include <cstdint>
#include <vector>

#include "page/pages.h"
#include "style/computed.h"

namespace pubbuild {

// What is painted of a box, behind its content and around it.
struct BoxPaint {
  Color background = transparent;
  Sides<Border> border;
  RuleLines lines;
  Sides<Length> padding;  // around the content, which ruled lines are drawn across
  Corners<Radius> radius;
};

// `measure` is what percentages of padding are of.
BoxPaint paint_of(const ComputedStyle& style, Length measure = {});
// Whether a box of this style leaves a mark even where it holds nothing.
bool is_painted(const BoxPaint& paint);

// Where a page parts a box its border is not drawn (CSS Fragmentation 3 §5.4).
enum class Edge : uint8_t { closed, cut };
struct BoxEdges {
  Edge start = Edge::closed;
  Edge end = Edge::closed;
  Edge inline_start = Edge::closed;  // of an inline box that a line cuts
  Edge inline_end = Edge::closed;
};

// `area` is the border box. The background stands before the lines and the borders, all of them artifacts.
std::vector<Item> paint_box(const BoxPaint& paint, Rect area, BoxEdges edges = {});

}  // namespace pubbuild
