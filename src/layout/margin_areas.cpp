// What margin boxes ask for → lengths along the sides of a page.
#include "layout/margin_areas.h"

namespace pubbuild {

namespace {

// Min-content and max-content of what stands at one place of a side.
struct Flex {
  Length narrowest;
  Length widest;
};

// CSS Paged Media 3 §5.3.2.3: what is left over goes by the widest content, what lacks by what can give.
Length flexed(Flex box, Flex other, Length side) {
  const Length widest = box.widest + other.widest;
  const Length narrowest = box.narrowest + other.narrowest;
  if (widest <= Length{}) return side / 2;
  if (widest <= side) return box.widest + scaled(side - widest, box.widest.milli, widest.milli);
  if (narrowest < side)
    return box.narrowest +
           scaled(side - narrowest, (box.widest - box.narrowest).milli, (widest - narrowest).milli);
  return scaled(side, box.narrowest.milli, max(narrowest, millipoints(1)).milli);
}

Flex flex_of(const SideWish& wish) {
  if (!wish.is_there) return {};
  if (wish.length) return {*wish.length, *wish.length};
  return {wish.narrowest, wish.widest};
}

// The boxes at both ends as the middle one sees them: twice the larger, so that it stays in the middle.
Flex both_ends(const SideWish& start, const SideWish& end) {
  const Flex a = flex_of(start);
  const Flex b = flex_of(end);
  return {max(a.narrowest, b.narrowest) * 2, max(a.widest, b.widest) * 2};
}

bool is_auto(const SideWish& wish) {
  return wish.is_there && !wish.length;
}

Length ends_length(const SideWish& start, const SideWish& end) {
  return max(start.length.value_or(Length{}), end.length.value_or(Length{})) * 2;
}

std::array<Length, 3> shared_with_middle(const std::array<SideWish, 3>& wishes, Length side) {
  const auto& [start, middle, end] = wishes;
  Length width = middle.length.value_or(Length{});
  if (!middle.length) {
    const bool ends_flex = is_auto(start) || is_auto(end);
    width = ends_flex ? flexed(flex_of(middle), both_ends(start, end), side) : side - ends_length(start, end);
  }
  const Length beside = max((side - width) / 2, Length{});
  const auto end_width = [&](const SideWish& wish) {
    return wish.is_there ? wish.length.value_or(beside) : Length{};
  };
  return {end_width(start), width, end_width(end)};
}

std::array<Length, 3> shared_by_ends(const SideWish& start, const SideWish& end, Length side) {
  const Length first = !start.is_there ? Length{}
                       : start.length  ? *start.length
                       : is_auto(end)  ? flexed(flex_of(start), flex_of(end), side)
                                       : side - flex_of(end).widest;
  const Length last = !end.is_there ? Length{} : end.length.value_or(side - first);
  return {first, {}, last};
}

std::array<Length, 3> shared(const std::array<SideWish, 3>& wishes, Length side) {
  return wishes[1].is_there ? shared_with_middle(wishes, side) : shared_by_ends(wishes[0], wishes[2], side);
}

// CSS 2.1 §10.4: those that got too much get their most, then those that got too little their least; the
// others share again.
std::array<Length, 3> within_limits(std::array<SideWish, 3> wishes, Length side) {
  std::array<Length, 3> lengths = shared(wishes, side);
  for (size_t n = 0; n < 3; ++n) {
    if (lengths[n] > wishes[n].most) wishes[n].length = wishes[n].most;
  }
  lengths = shared(wishes, side);
  for (size_t n = 0; n < 3; ++n) {
    if (wishes[n].is_there && lengths[n] < wishes[n].least) wishes[n].length = wishes[n].least;
  }
  return shared(wishes, side);
}

// One axis of a style.
struct AxisStyle {
  const LengthOrPercent& length;
  const LengthOrPercent& least;
  const LengthOrPercent& most;
  const LengthOrPercent& margin_start;
  const LengthOrPercent& margin_end;
  Length edge_start;
  Length edge_end;
  BoxSizing sizing;
};

std::optional<Length> unless_auto(const LengthOrPercent& length, Length whole) {
  if (length.is_auto) return std::nullopt;
  return length.of(whole);
}

AxisSizes sizes_along(const AxisStyle& style, Length whole) {
  const Length edges = style.edge_start + style.edge_end;
  const Length around = style.sizing == BoxSizing::content_box ? edges : Length{};
  AxisSizes sizes;
  sizes.least = max(style.least.of(whole) + around, edges);
  sizes.most = max(style.most.is_auto ? longest_length : style.most.of(whole) + around, sizes.least);
  if (!style.length.is_auto)
    sizes.length = max(sizes.least, min(style.length.of(whole) + around, sizes.most));
  sizes.margin_start = unless_auto(style.margin_start, whole);
  sizes.margin_end = unless_auto(style.margin_end, whole);
  sizes.edge_start = style.edge_start;
  sizes.edge_end = style.edge_end;
  return sizes;
}

Length edge_of(const Border& border, const LengthOrPercent& padding, Length whole) {
  return border.width + padding.of(whole);
}

}  // namespace

AxisSizes sizes_along_x(const ComputedStyle& style, Length whole) {
  return sizes_along(
      {style.inline_size, style.min_inline_size, style.max_inline_size, style.margin.inline_start,
       style.margin.inline_end, edge_of(style.border.inline_start, style.padding.inline_start, whole),
       edge_of(style.border.inline_end, style.padding.inline_end, whole), style.box_sizing},
      whole);
}

AxisSizes sizes_along_y(const ComputedStyle& style, Length whole) {
  return sizes_along(
      {style.block_size, style.min_block_size, style.max_block_size, style.margin.block_start,
       style.margin.block_end, edge_of(style.border.block_start, style.padding.block_start, whole),
       edge_of(style.border.block_end, style.padding.block_end, whole), style.box_sizing},
      whole);
}

Extent fill_axis(const AxisSizes& sizes, Extent whole, SheetEdge edge) {
  const Length filled = max(sizes.least, min(whole.length - sizes.margins(), sizes.most));
  const Length length = max(min(sizes.length.value_or(filled), whole.length), Length{});
  const Length room = whole.length - length;
  const bool centred = !sizes.margin_start && !sizes.margin_end;
  const bool start_gives = !sizes.margin_start || (sizes.margin_end && edge == SheetEdge::at_start);
  const Length start = centred       ? room / 2
                       : start_gives ? room - sizes.margin_end.value_or(Length{})
                                     : sizes.margin_start.value_or(Length{});
  return {whole.start + max(Length{}, min(start, room)), length};
}

std::array<Length, 3> share_side(const std::array<SideWish, 3>& wishes, Length side) {
  std::array<Length, 3> lengths = within_limits(wishes, side);
  lengths[1] = max(Length{}, min(lengths[1], side));
  const Length beside = wishes[1].is_there ? (side - lengths[1]) / 2 : side;
  lengths[0] = max(Length{}, min(lengths[0], beside));
  lengths[2] = max(Length{}, min(lengths[2], wishes[1].is_there ? beside : side - lengths[0]));
  return lengths;
}

}  // namespace pubbuild
