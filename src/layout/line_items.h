// A set line → the items that draw it: glyph runs, dashes, decorations, links, pictures.
#pragma once

#include "layout/line_boxes.h"
#include "layout/paragraph.h"

namespace pubbuild {

// How far the lines of a paragraph have come.
struct ParagraphProgress {
  size_t next_object = 0;
  OpenInlineBoxes boxes;
};

// Appends items, note calls and marks to `line`.
void append_line_items(LayoutDocument& document, const InlineContent& content, const LinePlaces& places,
                       ParagraphProgress& progress, Line& line);

}  // namespace pubbuild
