// A text and its embeddings → the direction of each character, and the order of a line from left to right
// (UAX #9).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "style/computed.h"

namespace pubbuild {

// [begin, end) of a text stand in an inline element with a direction of its own (CSS Writing Modes 4 §2.4).
struct BidiSpan {
  size_t begin = 0;
  size_t end = 0;
  UnicodeBidi kind = UnicodeBidi::normal;
  Direction direction = Direction::ltr;
};

// The level of each character; odd ones run from right to left. Empty: all run from left to right. `spans` in
// the order they begin, outer before inner. `base` is the direction of the paragraph; with `plaintext` its
// first strong character says it.
std::vector<uint8_t> bidi_levels(std::u32string_view text, const std::vector<BidiSpan>& spans, Direction base,
                                 UnicodeBidi paragraph);

// Which of the pieces of a line, by their levels, stands first from the left, which second, and so on.
std::vector<uint32_t> visual_order(std::span<const uint8_t> levels);

}  // namespace pubbuild
