// The tree as text: for `pubbuild debug tree` and for test cases.
#pragma once

#include <string>

#include "tree/tree.h"

namespace pubbuild {

// An element a line with its attributes, two blanks deeper than its parent; texts in quotes, controls
// escaped.
std::string dump(const Tree& tree, NodeId node);
// The text of a node and all below it, in order.
std::string text_content(const Tree& tree, NodeId node);

}  // namespace pubbuild
