// UTF-8 bytes ↔ characters, after Unicode 15.0 §3.9, table 3-7.
#include "base/utf8.h"

#include <cstdint>

namespace pubbuild::utf8 {

namespace {

bool is_continuation(char byte) {
  return (static_cast<uint8_t>(byte) & 0xC0) == 0x80;
}

// Length of the well-formed sequence at `at`, or 0.
size_t sequence_length(std::string_view text, size_t at) {
  const auto byte = [&](size_t k) { return at + k < text.size() ? static_cast<uint8_t>(text[at + k]) : 0u; };
  const auto follows = [&](size_t k) { return (byte(k) & 0xC0) == 0x80; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return follows(1) ? 2 : 0;
  if (lead < 0xF0) {
    if (!follows(1) || !follows(2)) return 0;
    const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = lead == 0xED && byte(1) > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  if (lead > 0xF4 || !follows(1) || !follows(2) || !follows(3)) return 0;
  const bool overlong = lead == 0xF0 && byte(1) < 0x90;
  const bool beyond = lead == 0xF4 && byte(1) > 0x8F;
  return overlong || beyond ? 0 : 4;
}

}  // namespace

char32_t decode(std::string_view text, size_t& at) {
  const size_t length = sequence_length(text, at);
  if (length <= 1) {
    const auto byte = static_cast<uint8_t>(text[at++]);
    return length == 1 ? char32_t{byte} : replacement;
  }
  constexpr uint8_t lead_masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t character = static_cast<uint8_t>(text[at]) & lead_masks[length];
  for (size_t k = 1; k < length; ++k)
    character = character << 6 | (static_cast<uint8_t>(text[at + k]) & 0x3F);
  at += length;
  return character;
}

char32_t decode_before(std::string_view text, size_t& at) {
  const size_t end = at;
  size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && is_continuation(text[begin])) --begin;
  size_t next = begin;
  const char32_t character = decode(text, next);
  at = next == end ? begin : end - 1;
  return next == end ? character : replacement;
}

void append(std::string& text, char32_t character) {
  if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) character = replacement;
  const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<uint8_t>(byte)); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xC0 | character >> 6);
    put(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    put(0xE0 | character >> 12);
    put(0x80 | (character >> 6 & 0x3F));
    put(0x80 | (character & 0x3F));
  } else {
    put(0xF0 | character >> 18);
    put(0x80 | (character >> 12 & 0x3F));
    put(0x80 | (character >> 6 & 0x3F));
    put(0x80 | (character & 0x3F));
  }
}

std::string encode(char32_t character) {
  std::string text;
  append(text, character);
  return text;
}

std::u32string decode_all(std::string_view text) {
  std::u32string characters;
  characters.reserve(text.size() / 2);
  for (size_t at = 0; at < text.size();) characters += decode(text, at);
  return characters;
}

size_t count(std::string_view text) {
  size_t characters = 0;
  for (const char byte : text) characters += !is_continuation(byte);
  return characters;
}

size_t first_invalid(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

}  // namespace pubbuild::utf8
