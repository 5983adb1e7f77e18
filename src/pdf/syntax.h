// Numbers, names and strings → their spelling in PDF (ISO 32000-1 §7.3), free of locale and floating point.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/length.h"

namespace pubbuild::pdf {

void append_integer(std::string& out, int64_t value);
// A number of thousandths, without needless digits: 12500 is "12.5".
void append_thousandths(std::string& out, int64_t value);
inline void append_length(std::string& out, Length length) {
  append_thousandths(out, length.milli);
}
// Two hexadecimal digits.
void append_byte(std::string& out, uint8_t byte);
// Four hexadecimal digits.
void append_code(std::string& out, uint16_t code);
// The characters as UTF-16BE in hexadecimal digits, without a byte order mark.
void append_utf16(std::string& out, std::string_view utf8);

// A text string of §7.9.2.2: "<FEFF…>".
std::string text_string(std::string_view utf8);
// A literal string of printable ASCII; other bytes are escaped.
std::string ascii_string(std::string_view text);
std::string integer(int64_t value);

}  // namespace pubbuild::pdf
