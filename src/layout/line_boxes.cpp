// Paints inline boxes: outer before inner, each as far as the line goes.
#include "layout/line_boxes.h"

#include <algorithm>

#include "base/language.h"
#include "layout/em_box.h"
#include "layout/paragraph.h"
#include "text/column.h"

namespace pubbuild {

namespace {

// Where decorating lines run by themselves, in thousandths of the em above the baseline, and how thick they
// are.
constexpr int64_t underline_at = -170;
constexpr int64_t line_through_at = 380;
constexpr int64_t overline_at = 900;
constexpr int64_t line_thickness = 50;

bool repeats_edges(const ComputedStyle& style) {
  return style.box_decoration_break == BoxDecorationBreak::clone;
}

// CSS Text Decoration 4 §2.8: the underline of vertical lines is at their left, in Japanese and Korean at
// their right, and what would be over them on the other side.
bool underlines_at_right(const ComputedStyle& style) {
  if (!is_vertical(style)) return false;
  switch (style.text_underline_position.vertical_side) {
    case UnderlinePosition::VerticalSide::left:
      return false;
    case UnderlinePosition::VerticalSide::right:
      return true;
    case UnderlinePosition::VerticalSide::auto_:
      break;
  }
  const Script script = script_of(style.lang);
  return script == Script::japanese || script == Script::korean;
}

// As far from the middle of Han characters, on the other side.
Length opposite(Length above, Length em) {
  return em_box_above(em) - em_box_below(em) - above;
}

StrokeStyle stroke_style(BorderStyle style) {
  switch (style) {
    case BorderStyle::wavy:
      return StrokeStyle::wavy;
    case BorderStyle::dashed:
      return StrokeStyle::dashed;
    case BorderStyle::dotted:
      return StrokeStyle::dotted;
    default:
      return StrokeStyle::solid;
  }
}

}  // namespace

bool decorates(const ComputedStyle& style) {
  const TextDecoration& lines = style.text_decoration;
  return lines.underline || lines.line_through || lines.overline;
}

LineBoxes::LineBoxes(Shaper& shaper, const InlineContent& content, const LinePlaces& places,
                     OpenInlineBoxes& boxes)
    : shaper_(shaper), content_(content), places_(places) {
  const std::vector<InlineBox>& all = content.text.boxes;
  const uint32_t end = places.next_byte();
  for (; boxes.next < all.size() && all[boxes.next].begin < end; ++boxes.next)
    boxes.open.push_back(static_cast<uint32_t>(boxes.next));
  for (const uint32_t number : boxes.open) take(number);
  std::erase_if(boxes.open, [&](uint32_t number) { return all[number].end <= end; });
}

const LineBoxes::Part* LineBoxes::part_of(uint32_t number) const {
  const auto found = std::ranges::lower_bound(parts_, number, {}, &Part::number);
  return found != parts_.end() && found->number == number ? &*found : nullptr;
}

void LineBoxes::take(uint32_t number) {
  const InlineBox& box = content_.text.boxes[number];
  Part part{number, &box, places_.cluster_from(box.begin), places_.cluster_from(box.end), {}, {}, {}, {}};
  if (part.first >= part.end) return;
  const size_t count = places_.count();
  const bool clones = repeats_edges(*box.style);
  part.lead = clones || box.begin >= places_.cluster(0).begin ? Edge::closed : Edge::cut;
  part.trail = clones || box.end <= places_.byte_end(count - 1) ? Edge::closed : Edge::cut;
  const Part* parent = box.parent == no_box ? nullptr : part_of(box.parent);
  if (places_.is_reordered()) {
    const LineStretch stretch = places_.stretch(part.first, part.end);
    part.start = stretch.start;
    part.stop = stretch.stop;
    parts_.push_back(part);
    return;
  }
  part.start = parent && parent->first == part.first ? content_start(*parent)
               : part.first == 0                     ? places_.origin().x
                                                     : places_.pen(part.first);
  part.stop = parent && parent->end == part.end ? content_stop(*parent)
              : part.end == count               ? places_.stop()
                                                : places_.end_of(part.end - 1);
  parts_.push_back(part);
}

Length LineBoxes::content_start(const Part& part) {
  return part.lead == Edge::closed ? part.start + part.box->lead : part.start;
}

Length LineBoxes::content_stop(const Part& part) {
  return part.trail == Edge::closed ? part.stop - part.box->trail : part.stop;
}

// Its content area is the em box of ideographs: a ground of even height under Han and Latin.
std::vector<Item> LineBoxes::box_of(const Part& part, Length baseline) {
  const ComputedStyle& style = *part.box->style;
  const Length em = style.font_size;
  const Length baseline_of_letters = baseline + letters_below_baseline(style);
  const Length above = em_box_above(em) + style.padding.block_start.of({}) + style.border.block_start.width;
  const Length below = em_box_below(em) + style.padding.block_end.of({}) + style.border.block_end.width;
  const Length start = part.start + (part.lead == Edge::closed ? part.box->margin_lead : Length{});
  const Length stop = part.stop - (part.trail == Edge::closed ? part.box->margin_trail : Length{});
  const Rect area{start, baseline_of_letters - part.box->raise - above, stop - start, above + below};
  return paint_box(paint_of(style), area, {Edge::closed, Edge::closed, part.lead, part.trail});
}

// Those of the blocks around first: decorations are not inherited but drawn over all that stands in their
// element, in its colour and at its height (CSS Text Decoration 3 §2).
std::vector<LineBoxes::Decoration> LineBoxes::decorations() const {
  std::vector<Decoration> found;
  const InlineBox* last = nullptr;
  const size_t count = places_.count();
  if (count == 0) return found;
  for (const ComputedStyle* style : content_.decorators)
    found.push_back({style, 0, count, places_.stretch(0, count).start, places_.stretch(0, count).stop, {}});
  for (const Part& part : parts_) {
    if (!decorates(*part.box->style)) continue;
    Decoration decoration{part.box->style,     part.first,         part.end,
                          content_start(part), content_stop(part), part.box->raise};
    // Two names side by side have a line each: a little is left out between them (CLREQ, proper noun marks).
    const Length gap = part.box->style->font_size / 12;
    if (last && last->end == part.box->begin && last->parent == part.box->parent) {
      found.back().stop -= gap;
      decoration.start += gap;
    }
    found.push_back(decoration);
    last = part.box;
  }
  return found;
}

void LineBoxes::draw_lines(const Decoration& decoration, Layer layer, std::vector<Item>& items) const {
  const TextDecoration& lines = decoration.style->text_decoration;
  const Length em = decoration.style->font_size;
  const Length thickness = thickness_of(*decoration.style);
  const bool is_double = lines.style == BorderStyle::double_;
  const auto draw = [&](Length above, Length second) {
    draw_line(decoration, above, items);
    if (is_double) draw_line(decoration, above + second, items);
  };
  if (layer == Layer::over) {
    const Length middle = scaled(em, line_through_at, 1000);
    if (lines.line_through) draw(is_double ? middle - thickness : middle, thickness * 2);
    return;
  }
  const Length under = underline_of(*decoration.style);
  const Length over = scaled(em, overline_at, 1000);
  const bool is_swapped = underlines_at_right(*decoration.style);
  if (lines.underline) draw(is_swapped ? opposite(under, em) : under, thickness * (is_swapped ? 2 : -2));
  if (lines.overline) draw(is_swapped ? opposite(over, em) : over, thickness * (is_swapped ? -2 : 2));
}

Length LineBoxes::thickness_of(const ComputedStyle& style) {
  const LengthOrPercent& thickness = style.text_decoration.thickness;
  if (thickness.is_auto) return scaled(style.font_size, line_thickness, 1000);
  return max(thickness.of(style.font_size), millipoints(50));
}

// The middle of the underline above the baseline; an offset is counted from the baseline, or from the lower
// edge of the text, to the line (CSS Text Decoration 4 §2.7, §2.8).
Length LineBoxes::underline_of(const ComputedStyle& style) const {
  const Length em = style.font_size;
  const LengthOrPercent& offset = style.text_underline_offset;
  const Length half = thickness_of(style) / 2;
  switch (style.text_underline_position.line) {
    case UnderlinePosition::Line::under:
      return -em_box_below(em) - offset.of(em) - half;
    case UnderlinePosition::Line::from_font:
      return shaper_.underline_position(style) - offset.of(em) - half;
    case UnderlinePosition::Line::auto_:
      return offset.is_auto ? scaled(em, underline_at, 1000) : -offset.of(em) - half;
  }
  return scaled(em, underline_at, 1000);
}

// Not through what is no text: a picture, a block in the line.
void LineBoxes::draw_line(const Decoration& decoration, Length above, std::vector<Item>& items) const {
  if (places_.is_reordered()) {
    draw_stroke(decoration, {decoration.start, decoration.stop}, above, items);
    return;
  }
  for (size_t n = decoration.first; n < decoration.end; ++n) {
    if (places_.cluster(n).is_object) continue;
    const Length start = n == decoration.first ? decoration.start : places_.pen(n);
    while (n + 1 < decoration.end && !places_.cluster(n + 1).is_object) ++n;
    const Length stop = n + 1 == decoration.end ? decoration.stop : places_.pen(n + 1);
    if (stop > start) draw_stroke(decoration, {start, stop}, above, items);
  }
}

void LineBoxes::draw_stroke(const Decoration& decoration, Stretch along, Length above,
                            std::vector<Item>& items) const {
  const TextDecoration& lines = decoration.style->text_decoration;
  const Length y =
      places_.origin().baseline + letters_below_baseline(*decoration.style) - decoration.raise - above;
  items.push_back(StrokeItem{{along.start, y},
                             {along.stop, y},
                             thickness_of(*decoration.style),
                             ink_of(lines.color),
                             stroke_style(lines.style)});
}

void LineBoxes::draw_under(std::vector<Item>& items) const {
  for (const Part& part : parts_) {
    for (Item& item : box_of(part, places_.origin().baseline)) items.push_back(std::move(item));
  }
  for (const Decoration& decoration : decorations()) draw_lines(decoration, Layer::under, items);
}

void LineBoxes::draw_over(std::vector<Item>& items) const {
  for (const Decoration& decoration : decorations()) draw_lines(decoration, Layer::over, items);
}

}  // namespace pubbuild
