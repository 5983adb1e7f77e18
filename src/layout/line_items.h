// A set line → the items that draw it: glyph runs, dashes, decorations, links, pictures.
#pragma once

#include "layout/line_boxes.h"
#include "layout/paragraph.h"
#include "layout/ruby_structure.h"

namespace pubbuild {

// The last note of two lines: its element, and the byte of the text where it ends so far.
struct LineNote {
  StructureId text = StructureId::artifact;
  uint32_t end = 0;
};

// How far the lines of a text have come.
struct LineProgress {
  size_t next_object = 0;
  OpenInlineBoxes boxes;
  RubyStructure ruby;
  LineNote note;
};

// Appends items, note calls and marks to `line`.
void append_line_items(LayoutDocument& document, const InlineContent& content, const LinePlaces& places,
                       LineProgress& progress, Line& line);

}  // namespace pubbuild
