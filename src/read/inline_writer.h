// Pieces of inline text → nodes of the tree.
#pragma once

#include "read/content.h"
#include "read/piece.h"
#include "read/reading.h"

namespace pubbuild::markdown {

// Appends them to `parent`.
void write_inlines(const Content& content, const Pieces& pieces, Reading& reading, NodeId parent);

}  // namespace pubbuild::markdown
