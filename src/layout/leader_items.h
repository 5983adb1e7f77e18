// A leader and the room it has → the items that draw it.
#pragma once

#include <string>

#include "layout/document.h"

namespace pubbuild {

// Where a leader stands in its line: from `begin` to `end`, of a line that ends at `line_end`.
struct LeaderPlace {
  Length begin;
  Length end;
  Length line_end;
  Length baseline;
};

// As many whole copies of `pattern` as there is room for, counted from the line's end, so that those of
// neighbouring lines stand under each other (CSS Content 3 §4). They are no part of the document's text: a
// copied line has a blank there.
void append_leader(LayoutDocument& document, const std::string& pattern, const ComputedStyle& style,
                   LeaderPlace place, std::vector<Item>& items);

}  // namespace pubbuild
