// Pieces of inline text → nodes of the tree.
#pragma once

#include "read/markdown/content.h"
#include "read/markdown/piece.h"
#include "read/markdown/reading.h"

namespace pubbuild::markdown {

// Appends them to `parent`.
void write_inlines(const Content& content, const Pieces& pieces, Reading& reading, NodeId parent);

// Whether the pieces are one picture with words in its brackets, and nothing else.
bool is_lone_picture(const Pieces& pieces);
// Those words with their markup: a caption that stands nowhere yet.
NodeId make_caption(const Content& content, const Pieces& pieces, Reading& reading);

}  // namespace pubbuild::markdown
