// Characters → the classes that the rules for Chinese, Japanese and Korean text ask for.
#include "read/cjk.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/utf8.h"

namespace pubbuild::markdown {

namespace {

bool is_ascii_punctuation(char32_t c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

bool is_quote(char32_t c) {
  return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
}

// The second selector makes “ ” ‘ ’ full width (StandardizedVariants.txt).
constexpr char32_t full_width_selector = 0xFE01;

bool is_text_selector(char32_t c) {
  return c >= 0xFE00 && c <= 0xFE0E;
}

bool is_ideographic_selector(char32_t c) {
  return c >= 0xE0100 && c <= 0xE01EF;
}

Neighbour classed(char32_t c) {
  return {is_blank(c), is_punctuation(c), is_cjk(c)};
}

}  // namespace

bool is_blank(char32_t c) {
  if (c < 0x80) return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  return u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR;
}

bool is_punctuation(char32_t c) {
  if (c < 0x80) return is_ascii_punctuation(c);
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_P_MASK | U_GC_S_MASK)) != 0;
}

bool is_hangul(char32_t c) {
  return c >= 0x1100 && script_of(c) == USCRIPT_HANGUL;
}

bool is_cjk(char32_t c) {
  if (c < 0x1100) return false;
  const auto character = static_cast<UChar32>(c);
  switch (u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
    case U_EA_HALFWIDTH:
      return !u_hasBinaryProperty(character, UCHAR_EMOJI_PRESENTATION);
    default:
      return script_of(c) == USCRIPT_HANGUL;
  }
}

bool is_chinese_or_japanese(char32_t c) {
  return is_cjk(c) && script_of(c) != USCRIPT_HANGUL;
}

bool is_ambiguous_mark(char32_t c) {
  return is_quote(c) || c == 0x2014 || c == 0x2026 || c == 0xB7;
}

Neighbour neighbour_before(std::string_view text, size_t at) {
  if (at == 0) return {};
  const char32_t last = utf8::decode_before(text, at);
  const bool selects = is_text_selector(last) || is_ideographic_selector(last);
  if (!selects || at == 0) return classed(last);
  const char32_t base = utf8::decode_before(text, at);
  Neighbour neighbour = classed(base);
  neighbour.cjk |= is_ideographic_selector(last) || (last == full_width_selector && is_quote(base));
  return neighbour;
}

Neighbour neighbour_after(std::string_view text, size_t at) {
  if (at == text.size()) return {};
  const char32_t first = utf8::decode(text, at);
  Neighbour neighbour = classed(first);
  if (is_quote(first) && at < text.size()) neighbour.cjk |= utf8::decode(text, at) == full_width_selector;
  return neighbour;
}

}  // namespace pubbuild::markdown
