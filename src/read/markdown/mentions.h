// `[@fig:plan]` → a link whose words are found when all has been read.
#pragma once

#include <cstddef>
#include <string_view>

#include "tree/tree.h"

namespace pubbuild::markdown {

// Past the bracket that ends the mention of a figure, a table, a section, an exercise or a page that begins
// at `at`; 0 where none begins there.
size_t mention_end(std::string_view text, size_t at);

// An `a` of the class "ref", with what was written as its words. It stands nowhere yet.
NodeId make_mention(Tree& tree, std::string_view written, Span span);

}  // namespace pubbuild::markdown
