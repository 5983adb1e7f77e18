// Widths and heights by box-sizing, between min and max.
#include "layout/block_size.h"

namespace pubbuild {

namespace {

// As an attack only: a box as high as this many points fills all pages that a publication may have.
constexpr Length highest_box = points(100'000);

Length border_width_of(Length size, const ComputedStyle& style, Length sides) {
  return style.box_sizing == BoxSizing::border_box ? max(size, sides) : size + sides;
}

Length block_sides(const ComputedStyle& style, Length measure) {
  return style.border.block_start.width + style.border.block_end.width +
         style.padding.block_start.of(measure) + style.padding.block_end.of(measure);
}

// A height is known where it is no percentage; the room below a block is not.
bool is_known(const LengthOrPercent& size) {
  return !size.is_auto && size.permyriad == 0;
}

}  // namespace

Length inline_sides(const ComputedStyle& style, Length measure) {
  return style.border.inline_start.width + style.border.inline_end.width +
         style.padding.inline_start.of(measure) + style.padding.inline_end.of(measure);
}

Length border_box_width(const ComputedStyle& style, Length measure, Length otherwise) {
  const Length sides = inline_sides(style, measure);
  Length width = otherwise;
  if (!style.inline_size.is_auto) width = border_width_of(style.inline_size.of(measure), style, sides);
  if (!style.max_inline_size.is_auto)
    width = min(width, border_width_of(style.max_inline_size.of(measure), style, sides));
  return max(width, border_width_of(style.min_inline_size.of(measure), style, sides));
}

InlineExtent border_box(const ComputedStyle& style, BlockRoom room) {
  const Length before = style.margin.inline_start.of(room.measure);
  const Length available = room.measure - before - style.margin.inline_end.of(room.measure);
  InlineExtent box{room.x + before, available};
  const Length widest = max(available, room.limit - box.x);
  box.width = min(border_box_width(style, room.measure, available), widest);
  const Length rest = available - box.width;
  if (rest <= Length{} || !style.margin.inline_start.is_auto) return box;
  box.x += style.margin.inline_end.is_auto ? rest / 2 : rest;
  return box;
}

Length least_content_height(const ComputedStyle& style, Length measure) {
  const Length sides = style.box_sizing == BoxSizing::border_box ? block_sides(style, measure) : Length{};
  Length height;
  if (is_known(style.block_size)) height = style.block_size.length - sides;
  if (is_known(style.max_block_size)) height = min(height, style.max_block_size.length - sides);
  if (is_known(style.min_block_size)) height = max(height, style.min_block_size.length - sides);
  return max(Length{}, min(height, highest_box));
}

}  // namespace pubbuild
