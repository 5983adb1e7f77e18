// An element → what happens where it begins: destinations, named strings, counters.
#pragma once

#include "layout/document.h"

namespace pubbuild {

bool has_marks(const LayoutDocument& document, NodeId element);
// Appends them to `marks`.
void add_marks(const LayoutDocument& document, NodeId element, Marks& marks);
// Those of `first` happen before those of `marks`.
void add_before(Marks first, Marks& marks);

}  // namespace pubbuild
