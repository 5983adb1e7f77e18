// Markers of list items and numbers of notes: beside the first line, outside the text.
#pragma once

#include "layout/paragraph.h"

namespace pubbuild {

// Puts the text of `marker` before the first line of `item`; `place` is the item's content, whose start it
// hangs from.
void add_marker(LayoutDocument& document, Line& line, NodeId item, NodeId marker, ParagraphPlace place);
// Puts the label of a note at the start of its first line, as the line's first item.
void add_note_marker(LayoutDocument& document, Line& line, const ComputedStyle& style, StructureId structure);

}  // namespace pubbuild
