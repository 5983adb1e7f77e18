// What a margin box shows on a page → its text, and as many lines of it as the box has room for.
#pragma once

#include <string>
#include <vector>

#include "layout/document.h"
#include "layout/running_values.h"

namespace pubbuild {

// What `content` in a margin box may ask for.
struct PageFacts {
  const RunningStrings& strings;
  const RunningCounters& counters;
  const CounterStyles& counter_styles;
  int32_t pages = 1;  // how many there are
};

// White space is collapsed as `white-space` says; what no margin could hold is cut.
std::string margin_text(const ComputedStyle& style, const PageFacts& facts);

// Lines from x = 0 in a box of this size. What does not fit is left out, with "…" at the end of what does; a
// single line is set whatever its height.
std::vector<Line> margin_lines(LayoutDocument& document, const std::string& text, const ComputedStyle& style,
                               Size box);

}  // namespace pubbuild
