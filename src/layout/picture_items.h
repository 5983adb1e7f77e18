// A picture in its area → the items that draw it, or a frame with its words where it cannot be shown.
#pragma once

#include <vector>

#include "layout/document.h"

namespace pubbuild {

void append_picture(LayoutDocument& document, NodeId img, Rect area, StructureId parent,
                    std::vector<Item>& items);

}  // namespace pubbuild
