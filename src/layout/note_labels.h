// The numbers of footnotes: at the call, before the note, and again on the page where they end up.
#pragma once

#include <string>

#include "layout/document.h"

namespace pubbuild {

// The note that a link calls, or none: its target is an element that floats to the foot of the page.
NoteId note_called_by(const LayoutDocument& document, NodeId link);

// The style of the number at a link that calls a note: of its own ::footnote-call, else of the note's.
const ComputedStyle& call_style(const LayoutDocument& document, NodeId link, NoteId note);
// The style of the number before a note.
const ComputedStyle& marker_style(const LayoutDocument& document, NodeId aside);

// The text of ::footnote-call or ::footnote-marker for the note of this number on its page.
std::string note_label(const LayoutDocument& document, const ComputedStyle& style, int32_t number);

// Sets `item` anew to show the label of another number, in the middle of the room it had.
void renumber(LayoutDocument& document, TextItem& item, const ComputedStyle& style, int32_t number);

}  // namespace pubbuild
