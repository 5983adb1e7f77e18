// Character references of HTML → the characters they stand for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pubbuild::markdown {

// What the reference at the front of `text` (which begins with `&`) stands for: its length in bytes and its
// characters in UTF-8. The length is 0 where there is no reference.
struct CharacterReference {
  size_t length = 0;
  std::string characters;
};
CharacterReference character_reference(std::string_view text);

// `text` with each character reference replaced.
std::string with_references_replaced(std::string_view text);

}  // namespace pubbuild::markdown
