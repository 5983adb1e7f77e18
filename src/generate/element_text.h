// An element → the words that running heads and references repeat of it.
#pragma once

#include <string>

#include "style/cascade.h"
#include "tree/tree.h"

namespace pubbuild {

// What the author wrote in the element, blanks collapsed: without readings, notes and their numbers, and what
// is hidden or generated. Cut, with an ellipsis, after `most_element_text` bytes: it is for headings.
constexpr size_t most_element_text = 10'000;
std::string element_text(const Tree& tree, const Styles& styles, NodeId element);

}  // namespace pubbuild
