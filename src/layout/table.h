// A table element → galley: caption, and rows whose cells fit the measure.
#pragma once

#include "layout/paragraph.h"

namespace pubbuild {

Galley lay_out_table(LayoutDocument& document, NodeId table, ParagraphPlace place);

}  // namespace pubbuild
