// Upper and lower case by ICU's rules for the language; full-width forms and full-size kana by their code
// points.
#include "text/letter_case.h"

#include <unicode/ucasemap.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/utf8.h"

namespace pubbuild {

namespace {

struct CaseMapCloser {
  void operator()(UCaseMap* map) const { ucasemap_close(map); }
};

using Mapping = int32_t (*)(const UCaseMap*, char*, int32_t, const char*, int32_t, UErrorCode*);

// The text itself where ICU does not map it.
std::string mapped(std::string_view text, const std::string& lang, Mapping map) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCaseMap, CaseMapCloser> cases(ucasemap_open(lang.c_str(), 0, &status));
  if (U_FAILURE(status)) return std::string(text);
  // A character becomes three at most, and those no longer than it in bytes by more than three times.
  std::string made(text.size() * 3 + 8, '\0');
  const int32_t size = map(cases.get(), made.data(), static_cast<int32_t>(made.size()), text.data(),
                           static_cast<int32_t>(text.size()), &status);
  if (U_FAILURE(status) || static_cast<size_t>(size) > made.size()) return std::string(text);
  made.resize(static_cast<size_t>(size));
  return made;
}

bool is_word_part(UChar32 c) {
  return u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK || c == U'\'' || c == 0x2019;
}

std::string capitalized(std::string_view text, WordState& state) {
  std::string made;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    const auto letter = static_cast<UChar32>(c);
    const bool begins = state == WordState::outside && u_isalnum(letter);
    utf8::append(made, begins ? static_cast<char32_t>(u_totitle(letter)) : c);
    state = is_word_part(letter) && (begins || state == WordState::inside) ? WordState::inside
                                                                           : WordState::outside;
  }
  return made;
}

// U+FF66 to U+FF9D, the half-width kana, in order.
constexpr std::u32string_view kana_from_ff66 =
    U"ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリ"
    U"ルレロワン";

char32_t full_width(char32_t c) {
  if (c == U' ') return 0x3000;
  if (c > 0x20 && c < 0x7F) return c + 0xFEE0;
  if (c >= 0xFF66 && c < 0xFF66 + kana_from_ff66.size()) return kana_from_ff66[c - 0xFF66];
  return c;
}

// Small kana and the full-size ones beside them in the code (CSS Text 3 appendix G).
constexpr std::u32string_view small_kana =
    U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ";
constexpr std::u32string_view large_kana =
    U"あいうえおつやゆよわかけアイウエオツヤユヨワカケクシストヌハヒフヘホムラリルレロ";
static_assert(small_kana.size() == large_kana.size());

char32_t full_size(char32_t c) {
  const size_t at = small_kana.find(c);
  return at == std::u32string_view::npos ? c : large_kana[at];
}

std::string each_mapped(std::string_view text, char32_t (*map)(char32_t)) {
  std::string made;
  for (size_t at = 0; at < text.size();) utf8::append(made, map(utf8::decode(text, at)));
  return made;
}

std::string in_case(std::string_view text, const ComputedStyle& style, WordState& state) {
  switch (style.text_transform.letter_case) {
    case LetterCase::as_written:
      return std::string(text);
    case LetterCase::uppercase:
      return mapped(text, style.lang, ucasemap_utf8ToUpper);
    case LetterCase::lowercase:
      return mapped(text, style.lang, ucasemap_utf8ToLower);
    case LetterCase::capitalize:
      return capitalized(text, state);
  }
  return std::string(text);
}

}  // namespace

bool transforms(const ComputedStyle& style) {
  return style.text_transform != TextTransform{};
}

std::string transformed(std::string_view text, const ComputedStyle& style, WordState& state) {
  std::string made = in_case(text, style, state);
  if (style.text_transform.full_size_kana) made = each_mapped(made, full_size);
  if (style.text_transform.full_width) made = each_mapped(made, full_width);
  return made;
}

}  // namespace pubbuild
