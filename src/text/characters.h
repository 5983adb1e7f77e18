// Flat text → its characters, each with its place, its style and its direction.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/flat_text.h"

namespace pubbuild {

// The characters of a paragraph; what is said of each is said by its place in `codes`. The flat text must
// outlive it.
struct Characters {
  const FlatText& flat;
  std::u32string codes;
  std::vector<uint32_t> bytes;    // where each begins in the text
  std::vector<uint32_t> runs;     // places in FlatText::runs
  std::vector<uint8_t> levels;    // UAX #9, odd ones run from right to left; empty: all from left to right
  std::vector<bool> is_cjk_mark;  // marks that Latin text has too but that belong to CJK text here

  size_t size() const { return codes.size(); }
  const ComputedStyle& style_at(size_t n) const { return *flat.runs[runs[n]].style; }
  uint8_t level_at(size_t n) const { return n < levels.size() ? levels[n] : uint8_t{0}; }
  bool is_turned_at(size_t n) const { return level_at(n) % 2 == 1; }
};

Characters characters_of(const FlatText& text);

}  // namespace pubbuild
