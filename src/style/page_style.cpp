// @page rules → what one page is like (CSS Paged Media 3).
#include <algorithm>

#include "style/cascade.h"
#include "style/compute.h"

namespace pubbuild {

namespace {

using css::Applied;
using css::Declaration;

bool applies(const PageRule& rule, const PageSituation& page) {
  if (!rule.name.empty() && rule.name != page.name) return false;
  if (rule.first && !page.first) return false;
  if (rule.blank && !page.blank) return false;
  return !(rule.left && page.right) && !(rule.right && !page.right);
}

// CSS Paged Media 3 §6.1: name, then :first and :blank, then :left and :right.
int specificity_of(const PageRule& rule) {
  const int names = rule.name.empty() ? 0 : 100;
  return names + 10 * (rule.first + rule.blank) + rule.left + rule.right;
}

std::vector<const PageRule*> rules_for(const StyleSheet& sheet, const PageSituation& situation) {
  std::vector<const PageRule*> rules;
  for (const PageRule& rule : sheet.pages) {
    if (applies(rule, situation)) rules.push_back(&rule);
  }
  std::ranges::stable_sort(rules, [](const PageRule* a, const PageRule* b) {
    if (a->origin != b->origin) return a->origin < b->origin;
    return specificity_of(*a) < specificity_of(*b);
  });
  return rules;
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
    {TextAlign::center, VerticalAlign::middle}, {TextAlign::left, VerticalAlign::middle},
    {TextAlign::center, VerticalAlign::middle}, {TextAlign::right, VerticalAlign::middle},
    {TextAlign::center, VerticalAlign::middle}, {TextAlign::center, VerticalAlign::top},
    {TextAlign::center, VerticalAlign::middle}, {TextAlign::center, VerticalAlign::bottom},
    {TextAlign::center, VerticalAlign::middle}, {TextAlign::right, VerticalAlign::middle},
    {TextAlign::center, VerticalAlign::middle}, {TextAlign::left, VerticalAlign::middle},
    {TextAlign::center, VerticalAlign::middle}, {TextAlign::center, VerticalAlign::bottom},
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

// ISO 32000-1 Annex C.2: no page of a PDF is wider or higher, or smaller.
constexpr Length largest_side = points(14'400);
constexpr Length least_side = points(3);

Length possible_side(Length side) {
  return max(least_side, min(side, largest_side));
}

Length possible_margin(Length margin) {
  return max(-largest_side, min(margin, largest_side));
}

void set_margins(PageStyle& page, const ComputedStyle& style) {
  page.margin_top = possible_margin(style.margin.block_start.of(page.size.height));
  page.margin_bottom = possible_margin(style.margin.block_end.of(page.size.height));
  page.margin_left = possible_margin(style.margin.inline_start.of(page.size.width));
  page.margin_right = possible_margin(style.margin.inline_end.of(page.size.width));
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

PageStyle page_style(const StyleSheet& sheet, const ComputedStyle& root, const PageSituation& situation) {
  const std::vector<const PageRule*> rules = rules_for(sheet, situation);
  const ComputedStyle parent = page_parent(root);
  const css::CustomProperties custom = css::root_custom(sheet, Medium::print);
  const Length line = used_line_height(root, scaled(root.font_size, 6, 5));
  const css::Surroundings around{parent, root.font_size, line, custom, root.lang};
  css::PageFields fields;
  const ComputedStyle context = css::compute_style(page_order(rules), around, &fields);
  PageStyle page;
  page.size = {possible_side(fields.size.width), possible_side(fields.size.height)};
  set_margins(page, context);
  const css::Surroundings inside{context, root.font_size, line, custom, root.lang};
  for (size_t i = 0; i < margin_area_count; ++i) {
    ComputedStyle from = context;
    from.text_align = area_aligns[i].text;
    const css::Surroundings box{from, root.font_size, line, custom, root.lang};
    const std::vector<Applied> order = margin_box_order(rules, static_cast<MarginArea>(i));
    page.margin_boxes[i].style = css::compute_style(order, box);
    const bool says_align = std::ranges::any_of(
        order, [](const Applied& one) { return one.declaration->name == "vertical-align"; });
    if (!says_align) page.margin_boxes[i].style.vertical_align = area_aligns[i].vertical;
    page.margin_boxes[i].style.display = Display::block;
  }
  set_footnotes(page, rules, inside);
  return page;
}

}  // namespace pubbuild
