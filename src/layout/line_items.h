// A set line → the items that draw it: glyph runs, dashes, decorations, links, pictures.
#pragma once

#include "layout/inline_content.h"
#include "layout/paragraph.h"
#include "text/line_setting.h"

namespace pubbuild {

struct LineOrigin {
  Length x;         // of the line's start
  Length baseline;  // from the line's top
  StructureId structure = StructureId::artifact;
};

// Appends items, note calls and marks to `line`. `next_object` counts the pictures met so far in the
// paragraph.
void append_line_items(LayoutDocument& document, const InlineContent& content, const Prepared& prepared,
                       const SetLine& set, LineOrigin origin, size_t& next_object, Line& line);

}  // namespace pubbuild
