// A CFF table → the CID of every glyph, where the font is CID-keyed (Adobe TN 5176, §13 and §18).
#include "font/charset.h"

#include "base/error.h"
#include "font/bytes.h"

namespace pubbuild {

namespace {

constexpr uint32_t escape = 12;
constexpr uint32_t operator_charset = 15;
constexpr uint32_t operator_ros = escape << 8 | 30;
// Charsets 0 to 2 are the predefined ones of name-keyed fonts.
constexpr uint32_t last_predefined_charset = 2;

[[noreturn]] void refuse() {
  throw Error("the CFF table of a font is damaged");
}

// TN 5176 §5. Gives where the INDEX at `at` ends and, in `first_item`, where its first item begins.
size_t end_of_index(const FontBytes& cff, size_t at, size_t& first_item, size_t& first_item_end) {
  const size_t count = cff.u16(at);
  if (count == 0) return at + 2;
  const size_t width = cff.u8(at + 2);
  if (width < 1 || width > 4) refuse();
  const size_t data = at + 3 + (count + 1) * width - 1;
  first_item = data + cff.number(at + 3, width);
  first_item_end = data + cff.number(at + 3 + width, width);
  return data + cff.number(at + 3 + count * width, width);
}

struct TopDict {
  bool is_cid_keyed = false;
  uint32_t charset = 0;
};

// TN 5176 §4: a real number ends with a nibble of 15.
size_t end_of_real(const FontBytes& cff, size_t at, size_t end) {
  while (at < end && !cff.overrun()) {
    const uint32_t nibbles = cff.u8(at++);
    if ((nibbles & 15) == 15 || nibbles >> 4 == 15) break;
  }
  return at;
}

// The operand that begins with byte `head` at `at - 1`; moves `at` past it.
uint32_t read_operand(const FontBytes& cff, uint32_t head, size_t& at, size_t end) {
  if (head >= 32 && head <= 246) return head - 139;
  if (head >= 247 && head <= 250) return (head - 247) * 256 + cff.u8(at++) + 108;
  if (head >= 251 && head <= 254) return 0u - (head - 251) * 256 - cff.u8(at++) - 108;
  if (head == 28) return at += 2, static_cast<uint32_t>(cff.i16(at - 2));
  if (head == 29) return at += 4, cff.u32(at - 4);
  if (head == 30) return at = end_of_real(cff, at, end), 0;
  refuse();
}

TopDict read_top_dict(const FontBytes& cff, size_t at, size_t end) {
  constexpr uint32_t last_operator = 21;
  TopDict dict;
  uint32_t operand = 0;
  while (at < end && !cff.overrun()) {
    uint32_t head = cff.u8(at++);
    if (head > last_operator) {
      operand = read_operand(cff, head, at, end);
      continue;
    }
    if (head == escape) head = escape << 8 | cff.u8(at++);
    if (head == operator_ros) dict.is_cid_keyed = true;
    if (head == operator_charset) dict.charset = operand;
  }
  return dict;
}

// TN 5176 §13: format 0 lists the CIDs, formats 1 and 2 ranges of them with a count of 1 or 2 bytes.
std::vector<uint16_t> read_charset(const FontBytes& cff, size_t at, uint32_t glyph_count) {
  std::vector<uint16_t> cids{0};
  cids.reserve(glyph_count);
  const uint32_t format = cff.u8(at++);
  if (format > 2) refuse();
  while (cids.size() < glyph_count && !cff.overrun()) {
    const uint32_t first = cff.u16(at);
    const uint32_t more = cff.number(at + 2, format);
    at += 2 + format;
    for (uint32_t i = 0; i <= more && cids.size() < glyph_count; ++i) {
      cids.push_back(static_cast<uint16_t>(first + i));
    }
  }
  return cids;
}

}  // namespace

std::vector<uint16_t> read_cids(std::span<const uint8_t> table, uint32_t glyph_count) {
  const FontBytes cff(table);
  size_t unused = 0;
  size_t dict_begin = 0;
  size_t dict_end = 0;
  const size_t names_end = end_of_index(cff, cff.u8(2), unused, unused);
  end_of_index(cff, names_end, dict_begin, dict_end);
  const TopDict dict = read_top_dict(cff, dict_begin, dict_end);
  if (cff.overrun()) refuse();
  if (!dict.is_cid_keyed) return {};
  if (dict.charset <= last_predefined_charset) refuse();
  std::vector<uint16_t> cids = read_charset(cff, dict.charset, glyph_count);
  if (cff.overrun()) refuse();
  return cids;
}

}  // namespace pubbuild
