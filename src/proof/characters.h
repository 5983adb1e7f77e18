// The classes of characters that an editor's rules ask for.
#pragma once

#include <string>
#include <string_view>

namespace pubbuild::proof {

constexpr bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) ||
         c == 0x3007 || c == 0x3005;
}
constexpr bool is_kana(char32_t c) {
  return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC;
}
constexpr bool is_ascii_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
constexpr bool is_ascii_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
constexpr bool is_one_of(char32_t c, std::u32string_view any) {
  return any.find(c) != std::u32string_view::npos;
}
// Marks of Chinese and Japanese text that close something or end a clause.
constexpr bool is_closing_mark(char32_t c) {
  return is_one_of(c, U"，。、；：？！”’」』）】》〉〕］｝…");
}
// The character at a place of a text; U+0000 before and behind it.
constexpr char32_t at(std::u32string_view text, size_t place) {
  return place < text.size() ? text[place] : U'\0';
}
constexpr char32_t before(std::u32string_view text, size_t place) {
  return place == 0 ? U'\0' : text[place - 1];
}

// U+4E00 “一”
std::string named(char32_t c);
std::string encoded(std::u32string_view text);

}  // namespace pubbuild::proof
