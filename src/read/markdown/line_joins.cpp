// Line breaks between characters of different scripts.
#include "read/markdown/line_joins.h"

#include "base/utf8.h"
#include "read/cjk.h"

namespace pubbuild::markdown {

namespace {

Side side_of(char32_t c) {
  if (is_hangul(c)) return Side::hangul;
  return is_chinese_or_japanese(c) ? Side::chinese_or_japanese : Side::other;
}

}  // namespace

Side side_before(std::string_view text, Side otherwise) {
  for (size_t at = text.size(); at > 0;) {
    const char32_t c = utf8::decode_before(text, at);
    if (!is_ambiguous_mark(c)) return side_of(c);
  }
  return otherwise;
}

Side side_after(std::string_view text, Side otherwise) {
  for (size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (!is_ambiguous_mark(c)) return side_of(c);
  }
  return otherwise;
}

bool vanishes(Side before, Side after) {
  if (before == Side::hangul || after == Side::hangul) return false;
  return before == Side::chinese_or_japanese || after == Side::chinese_or_japanese;
}

}  // namespace pubbuild::markdown
