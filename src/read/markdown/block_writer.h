// Blocks of Markdown → elements of the tree, their inline text read on the way.
#pragma once

#include "read/markdown/block.h"
#include "read/markdown/reading.h"
#include "tree/tree.h"

namespace pubbuild::markdown {

// Appends the blocks to `parent`, then the footnotes in the order of the text.
void write_blocks(const Blocks& blocks, Reading& reading, NodeId parent);

}  // namespace pubbuild::markdown
