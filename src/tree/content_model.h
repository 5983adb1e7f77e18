// Tags → what XHTML lets elements of that name hold.
#pragma once

#include "tree/names.h"

namespace pubbuild {

// Whether a span may stand among the children of this element, first and last as well.
bool holds_spans(Tag tag);

}  // namespace pubbuild
