// Characters of a vertical line → which of them stand side by side in the frame of one.
#pragma once

#include <cstddef>
#include <string_view>

#include "style/computed.h"

namespace pubbuild {

// Places of characters: those from `begin` up to but not `end` have one style.
struct StyledPart {
  size_t begin = 0;
  size_t end = 0;
};

// CSS Writing Modes 4 §9.1, text-combine-upright: where the combination ends that begins at `at`, which is
// `at` itself where none does. Digits are combined where they are a number in Han text, not part of a Western
// word or of a number with a point: that lies on its side as a whole.
size_t end_of_combination(std::u32string_view text, size_t at, StyledPart part, const ComputedStyle& style);

}  // namespace pubbuild
