// Numbers and short words that are set horizontally in a vertical line.
#include "text/combination.h"

#include "text/character_class.h"
#include "text/column.h"

namespace pubbuild {

namespace {

// More characters in one frame cannot be read.
constexpr size_t most_combined = 8;

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_on_its_side(char32_t c, const ComputedStyle& style) {
  return class_of(c) == CharacterClass::western && posture_of(c, style) == Posture::sideways;
}

size_t end_of_number(std::u32string_view text, size_t at, StyledPart part, const ComputedStyle& style) {
  size_t end = at;
  while (end < part.end && is_digit(text[end])) ++end;
  const auto most = static_cast<size_t>(style.text_combine_upright.digits);
  const bool follows_word = at > 0 && is_on_its_side(text[at - 1], style);
  const bool goes_on = end < text.size() && is_on_its_side(text[end], style);
  return end - at <= most && !follows_word && !goes_on ? end : at;
}

size_t end_of_all(std::u32string_view text, size_t at, StyledPart part) {
  const std::u32string_view all = text.substr(part.begin, part.end - part.begin);
  const bool fits = at == part.begin && all.size() <= most_combined;
  return fits && all.find_first_of(U"\n\t\uFFFC") == std::u32string_view::npos ? part.end : at;
}

}  // namespace

size_t end_of_combination(std::u32string_view text, size_t at, StyledPart part, const ComputedStyle& style) {
  if (!is_vertical(style)) return at;
  switch (style.text_combine_upright.kind) {
    case TextCombine::Kind::none:
      return at;
    case TextCombine::Kind::all:
      return end_of_all(text, at, part);
    case TextCombine::Kind::digits:
      return end_of_number(text, at, part, style);
  }
  return at;
}

}  // namespace pubbuild
