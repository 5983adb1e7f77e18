// What stands between parentheses → the syllable of pinyin that it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pubbuild::proof {

struct Syllable {
  std::string letters;  // as Unihan writes them
  size_t end = 0;       // behind the parenthesis
};

// The syllable at `begin` that ends with `close`; nothing where there is none.
std::optional<Syllable> syllable_at(std::u32string_view text, size_t begin, char32_t close);

}  // namespace pubbuild::proof
