// Numbers, names and strings → their spelling in PDF (ISO 32000-1 §7.3), free of locale and floating point.
#include "pdf/syntax.h"

#include <charconv>
#include <string>

#include "base/utf8.h"

namespace pubbuild::pdf {

namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

void append_octal_escape(std::string& out, uint8_t byte) {
  out += '\\';
  for (const int shift : {6, 3, 0}) out += static_cast<char>('0' + (byte >> shift & 7));
}

}  // namespace

void append_integer(std::string& out, int64_t value) {
  char digits[24];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
  out.append(digits, end);
}

void append_thousandths(std::string& out, int64_t value) {
  if (value < 0) out += '-';
  const uint64_t magnitude = value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
  append_integer(out, static_cast<int64_t>(magnitude / 1000));
  const unsigned rest = static_cast<unsigned>(magnitude % 1000);
  if (rest == 0) return;
  out += '.';
  out += static_cast<char>('0' + rest / 100);
  if (rest % 100 == 0) return;
  out += static_cast<char>('0' + rest / 10 % 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
}

void append_byte(std::string& out, uint8_t byte) {
  out += hex_digits[byte >> 4];
  out += hex_digits[byte & 15];
}

void append_code(std::string& out, uint16_t code) {
  for (const int shift : {12, 8, 4, 0}) out += hex_digits[code >> shift & 15];
}

void append_utf16(std::string& out, std::string_view utf8) {
  for (size_t at = 0; at < utf8.size();) {
    const char32_t character = utf8::decode(utf8, at);
    if (character < 0x10000) {
      append_code(out, static_cast<uint16_t>(character));
    } else {
      append_code(out, static_cast<uint16_t>(0xD7C0 + (character >> 10)));
      append_code(out, static_cast<uint16_t>(0xDC00 | (character & 0x3FF)));
    }
  }
}

std::string text_string(std::string_view utf8) {
  std::string out = "<FEFF";
  append_utf16(out, utf8);
  return out += '>';
}

std::string ascii_string(std::string_view text) {
  std::string out = "(";
  for (const char letter : text) {
    if (letter < ' ' || letter > '~') {
      append_octal_escape(out, static_cast<uint8_t>(letter));
      continue;
    }
    if (letter == '(' || letter == ')' || letter == '\\') out += '\\';
    out += letter;
  }
  return out += ')';
}

std::string integer(int64_t value) {
  std::string out;
  append_integer(out, value);
  return out;
}

}  // namespace pubbuild::pdf
