// Links of a page to its own notes → footnotes.
#pragma once

#include "read/markdown/reading.h"

namespace pubbuild::html {

// Below `parent`: a link that is a note's mark ([1], ①, *) and leads to a block behind it, which leads back
// or begins with the same mark, is a reference to a note; the block becomes the note and stands in
// `reading.notes`. Lists that lose all their items, and headings such as 注释 above them, go.
void settle_notes(markdown::Reading& reading, NodeId parent);

}  // namespace pubbuild::html
