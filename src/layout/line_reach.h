// What stands on a line → how far the line reaches above and below its baseline (CSS 2.2 §10.8).
#pragma once

#include "layout/document.h"
#include "layout/inline_content.h"
#include "text/line_setting.h"

namespace pubbuild {

struct LineReach {
  Length above;
  Length below;
};

// Of one line of text of a style: its line height, shared out over both sides of what its face reaches.
LineReach text_reach(Shaper& shaper, const ComputedStyle& style);

// Of clusters of a paragraph, `next_object` being the first object on the line. A face of other proportions,
// in no higher a line, does not push lines apart: they keep the grid. A picture higher than the line makes it
// a whole number of lines high, for the same reason.
LineReach line_reach(Shaper& shaper, const InlineContent& content, const Prepared& prepared,
                     const SetLine& set, size_t next_object);

// How far an inline element, or an object in the line that reaches as far as `own`, stands above the baseline
// of the element around it (CSS 2.2 §10.8.1, vertical-align).
Length raise_of(Shaper& shaper, const ComputedStyle& style, const ComputedStyle& around, LineReach own);
LineEdge line_edge_of(const ComputedStyle& style);

}  // namespace pubbuild
