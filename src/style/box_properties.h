// Values of the properties of boxes, lists, tables and pages → fields of the computed style.
#pragma once

#include "style/properties.h"

namespace pubbuild::css {

// The sides a declaration can name; the physical ones become logical by the element's own writing mode.
enum class Side : uint8_t { block_start, inline_end, block_end, inline_start, top, right, bottom, left };

// 0 to 3 in the order of Sides.
size_t logical_side(Side side, const ComputedStyle& style);
// The corner between two sides, one of them of the block axis.
enum class Corner : uint8_t {
  start_start,
  start_end,
  end_end,
  end_start,
  top_left,
  top_right,
  bottom_right,
  bottom_left
};
Radius& at_corner(Corners<Radius>& corners, Corner corner, const ComputedStyle& style);

template <typename T>
T& at_side(Sides<T>& sides, size_t logical) {
  T* const each[] = {&sides.block_start, &sides.inline_end, &sides.block_end, &sides.inline_start};
  return *each[logical];
}
template <typename T>
const T& at_side(const Sides<T>& sides, size_t logical) {
  const T* const each[] = {&sides.block_start, &sides.inline_end, &sides.block_end, &sides.inline_start};
  return *each[logical];
}

bool read_border_width(Values& values, Length& into);
bool read_border_style(Values& values, BorderStyle& into);
bool read_radius(Values& values, Radius& into);
bool read_decoration_break(Values& values, BoxDecorationBreak& into);
bool set_rule_lines(Computation& computation, Values& values);
bool read_display(Values& values, Display& into);
bool read_float(Values& values, Float& into);
bool read_box_size(Values& values, LengthOrPercent& into);
bool read_least_size(Values& values, LengthOrPercent& into);
bool read_largest_size(Values& values, LengthOrPercent& into);
bool read_box_sizing(Values& values, BoxSizing& into);
bool read_step_size(Values& values, Length& into);
bool read_step_insert(Values& values, StepInsert& into);
bool read_step_align(Values& values, StepAlign& into);
bool read_list_position(Values& values, ListStylePosition& into);
bool read_list_type(Values& values, std::string& into);
bool read_border_collapse(Values& values, bool& into);
bool set_border_spacing(Computation& computation, Values& values);
void copy_border_spacing(Computation& computation, const ComputedStyle& from);
bool read_caption_side(Values& values, CaptionSide& into);
bool read_break(Values& values, Break& into);
bool read_break_inside(Values& values, Break& into);
bool read_line_count(Values& values, int32_t& into);
bool read_page_name(Values& values, std::string& into);
bool set_page_size(Computation& computation, Values& values);
bool set_border_length(Computation& computation, Values& values);

}  // namespace pubbuild::css
