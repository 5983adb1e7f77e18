// A character and the marks on it → one face that has them all.
#pragma once

#include <string_view>

#include "text/shaper.h"

namespace pubbuild {

// For the character `at` of the text: the first face of the chain that has it and the combining marks after
// it, or what they compose to; where none has all, the face for the character alone.
ChosenFace choose_with_marks(Shaper& shaper, ChainId chain, std::u32string_view text, size_t at);

}  // namespace pubbuild
