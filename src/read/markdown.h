// Markdown text → XHTML elements.
#pragma once

#include "base/diagnostics.h"
#include "base/ids.h"
#include "base/source.h"
#include "base/span.h"
#include "tree/tree.h"

namespace pubbuild {

// Appends the blocks of `text`, a part of a file in valid UTF-8, to `parent`: CommonMark 0.31.2 with GFM's
// tables, task items, strikethrough and bare links, and pandoc's footnotes. Footnotes come last, an aside
// each. Any text is Markdown; diagnostics tell what was left out or is likely a mistake.
void read_markdown(const Sources& sources, Span text, Tree& tree, NodeId parent, Diagnostics& diagnostics);

}  // namespace pubbuild
