// A Han character → whether ordinary text has it.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pubbuild::proof {

// Common are the characters that the standards put into their first levels, by how often they are written:
// GB 2312 §5 (3,755 characters) for simplified text, Big5 (5,401) for traditional.
class CommonCharacters {
 public:
  // In text of one script, the commoner one of these.
  explicit CommonCharacters(const std::vector<std::u32string_view>& texts);

  bool contains(char32_t c) { return levels_of(c) & level_; }

 private:
  uint8_t levels_of(char32_t c);

  std::unordered_map<char32_t, uint8_t> known_;
  uint8_t level_;
};

}  // namespace pubbuild::proof
