// Text → the text that text-transform makes of it (CSS Text 3 §2.1).
#pragma once

#include <string>
#include <string_view>

#include "style/computed.h"

namespace pubbuild {

// Whether what was transformed last ended inside a word, so that `capitalize` goes on through elements.
enum class WordState : uint8_t { outside, inside };

bool transforms(const ComputedStyle& style);
// By the rules of the style's language; `state` is read and set.
std::string transformed(std::string_view text, const ComputedStyle& style, WordState& state);

}  // namespace pubbuild
