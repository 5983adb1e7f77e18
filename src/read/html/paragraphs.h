// Paragraphs as sites write them → paragraphs.
#pragma once

#include "tree/tree.h"

namespace pubbuild::html {

// Below `parent`: lines of a block that blank lines (<br><br>) or indentations part become paragraphs of
// their own, blanks that indent a paragraph go, and so do blocks that nothing stands in. A block of words
// alone is a paragraph; elements that say nothing (<span>) leave their content. A first row of headers
// becomes the head of its table.
void settle_paragraphs(Tree& tree, NodeId parent);

}  // namespace pubbuild::html
