// Pairs of bytes ↔ characters, as the Chinese Windows has them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pubbuild::proof {

// Code page 936: GBK, with user-defined pairs that are private-use characters.
class CodePage936 {
 public:
  static constexpr uint8_t first_lead = 0x81;
  static constexpr uint8_t first_trail = 0x40;
  static constexpr uint8_t last_byte = 0xFE;

  CodePage936();

  // U+0000 where the pair stands for nothing.
  char32_t character(uint8_t lead, uint8_t trail) const { return characters_[index(lead, trail)]; }
  // The lead byte above the trail byte; 0 for a character of one byte and for one that the page lacks.
  uint16_t pair(char32_t c) const { return c < pairs_.size() ? pairs_[c] : uint16_t{0}; }

 private:
  static size_t index(uint8_t lead, uint8_t trail) { return static_cast<size_t>(lead) * 256 + trail; }

  std::vector<char16_t> characters_;
  std::vector<uint16_t> pairs_;
};

}  // namespace pubbuild::proof
