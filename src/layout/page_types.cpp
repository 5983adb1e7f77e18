// What @page says of a page → a frame with room for text.
#include "layout/page_types.h"

#include <algorithm>
#include <tuple>

#include "layout/paragraph.h"

namespace pubbuild {

namespace {

// ISO 32000-1 Annex C.2: no page of a PDF is wider or higher.
constexpr Length largest_side = points(14'400);
// No text area is smaller: half an inch.
constexpr Length least_area = points(36);

// A measure that differs by less is the same, rounded.
constexpr Length least_difference = millipoints(500);

// Where text may stand along one side of a page.
struct Extent {
  Length start;
  Length length;
};

// What lies outside the text shrinks where it leaves too little room, both ends alike.
Extent text_extent(Length side, Length before, Length after) {
  const Length room = side - before - after;
  if (room >= least_area) return {before, room};
  const Length outside = before + after;
  const Length start = scaled(before, (side - least_area).milli, max(outside, millipoints(1)).milli);
  return {start, least_area};
}

bool is_negative(const PageStyle& page) {
  return min(min(page.margin_top, page.margin_bottom), min(page.margin_left, page.margin_right)) < Length{};
}

PageSituation ordinary_page(std::string_view name) {
  return {false, true, false, std::string(name), 0, 0};
}

bool numbers_pages(const StyleSheet& sheet) {
  return std::ranges::any_of(sheet.pages, [](const PageRule& rule) {
    return std::ranges::any_of(rule.selectors,
                               [](const PageSelector& selector) { return !selector.numbered.empty(); });
  });
}

// Padding and borders of the page itself, by physical side.
Length edge(const Border& border, const LengthOrPercent& padding, Length side) {
  return border.width + padding.of(side);
}

PageFrame frame_of(const PageStyle& page, WritingMode mode) {
  const ComputedStyle& box = page.box;
  const Size size = page.size;
  const Extent x = text_extent(
      size.width, page.margin_left + edge(box.border.inline_start, box.padding.inline_start, size.width),
      page.margin_right + edge(box.border.inline_end, box.padding.inline_end, size.width));
  const Extent y = text_extent(
      size.height, page.margin_top + edge(box.border.block_start, box.padding.block_start, size.height),
      page.margin_bottom + edge(box.border.block_end, box.padding.block_end, size.height));
  const bool is_level = mode == WritingMode::horizontal_tb;
  return {{x.start, y.start}, is_level ? Size{x.length, y.length} : Size{y.length, x.length}, mode};
}

// Where the text leaves less than the margins ask for, they end where the text begins.
void fit_margins(PageStyle& page, const PageFrame& frame) {
  const bool is_level = frame.mode == WritingMode::horizontal_tb;
  const Length width = is_level ? frame.area.width : frame.area.height;
  const Length height = is_level ? frame.area.height : frame.area.width;
  page.margin_left = min(page.margin_left, frame.origin.x);
  page.margin_top = min(page.margin_top, frame.origin.y);
  page.margin_right = min(page.margin_right, page.size.width - frame.origin.x - width);
  page.margin_bottom = min(page.margin_bottom, page.size.height - frame.origin.y - height);
}

Length possible_side(Length side) {
  return max(least_area, min(side, largest_side));
}

Size possible_size(Size size) {
  return {possible_side(size.width), possible_side(size.height)};
}

void drop_negative_margins(PageStyle& page) {
  for (Length* margin : {&page.margin_top, &page.margin_right, &page.margin_bottom, &page.margin_left}) {
    *margin = max(Length{}, min(*margin, largest_side));
  }
}

}  // namespace

void PageTypes::warn(std::string_view code, Span span, std::string message, std::string hint) {
  if (!said_.emplace(code, span.file, span.begin).second) return;
  document_.diagnostics.warning(code, span, std::move(message), std::move(hint));
}

PageType PageTypes::make_type(const Rules& rules) {
  const LayoutInput& input = document_.input;
  PageStyle style = page_style(input.sheet, rules, input.styles.of(document_.tree().root()));
  const Size wanted = style.size;
  style.size = possible_size(wanted);
  if (!(style.size == wanted))
    warn("page-size", style.span, "no page has this size", "a side is 36 pt to 14,400 pt long");
  if (is_negative(style))
    warn("page-margins", style.span, "the margins of a page are not negative", "they are none");
  drop_negative_margins(style);
  const PageFrame frame = frame_of(style, input.styles.of(document_.tree().root()).writing_mode);
  PageStyle fitted = style;
  fit_margins(fitted, frame);
  if (fitted.margin_left != style.margin_left || fitted.margin_top != style.margin_top ||
      fitted.margin_right != style.margin_right || fitted.margin_bottom != style.margin_bottom) {
    warn("page-margins", style.span, "the margins leave less than 36 pt of the page for text",
         "they are made smaller");
  }
  PageType type{std::move(fitted), frame, {}};
  const ComputedStyle& body = document_.style(input.publication.body);
  type.footnotes = {type.style.footnote_rule, type.style.footnote_rule_length.of(frame.area.width),
                    type.style.footnote_gap, max(line_height_of(document_.shaper, body), points(1))};
  return type;
}

Size PageTypes::area_of(std::string_view name) {
  const auto known = areas_.find(name);
  if (known != areas_.end()) return known->second;
  const PageFrame frame = make_type(page_rules(document_.input.sheet, ordinary_page(name))).frame;
  return areas_.emplace(name, frame.area).first->second;
}

void PageTypes::use_measure(PageType& type, Length measure) {
  const Length difference = type.frame.area.width - measure;
  if (difference == Length{}) return;
  if (max(difference, -difference) > least_difference)
    warn("page-measure", type.style.span, "this page has another measure than the right pages of its name",
         "lines are as long as on those; let the margins of both sides add up to the same");
  type.frame.area.width = measure;
  type.footnotes.rule_length = type.style.footnote_rule_length.of(measure);
}

const PageType& PageTypes::find(const PageSituation& situation) {
  const Length measure = area_of(situation.name).width;
  Rules rules = page_rules(document_.input.sheet, situation);
  const auto found = types_.find({rules, measure});
  if (found != types_.end()) return found->second;
  PageType type = make_type(rules);
  use_measure(type, measure);
  return types_.emplace(std::pair(std::move(rules), measure), std::move(type)).first->second;
}

PageTypes::PageTypes(LayoutDocument& document)
    : document_(document), numbers_pages_(numbers_pages(document.input.sheet)) {}

// Situations that no rule tells apart are one.
PageSituation PageTypes::told_apart(PageSituation page) const {
  if (numbers_pages_) return page;
  page.number = page.first ? 1 : 0;
  page.number_in_run = page.number_in_run == 1 ? 1 : 0;
  return page;
}

const PageType& PageTypes::of(const PageSituation& situation) {
  const auto [place, is_new] = known_.try_emplace(told_apart(situation), nullptr);
  if (is_new) place->second = &find(situation);
  return *place->second;
}

}  // namespace pubbuild
