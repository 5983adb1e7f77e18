// Emphasized characters of a line → the marks beside them (CSS Text Decoration 3 §3).
#pragma once

#include "layout/line_places.h"

namespace pubbuild {

// Marks are decoration: they are not copied, and lines are no higher for them.
void append_emphasis_marks(LayoutDocument& document, const InlineContent& content, const LinePlaces& places,
                           std::vector<Item>& items);

}  // namespace pubbuild
