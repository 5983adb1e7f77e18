// Characters as messages name them.
#include "proof/characters.h"

#include "base/utf8.h"

namespace pubbuild::proof {

std::string encoded(std::u32string_view text) {
  std::string bytes;
  for (const char32_t c : text) utf8::append(bytes, c);
  return bytes;
}

std::string named(char32_t c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string number;
  for (char32_t rest = c; rest > 0 || number.size() < 4; rest >>= 4) number.insert(0, 1, digits[rest & 15]);
  const bool shows = c > 0x20 && !(c >= 0xE000 && c <= 0xF8FF) && c < 0xF0000 && c != 0x200B && c != 0xFEFF;
  return "U+" + number + (shows ? " '" + utf8::encode(c) + "'" : "");
}

}  // namespace pubbuild::proof
