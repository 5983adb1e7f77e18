// What stands on a line → how far the line reaches above and below its baseline (CSS 2.2 §10.8).
#pragma once

#include "layout/document.h"
#include "layout/inline_content.h"
#include "text/line_setting.h"

namespace pubbuild {

struct LineReach {
  Length above;
  Length below;
  Length under{};  // of what stands under it, in the leading of the line that follows
};

// Where a line begins: at this object of the paragraph, and below what hangs from the line before.
struct LineStart {
  size_t next_object = 0;
  Length under;
};

// Of one line of text of a style: its line height, shared out over both sides of what its face reaches.
LineReach text_reach(Shaper& shaper, const ComputedStyle& style);

// Of clusters of a paragraph. A face of other proportions, in no higher a line, does not push lines apart:
// they keep the grid. A picture higher than the line makes it a whole number of lines high, for the same
// reason; so do annotations for which the leading has no room (CLREQ, JLREQ §3.3.4).
LineReach line_reach(Shaper& shaper, const InlineContent& content, const Prepared& prepared,
                     const SetLine& set, LineStart start);

// How far an inline element, or an object in the line that reaches as far as `own`, stands above the baseline
// of the element around it (CSS 2.2 §10.8.1, vertical-align).
Length raise_of(Shaper& shaper, const ComputedStyle& style, const ComputedStyle& around, LineReach own);
LineEdge line_edge_of(const ComputedStyle& style);

}  // namespace pubbuild
