// The margins of a page and what its margin boxes ask for → how they share the sides of the page (CSS Paged
// Media 3 §5.3).
#pragma once

#include <array>
#include <optional>

#include "style/page_style.h"

namespace pubbuild {

// Along one axis: from where to where, on the page.
struct Extent {
  Length start;
  Length length;
};

// Boxes at the top and the bottom share a side by their widths, those at the left and the right by their
// heights.
enum class SharedAxis : uint8_t { x, y };

// What a box says of its border box along one axis, percentages resolved.
struct AxisSizes {
  std::optional<Length> length;  // within its least and most; nothing: auto
  Length least;
  Length most;
  std::optional<Length> margin_start;  // nothing: auto
  std::optional<Length> margin_end;
  Length edge_start;  // border and padding
  Length edge_end;

  Length margins() const { return margin_start.value_or(Length{}) + margin_end.value_or(Length{}); }
};
// `whole`: of the area that contains the box.
AxisSizes sizes_along_x(const ComputedStyle& style, Length whole);
AxisSizes sizes_along_y(const ComputedStyle& style, Length whole);

// The border box across the side or in a corner: `auto` fills, and what is left over or lacks is a matter of
// the margin at the edge of the sheet. It stays inside `whole`.
enum class SheetEdge : uint8_t { at_start, at_end };
Extent fill_axis(const AxisSizes& sizes, Extent whole, SheetEdge edge);

// What a box asks for of the side it shares with two others, margins, border and padding included.
struct SideWish {
  bool is_there = false;
  std::optional<Length> length;  // nothing: auto
  Length narrowest;              // of its content
  Length widest;
  Length least;
  Length most = longest_length;
};
// The lengths of the three, start to end, for them to stand at the start, in the middle and at the end of the
// side. They do not overlap.
std::array<Length, 3> share_side(const std::array<SideWish, 3>& wishes, Length side);

}  // namespace pubbuild
