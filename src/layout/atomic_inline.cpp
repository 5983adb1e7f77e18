// Shrink-to-fit, then a galley of its own, placed at once.
#include "layout/atomic_inline.h"

#include "layout/block_flow.h"
#include "layout/block_size.h"
#include "layout/column_widths.h"
#include "layout/galley_cut.h"
#include "layout/page_canvas.h"
#include "page/move.h"

namespace pubbuild {

namespace {

Length inline_margins(const ComputedStyle& style, Length measure) {
  return style.margin.inline_start.of(measure) + style.margin.inline_end.of(measure);
}

Length border_width(LayoutDocument& document, NodeId node, Length measure) {
  const ComputedStyle& style = document.style(node);
  const Length sides = inline_sides(style, measure);
  if (!style.inline_size.is_auto) return border_box_width(style, measure, {});
  const ContentWidths widths = content_widths_of(document, node);
  const Length available = measure - inline_margins(style, measure) - sides;
  const Length fitting = min(max(widths.narrowest, available), widths.widest);
  return border_box_width(style, measure, fitting + sides);
}

// From the galley's top, of the last line with text or pictures; below zero where there is none.
Length last_baseline(const Galley& galley) {
  Length y;
  Length baseline = -millipoints(1);
  for (const GalleyItem& item : galley) {
    const auto* line = std::get_if<Line>(&item);
    if (line && !line->items.empty()) baseline = y + line->baseline;
    y += height_of(item);
  }
  return baseline;
}

Galley boxed(LayoutDocument& document, NodeId node, Length measure, StructureId parent) {
  const ComputedStyle& style = document.style(node);
  const Length width = border_width(document, node, measure);
  const Length start = style.border.inline_start.width + style.padding.inline_start.of(measure);
  const Length lead = style.border.block_start.width + style.padding.block_start.of(measure);
  const Length x = style.margin.inline_start.of(measure);
  BlockFlow flow(document, x + start, max(width - inline_sides(style, measure), style.font_size));
  flow.add_children(node, parent);
  Galley inner = flow.finish();
  forget_headers(inner);
  const Length lack = least_content_height(style, measure) - galley_height(inner);
  Galley galley;
  galley.push_back(BoxOpen{x, width, paint_of(style), lead});
  for (GalleyItem& item : inner) galley.push_back(std::move(item));
  if (lack > Length{}) galley.push_back(Space{lack, lack});
  galley.push_back(BoxClose{style.border.block_end.width + style.padding.block_end.of(measure)});
  return galley;
}

}  // namespace

Length atomic_width(LayoutDocument& document, NodeId node, Length measure) {
  return border_width(document, node, measure) + inline_margins(document.style(node), measure);
}

AtomicBox lay_out_atomic(LayoutDocument& document, NodeId node, Length measure, StructureId parent) {
  const ComputedStyle& style = document.style(node);
  const StructureId structure =
      parent == StructureId::artifact ? parent : document.structure.add(Role::span, parent);
  const Galley galley = boxed(document, node, measure, structure);
  const Length top = style.margin.block_start.of(measure);
  const Length height = top + galley_height(galley) + style.margin.block_end.of(measure);
  const Length line = last_baseline(galley);
  AtomicBox box;
  box.ascent = line < Length{} ? height : top + line;
  box.descent = height - box.ascent;
  PageCanvas canvas({{}, {measure, height}}, {});
  canvas.move_to(top);
  canvas.place_all(galley, 0);
  const size_t shown = canvas.next_item();
  box.content.items = canvas.take_items();
  const size_t grounds = box.content.items.size() - shown;
  for (Item& item : box.content.items) move(item, {{}, -box.ascent});
  box.content.notes = canvas.calls();
  for (NoteCall& call : box.content.notes) call.item += grounds;
  for (const PlacedMark& mark : canvas.marks()) box.content.marks.destinations.push_back(mark.destination);
  box.content.marks.strings = canvas.strings();
  box.content.marks.counters = canvas.counters();
  return box;
}

}  // namespace pubbuild
