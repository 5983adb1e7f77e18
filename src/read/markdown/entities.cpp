// Character references of HTML → the characters they stand for (CommonMark 0.31.2 §2.5).
#include "read/markdown/entities.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace pubbuild::markdown {

namespace {

struct Entity {
  std::string_view name;
  std::string_view characters;
};

constexpr Entity entities[] = {
#include "read/markdown/entities.inc"
};

// "CounterClockwiseContourIntegral"
constexpr size_t longest_name = 31;

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// `digits` is at most seven digits of the base, so that the number cannot overflow.
std::string character_numbered(std::string_view digits, int base) {
  uint32_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  return utf8::encode(number == 0 ? utf8::replacement : char32_t{number});
}

CharacterReference numeric_reference(std::string_view text) {
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const size_t begin = hexadecimal ? 3 : 2;
  const size_t most_digits = hexadecimal ? 6 : 7;
  size_t end = begin;
  const auto is_digit = [&](char c) {
    return (c >= '0' && c <= '9') || (hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
  };
  while (end < text.size() && end - begin < most_digits && is_digit(text[end])) ++end;
  if (end == begin || end == text.size() || text[end] != ';') return {};
  return {end + 1, character_numbered(text.substr(begin, end - begin), hexadecimal ? 16 : 10)};
}

CharacterReference named_reference(std::string_view text) {
  size_t end = 1;
  while (end < text.size() && end <= longest_name && is_alphanumeric(text[end])) ++end;
  if (end == 1 || end == text.size() || text[end] != ';') return {};
  const std::string_view name = text.substr(1, end - 1);
  const auto found =
      std::lower_bound(std::begin(entities), std::end(entities), name,
                       [](const Entity& entity, std::string_view n) { return entity.name < n; });
  if (found == std::end(entities) || found->name != name) return {};
  return {end + 1, std::string(found->characters)};
}

}  // namespace

CharacterReference character_reference(std::string_view text) {
  return text.size() > 1 && text[1] == '#' ? numeric_reference(text) : named_reference(text);
}

std::string with_references_replaced(std::string_view text) {
  std::string replaced;
  for (size_t at = 0; at < text.size();) {
    const size_t next = std::min(text.find('&', at), text.size());
    replaced.append(text, at, next - at);
    at = next;
    if (at == text.size()) break;
    const CharacterReference reference = character_reference(text.substr(at));
    replaced += reference.length > 0 ? reference.characters : "&";
    at += std::max<size_t>(reference.length, 1);
  }
  return replaced;
}

}  // namespace pubbuild::markdown
