// @page rules → what one page is like (CSS Paged Media 3).
#include "style/page_style.h"

#include <algorithm>

#include "style/compute.h"

namespace pubbuild {

namespace {

using css::Applied;
using css::Declaration;

bool is_numbered(const PageSelector::Numbered& numbered, const PageSituation& page) {
  if (numbered.of.empty()) return holds(numbered.nth, page.number);
  return numbered.of == page.name && holds(numbered.nth, page.number_in_run);
}

bool applies(const PageSelector& selector, const PageSituation& page) {
  if (!selector.name.empty() && selector.name != page.name) return false;
  // Of a named type, the first page is that of each run (CSS GCPM 3 §4.1).
  const bool is_first = selector.name.empty() ? page.first : page.number_in_run == 1;
  if (selector.first && (!is_first || page.blank)) return false;
  if (selector.blank && !page.blank) return false;
  if (!std::ranges::all_of(selector.numbered, [&](const auto& each) { return is_numbered(each, page); }))
    return false;
  return !(selector.left && page.right) && !(selector.right && !page.right);
}

// CSS Paged Media 3 §4.4.1: name, then :first, :blank and :nth(), then :left and :right.
int specificity_of(const PageSelector& selector) {
  const int names = selector.name.empty() ? 0 : 100;
  // More of :nth() than are asked for here count no more.
  const int numbered = static_cast<int>(std::min<size_t>(selector.numbered.size(), 7));
  return names + 10 * (selector.first + selector.blank + numbered) + selector.left + selector.right;
}

// Of the strongest of its selectors that speaks of the page; -1 where none does.
int specificity_for(const PageRule& rule, const PageSituation& page) {
  int strongest = -1;
  for (const PageSelector& selector : rule.selectors) {
    if (applies(selector, page)) strongest = std::max(strongest, specificity_of(selector));
  }
  return strongest;
}

void add(std::vector<Applied>& order, const std::vector<Declaration>& declarations, const PageRule& rule,
         bool important) {
  for (const Declaration& one : declarations) {
    if (one.important == important) order.push_back({&one, static_cast<uint8_t>(rule.origin)});
  }
}

std::vector<Applied> page_order(const std::vector<const PageRule*>& rules) {
  std::vector<Applied> order;
  for (const bool important : {false, true}) {
    for (const PageRule* rule : rules) add(order, rule->longhands, *rule, important);
  }
  return order;
}

std::vector<Applied> footnote_order(const std::vector<const PageRule*>& rules) {
  std::vector<Applied> order;
  for (const bool important : {false, true}) {
    for (const PageRule* rule : rules) add(order, rule->footnote, *rule, important);
  }
  return order;
}

std::vector<Applied> margin_box_order(const std::vector<const PageRule*>& rules, MarginArea area) {
  std::vector<Applied> order;
  for (const bool important : {false, true}) {
    for (const PageRule* rule : rules) {
      for (const MarginBoxRule& box : rule->margin_boxes) {
        if (box.area == area) add(order, box.longhands, *rule, important);
      }
    }
  }
  return order;
}

struct AreaAlign {
  TextAlign text;
  VerticalAlign vertical;
};

// CSS Paged Media 3 §5.3, by MarginArea.
constexpr AreaAlign area_aligns[margin_area_count] = {
    {TextAlign::right, VerticalAlign::middle},  {TextAlign::left, VerticalAlign::middle},
    {TextAlign::center, VerticalAlign::middle}, {TextAlign::right, VerticalAlign::middle},
    {TextAlign::left, VerticalAlign::middle},   {TextAlign::center, VerticalAlign::top},
    {TextAlign::center, VerticalAlign::middle}, {TextAlign::center, VerticalAlign::bottom},
    {TextAlign::left, VerticalAlign::middle},   {TextAlign::right, VerticalAlign::middle},
    {TextAlign::center, VerticalAlign::middle}, {TextAlign::left, VerticalAlign::middle},
    {TextAlign::right, VerticalAlign::middle},  {TextAlign::center, VerticalAlign::bottom},
    {TextAlign::center, VerticalAlign::middle}, {TextAlign::center, VerticalAlign::top},
};

// Text in the margins runs across in books set vertically too.
ComputedStyle page_parent(const ComputedStyle& root) {
  ComputedStyle parent = root;
  parent.writing_mode = WritingMode::horizontal_tb;
  parent.direction = Direction::ltr;
  parent.text_indent = {};
  return parent;
}

void set_margins(PageStyle& page, const ComputedStyle& style) {
  page.margin_top = style.margin.block_start.of(page.size.height);
  page.margin_bottom = style.margin.block_end.of(page.size.height);
  page.margin_left = style.margin.inline_start.of(page.size.width);
  page.margin_right = style.margin.inline_end.of(page.size.width);
}

Span geometry_span(const std::vector<Applied>& order) {
  Span span;
  for (const Applied& one : order) {
    const std::string& name = one.declaration->name;
    if (name == "size" || name.starts_with("margin")) span = one.declaration->span;
  }
  return span;
}

// The style of a margin box before it says anything.
ComputedStyle margin_box_parent(const ComputedStyle& context, MarginArea area) {
  ComputedStyle from = context;
  from.text_align = area_aligns[static_cast<size_t>(area)].text;
  return from;
}

MarginBox margin_box(MarginArea area, const std::vector<Applied>& order, const css::Surroundings& around) {
  MarginBox box{area, css::compute_style(order, around)};
  const bool says_align = std::ranges::any_of(
      order, [](const Applied& one) { return one.declaration->name == "vertical-align"; });
  if (!says_align) box.style.vertical_align = area_aligns[static_cast<size_t>(area)].vertical;
  box.style.display = Display::block;
  return box;
}

void set_footnotes(PageStyle& page, const std::vector<const PageRule*>& rules,
                   const css::Surroundings& around) {
  css::PageFields fields;
  const ComputedStyle style = css::compute_style(footnote_order(rules), around, &fields);
  page.footnote_rule = style.border.block_start;
  page.footnote_rule_length = fields.border_length;
  page.footnote_gap = style.padding.block_start.length;
}

}  // namespace

const ComputedStyle* PageStyle::margin_box(MarginArea area) const {
  for (const MarginBox& each : margin_boxes) {
    if (each.area == area) return &each.style;
  }
  return nullptr;
}

std::vector<const PageRule*> page_rules(const StyleSheet& sheet, const PageSituation& situation) {
  struct Found {
    const PageRule* rule;
    int specificity;
  };
  std::vector<Found> found;
  for (const PageRule& rule : sheet.pages) {
    const int specificity = specificity_for(rule, situation);
    if (specificity >= 0) found.push_back({&rule, specificity});
  }
  std::ranges::stable_sort(found, [](const Found& a, const Found& b) {
    if (a.rule->origin != b.rule->origin) return a.rule->origin < b.rule->origin;
    return a.specificity < b.specificity;
  });
  std::vector<const PageRule*> rules;
  for (const Found& one : found) rules.push_back(one.rule);
  return rules;
}

namespace css {

Size usual_paper(const StyleSheet& sheet) {
  const CustomProperties custom = root_custom(sheet, Medium::print);
  PageFields fields;
  compute_style(page_order(page_rules(sheet, {})), {.parent = initial_style(), .custom = custom, .lang = {}},
                &fields);
  return fields.size;
}

}  // namespace css

PageStyle page_style(const StyleSheet& sheet, const std::vector<const PageRule*>& rules,
                     const ComputedStyle& root) {
  const ComputedStyle parent = page_parent(root);
  const css::CustomProperties custom = css::root_custom(sheet, Medium::print);
  const Length line = used_line_height(root, scaled(root.font_size, 6, 5));
  const Size paper = css::usual_paper(sheet);
  css::PageFields fields;
  const std::vector<Applied> order = page_order(rules);
  PageStyle page;
  page.box = css::compute_style(order, {parent, root.font_size, line, custom, root.lang, paper}, &fields);
  page.size = fields.size;
  page.span = geometry_span(order);
  set_margins(page, page.box);
  for (size_t n = 0; n < margin_area_count; ++n) {
    const auto area = static_cast<MarginArea>(n);
    const std::vector<Applied> says = margin_box_order(rules, area);
    if (says.empty()) continue;
    const ComputedStyle from = margin_box_parent(page.box, area);
    css::Surroundings around{from, root.font_size, line, custom, root.lang, paper};
    around.flow = from.writing_mode;
    MarginBox box = margin_box(area, says, around);
    if (box.style.has_content) page.margin_boxes.push_back(std::move(box));
  }
  set_footnotes(page, rules, {page.box, root.font_size, line, custom, root.lang, paper});
  return page;
}

}  // namespace pubbuild
