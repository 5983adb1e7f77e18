// Footnotes → an aside each, and a link where one is referred to.
#pragma once

#include <string_view>

#include "read/markdown/reading.h"

namespace pubbuild::markdown {

// An aside for the note `label`, kept for the end of the text.
NodeId make_note(Reading& reading, std::string_view label, Span span);
// The mark in the text that refers to it.
NodeId make_note_mark(Reading& reading, std::string_view label, Span span);

// Warns of a note at `span` that says nothing.
void report_empty_note(Reading& reading, Span span);

}  // namespace pubbuild::markdown
