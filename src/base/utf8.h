// UTF-8: decoding, encoding, checking.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pubbuild::utf8 {

constexpr char32_t replacement = 0xFFFD;

// The character that begins at byte `at`, which moves past it. Ill-formed bytes give U+FFFD, one byte each.
char32_t decode(std::string_view text, size_t& at);
// The character that ends just before byte `at`; `at` moves to its first byte. `at` must not be 0.
char32_t decode_before(std::string_view text, size_t& at);
// U+FFFD stands in for what is no Unicode scalar value.
void append(std::string& text, char32_t character);
std::string encode(char32_t character);
std::u32string decode_all(std::string_view text);
// Number of characters.
size_t count(std::string_view text);
// The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or npos.
size_t first_invalid(std::string_view text);

}  // namespace pubbuild::utf8
