// Blocks with ::first-letter → the parts of the text that are set as first letters.
#pragma once

#include <cstddef>
#include <string_view>

#include "style/cascade.h"
#include "tree/tree.h"

namespace pubbuild {

// Finds the first letter of each block that has a style for it, with the punctuation before and after it (CSS
// Pseudo-Elements 4 §2.2), in generated content too, and gives it its style. It may stand in several
// texts. Of nested blocks that begin with the same letter the innermost decides.
void find_first_letters(const Tree& tree, Styles& styles);

// How many bytes of the text its first letter takes, marks included; 0 where it begins with none.
size_t first_letter_length(std::string_view text);

}  // namespace pubbuild
