// Characters that look like others, like nothing, or different in every font.
#include <unicode/normalizer2.h>

#include "proof/characters.h"
#include "proof/rules.h"

namespace pubbuild::proof {

namespace {

bool is_private(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

bool is_compatibility_ideograph(char32_t c) {
  return (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

bool is_radical(char32_t c) {
  return c >= 0x2F00 && c <= 0x2FD5;
}

bool is_half_width_katakana(char32_t c) {
  return c >= 0xFF61 && c <= 0xFF9F;
}

bool is_invisible(char32_t c) {
  return c == 0x200B || c == 0xFEFF || c == 0x00AD || c == 0x2060;
}

// What NFKC makes of it, where that is one other character.
char32_t unified(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  icu::UnicodeString text;
  if (U_FAILURE(status) || !nfkc->getDecomposition(static_cast<UChar32>(c), text)) return c;
  return text.countChar32() == 1 ? static_cast<char32_t>(text.char32At(0)) : c;
}

Finding compatibility(std::u32string_view text, size_t n) {
  const char32_t usual = unified(text[n]);
  Finding finding{"compatibility-character", n, n + 1,
                  named(text[n]) + " is a compatibility character, which searching does not find"};
  if (usual == text[n]) return finding;
  finding.hint = "write " + named(usual);
  finding.repair = std::u32string(1, usual);
  return finding;
}

size_t end_of_katakana(std::u32string_view text, size_t n) {
  while (n < text.size() && is_half_width_katakana(text[n])) ++n;
  return n;
}

// 二○二六, 三○○: circles behind a Chinese digit (GB/T 15835 and Unicode have U+3007 for the zero).
bool is_circle_for_zero(std::u32string_view text, size_t n) {
  if (text[n] != U'○') return false;
  const size_t first = text.substr(0, n).find_last_not_of(U'○');
  return first != std::u32string_view::npos && is_one_of(text[first], U"一二三四五六七八九〇");
}

// The dot between the parts of a foreign name, as keyboards of other languages write it.
bool is_foreign_interpunct(std::u32string_view text, size_t n) {
  return is_one_of(text[n], U"・‧•∙⋅●") && is_han(before(text, n)) && is_han(at(text, n + 1));
}

}  // namespace

void find_chinese_signs(std::u32string_view text, const Report& report) {
  for (size_t n = 0; n < text.size(); ++n) {
    if (is_circle_for_zero(text, n))
      report({"circle-for-zero", n, n + 1, "a circle for a zero", "write 〇 (U+3007)", U"〇"});
    if (is_foreign_interpunct(text, n))
      report({"foreign-interpunct", n, n + 1, named(text[n]) + " between Han",
              "in Chinese names write · (U+00B7)"});
  }
}

void find_odd_characters(std::u32string_view text, const Report& report) {
  for (size_t n = 0; n < text.size(); ++n) {
    const char32_t c = text[n];
    if (is_private(c)) {
      report({"private-use", n, n + 1, named(c) + " is a private-use character: no other font shows it",
              "find out which character was meant"});
    } else if (is_compatibility_ideograph(c) || is_radical(c)) {
      report(compatibility(text, n));
    } else if (is_half_width_katakana(c)) {
      const size_t end = end_of_katakana(text, n);
      report({"compatibility-character", n, end, "half-width katakana", "write them full width"});
      n = end - 1;
    } else if (is_invisible(c) && is_han(before(text, n)) &&
               (is_han(at(text, n + 1)) || is_closing_mark(at(text, n + 1)))) {
      report({"invisible-character", n, n + 1, named(c) + " stands unseen between Han", "leave it out", U""});
    }
  }
}

}  // namespace pubbuild::proof
