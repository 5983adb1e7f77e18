// Addresses are found by `://`, `www.` or `@`, and parted after their marks.
#include "text/address_breaks.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace pubbuild {

namespace {

bool is_address_character(char32_t c) {
  return c > 0x20 && c < 0x7F && c != U'<' && c != U'>' && c != U'"';
}

// Past `://` before the name of a host; 0 where there is none.
size_t end_of_scheme(std::u32string_view token) {
  const size_t end = token.find(U"://") + 3;
  return end > 3 && end < token.size() && u_isalnum(static_cast<UChar32>(token[end])) ? end : 0;
}

bool is_address(std::u32string_view token) {
  const size_t at = token.find(U'@');
  const bool is_mail =
      at != std::u32string_view::npos && at > 0 && token.find(U'.', at) != std::u32string_view::npos;
  return is_mail || end_of_scheme(token) > 0 || token.starts_with(U"www.");
}

// Percent signs begin an escaped byte. The last character is not left alone: it is mostly a stop.
void break_address(std::u32string_view token, size_t begin, std::vector<BreakKind>& breaks) {
  constexpr std::u32string_view ends = U"/?&=.-_@#";
  const size_t scheme = end_of_scheme(token);
  for (size_t n = 1; n < token.size(); ++n) {
    const bool after = ends.find(token[n - 1]) != std::u32string_view::npos &&
                       ends.find(token[n]) == std::u32string_view::npos;
    const bool may_break = n > scheme && n + 1 < token.size() && (after || token[n] == U'%');
    BreakKind& here = breaks[begin + n];
    if (here != BreakKind::forced) here = may_break ? BreakKind::allowed : BreakKind::none;
  }
}

}  // namespace

void break_addresses(std::u32string_view text, std::vector<BreakKind>& breaks) {
  for (size_t begin = 0; begin < text.size();) {
    size_t end = begin;
    while (end < text.size() && is_address_character(text[end])) ++end;
    const std::u32string_view token = text.substr(begin, end - begin);
    if (token.size() > 4 && is_address(token)) break_address(token, begin, breaks);
    begin = std::max(end, begin + 1);
  }
}

}  // namespace pubbuild
