// Sets the margin boxes of a page (CSS Paged Media 3 §6), each as one line of text.
#include "layout/furniture.h"

#include "layout/paragraph.h"
#include "page/move.h"
#include "style/counter_styles.h"

namespace pubbuild {

namespace {

// Where a margin area lies on the sheet, and which way its text leans there when the style says nothing.
struct AreaPlace {
  Rect area;
  TextAlign align;
};

AreaPlace place_of(MarginArea area, const PageStyle& style) {
  const Length width = style.size.width - style.margin_left - style.margin_right;
  const Length height = style.size.height - style.margin_top - style.margin_bottom;
  const Length right = style.margin_left + width;
  const Length low = style.margin_top + height;
  const Rect top{style.margin_left, {}, width, style.margin_top};
  const Rect bottom{style.margin_left, low, width, style.margin_bottom};
  const Rect left_side{{}, style.margin_top, style.margin_left, height};
  const Rect right_side{right, style.margin_top, style.margin_right, height};
  switch (area) {
    case MarginArea::top_left_corner:
      return {{{}, {}, style.margin_left, style.margin_top}, TextAlign::right};
    case MarginArea::top_left:
      return {top, TextAlign::left};
    case MarginArea::top_center:
      return {top, TextAlign::center};
    case MarginArea::top_right:
      return {top, TextAlign::right};
    case MarginArea::top_right_corner:
      return {{right, {}, style.margin_right, style.margin_top}, TextAlign::left};
    case MarginArea::right_top:
    case MarginArea::right_middle:
    case MarginArea::right_bottom:
      return {right_side, TextAlign::center};
    case MarginArea::bottom_right_corner:
      return {{right, low, style.margin_right, style.margin_bottom}, TextAlign::left};
    case MarginArea::bottom_right:
      return {bottom, TextAlign::right};
    case MarginArea::bottom_center:
      return {bottom, TextAlign::center};
    case MarginArea::bottom_left:
      return {bottom, TextAlign::left};
    case MarginArea::bottom_left_corner:
      return {{{}, low, style.margin_left, style.margin_bottom}, TextAlign::right};
    case MarginArea::left_bottom:
    case MarginArea::left_middle:
    case MarginArea::left_top:
      return {left_side, TextAlign::center};
  }
  return {top, TextAlign::center};
}

// Top and bottom of the boxes at the sides differ by where they stand; of the others `vertical-align`
// decides, whose initial value here is the middle.
Length text_top(MarginArea area, const ComputedStyle& style, Rect box, Length height) {
  const Length room = box.height - height;
  if (area == MarginArea::right_top || area == MarginArea::left_top) return box.y;
  if (area == MarginArea::right_bottom || area == MarginArea::left_bottom) return box.y + room;
  switch (style.vertical_align) {
    case VerticalAlign::top:
    case VerticalAlign::text_top:
      return box.y;
    case VerticalAlign::bottom:
    case VerticalAlign::text_bottom:
      return box.y + room;
    case VerticalAlign::baseline:
    case VerticalAlign::middle:
    case VerticalAlign::sub:
    case VerticalAlign::super:
    case VerticalAlign::length:
      return box.y + room / 2;
  }
  return box.y;
}

Rect without_padding(Rect area, const ComputedStyle& style) {
  const Length top = style.padding.block_start.of({}) + style.margin.block_start.of({});
  const Length bottom = style.padding.block_end.of({}) + style.margin.block_end.of({});
  const Length left = style.padding.inline_start.of({}) + style.margin.inline_start.of({});
  const Length right = style.padding.inline_end.of({}) + style.margin.inline_end.of({});
  return {area.x + left, area.y + top, area.width - left - right, area.height - top - bottom};
}

// A running head is one line: what is longer than any is cut.
constexpr size_t most_head_bytes = 1000;

std::string one_line(std::string text) {
  if (text.size() <= most_head_bytes) return text;
  size_t end = most_head_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

Length text_x(TextAlign align, Rect box, Length width) {
  const Length room = box.width - width;
  switch (align) {
    case TextAlign::center:
      return box.x + room / 2;
    case TextAlign::end:
    case TextAlign::right:
      return box.x + room;
    case TextAlign::auto_:
    case TextAlign::start:
    case TextAlign::left:
    case TextAlign::justify:
      return box.x;
  }
  return box.x;
}

void add_margin_box(LayoutDocument& document, MarginArea area, const PageStyle& page, const PageFacts& facts,
                    std::vector<Item>& items) {
  const ComputedStyle& style = page.margin_boxes[static_cast<size_t>(area)].style;
  if (!style.has_content) return;
  const std::string text =
      one_line(margin_text(style.content, facts, document.input.styles.counter_styles()));
  if (text.empty()) return;
  const AreaPlace place = place_of(area, page);
  const Rect box = without_padding(place.area, style);
  const Length height = line_height_of(document.shaper, style);
  const Length top = text_top(area, style, box, height);
  Length width;
  std::vector<Item> text_items =
      set_text(document, text, style, {{}, top + baseline_of(document.shaper, style, height)}, width);
  const TextAlign align = style.text_align == TextAlign::start ? place.align : style.text_align;
  for (Item& item : text_items) {
    move(item, {text_x(align, box, width), {}});
    items.push_back(std::move(item));
  }
}

}  // namespace

std::string margin_text(const Content& content, const PageFacts& facts, const CounterStyles& styles) {
  std::string text;
  for (const ContentPiece& piece : content) {
    const std::string counter_style = piece.style.empty() ? "decimal" : piece.style;
    if (piece.kind == ContentPiece::Kind::string) text += piece.text;
    if (piece.kind == ContentPiece::Kind::counter && piece.name == "page")
      text += counter_text(facts.page, counter_style, styles);
    if (piece.kind == ContentPiece::Kind::counter && piece.name == "pages")
      text += counter_text(facts.pages, counter_style, styles);
    if (piece.kind != ContentPiece::Kind::named_string) continue;
    const auto value = facts.strings.find(piece.name);
    if (value != facts.strings.end()) text += value->second;
  }
  return text;
}

std::vector<Item> page_furniture(LayoutDocument& document, const PageStyle& style, const PageFacts& facts) {
  std::vector<Item> items;
  for (size_t area = 0; area < margin_area_count; ++area) {
    add_margin_box(document, static_cast<MarginArea>(area), style, facts, items);
  }
  return items;
}

}  // namespace pubbuild
