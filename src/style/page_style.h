// @page rules → what one page is like (CSS Paged Media 3).
#pragma once

#include <string>
#include <vector>

#include "style/stylesheet.h"

namespace pubbuild {

// What page this is, for the selectors of @page (CSS Paged Media 3 §4.4).
struct PageSituation {
  bool first = false;  // of the document
  bool right = true;
  bool blank = false;
  std::string name;           // of its type; empty: auto
  int32_t number = 1;         // in the document, from 1; 0: any that no rule singles out
  int32_t number_in_run = 1;  // likewise, among the pages of its name that follow each other
  auto operator<=>(const PageSituation&) const = default;
};

// A margin box that holds something, be it an empty string.
struct MarginBox {
  MarginArea area = MarginArea::top_left_corner;
  ComputedStyle style;
};

// What @page says of one page; margins are physical, because a sheet of paper is, and as they are asked for:
// nothing says that they leave room for text.
struct PageStyle {
  Size size;
  Length margin_top;
  Length margin_right;
  Length margin_bottom;
  Length margin_left;
  ComputedStyle box;                    // of the page itself: padding, borders, background, counters
  std::vector<MarginBox> margin_boxes;  // in the order of MarginArea
  // @footnote: the rule above the notes and the space between it and them.
  Border footnote_rule;
  LengthOrPercent footnote_rule_length;
  Length footnote_gap;
  Span span;  // of what says its size or its margins, the last to win

  // nullptr where nothing is asked for.
  const ComputedStyle* margin_box(MarginArea area) const;
};

// The rules of @page that a page goes by, the weakest first. Pages of the same rules have the same style.
std::vector<const PageRule*> page_rules(const StyleSheet& sheet, const PageSituation& situation);

// `root` is the root element's style: what em and inherited properties in @page refer to.
PageStyle page_style(const StyleSheet& sheet, const std::vector<const PageRule*>& rules,
                     const ComputedStyle& root);

}  // namespace pubbuild
