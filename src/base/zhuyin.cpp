// The symbols are two blocks of Unicode, the tone marks are spacing modifier letters.
#include "base/zhuyin.h"

#include "base/utf8.h"

namespace pubbuild {

namespace {

bool is_symbol(char32_t c) {
  return (c >= 0x3105 && c <= 0x312F) || (c >= 0x31A0 && c <= 0x31BF);
}

bool is_tone(char32_t c) {
  return c == 0x02C7 || (c >= 0x02C9 && c <= 0x02CB) || c == 0x02D9 || c == 0x02EA || c == 0x02EB;
}

}  // namespace

bool is_zhuyin(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (!is_symbol(c) && !is_tone(c)) return false;
  }
  return !text.empty();
}

}  // namespace pubbuild
