// Markdown text → XHTML elements.
#pragma once

#include <map>

#include "base/diagnostics.h"
#include "base/ids.h"
#include "base/source.h"
#include "base/span.h"
#include "tree/tree.h"

namespace pubbuild {

// What pictures may have for a caption, by their `img`: figcaption elements that stand nowhere yet.
using Captions = std::map<NodeId, NodeId>;

// Appends the blocks of `text`, a part of a file in valid UTF-8, to `parent`: CommonMark 0.31.2 with GFM's
// tables, task items, strikethrough and bare links; of pandoc's extensions footnotes, attributes, bracketed
// spans, fenced divisions, definition lists, line blocks, captions, sub- and superscript; and ruby. Footnotes
// come last, an aside each. Any text is Markdown; diagnostics tell what was left out or is likely a mistake.
// Gives the captions of pictures that stand alone in a paragraph.
Captions read_markdown(const Sources& sources, Span text, Tree& tree, NodeId parent,
                       Diagnostics& diagnostics);

}  // namespace pubbuild
