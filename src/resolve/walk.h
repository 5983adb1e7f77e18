// A subtree → its elements in document order, and the words of an element as a list of contents shows them.
#pragma once

#include <string>
#include <vector>

#include "tree/tree.h"

namespace pubbuild {

// The elements below `root`, without `root`: a copy, so that the tree may be changed while it is read.
std::vector<NodeId> elements_below(const Tree& tree, NodeId root);

// The words without references to notes and numbers and without the readings of ruby; blanks are collapsed.
std::string plain_words(const Tree& tree, NodeId root);

bool is_heading(const Tree& tree, NodeId node);
// 1 to 6, of a heading.
int32_t heading_level(const Tree& tree, NodeId heading);

}  // namespace pubbuild
