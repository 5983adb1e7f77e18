// A plain text as an editor reads it → elements of an `article`, and its metadata.
#pragma once

#include "base/diagnostics.h"
#include "base/source.h"
#include "base/span.h"
#include "tree/publication.h"

namespace pubbuild {

// The first line is the title where it is no sentence, a line with a dash behind it the subtitle; then may
// come the authors, the source and the date; a last line in parentheses is the source. Short lines without
// final punctuation are headings, on levels by their numbers. All else are paragraphs under `parent`. Labels
// that are left out (作者：) are told in notes.
Metadata read_text_article(const Sources& sources, Span text, Tree& tree, NodeId parent,
                           Diagnostics& diagnostics);

}  // namespace pubbuild
