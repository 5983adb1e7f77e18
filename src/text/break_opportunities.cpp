// Line break opportunities from ICU's rule sets, tailored after CLREQ for Chinese.
#include "text/break_opportunities.h"

#include <unicode/ubrk.h>

#include <algorithm>
#include <map>
#include <memory>

#include "base/error.h"
#include "base/language.h"
#include "text/character_class.h"

namespace pubbuild {

namespace {

struct BreakIteratorCloser {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using BreakIterator = std::unique_ptr<UBreakIterator, BreakIteratorCloser>;

// The first subtag, which is all that ICU's line break rules differ by; the root's rules hold for what is no
// language.
std::string language_of(const std::string& lang) {
  const std::string first = lang.substr(0, lang.find_first_of("-_@"));
  return first.size() <= 8 ? first : "";
}

// Plain `ja` is not strict and knows no quotation marks, and `yue` and `ko` have no rules for them: the level
// is always named, and Chinese and Japanese rules are asked for by those names.
std::string icu_locale(const BreakRules& rules) {
  const Script script = script_of(rules.lang);
  std::string locale =
      is_unspaced(script) ? (script == Script::japanese ? "ja" : "zh") : language_of(rules.lang);
  if (script == Script::korean) locale = "ko";
  switch (rules.line_break) {
    case LineBreak::loose:
      return locale + "@lb=loose";
    case LineBreak::normal:
      return locale + "@lb=normal";
    case LineBreak::auto_:
    case LineBreak::strict:
    case LineBreak::anywhere:
      return locale + "@lb=strict";
  }
  return locale;
}

// Making an iterator reads its rules (12 µs); one a locale is kept for each thread.
UBreakIterator* iterator_for(const std::string& locale) {
  thread_local std::map<std::string, BreakIterator> iterators;
  BreakIterator& iterator = iterators[locale];
  if (!iterator) {
    UErrorCode status = U_ZERO_ERROR;
    iterator.reset(ubrk_open(UBRK_LINE, locale.c_str(), nullptr, 0, &status));
    if (U_FAILURE(status)) throw Error(std::string("ICU has no line break rules: ") + u_errorName(status));
  }
  return iterator.get();
}

std::vector<BreakKind> icu_breaks(std::u32string_view text, const std::string& locale) {
  std::u16string units;
  std::vector<uint32_t> character_at;  // of each UTF-16 unit
  units.reserve(text.size());
  character_at.reserve(text.size());
  for (size_t n = 0; n < text.size(); ++n) {
    const char32_t c = text[n];
    if (c > 0xFFFF) {
      units += static_cast<char16_t>(0xD7C0 + (c >> 10));
      units += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
      character_at.push_back(static_cast<uint32_t>(n));
    } else {
      units += static_cast<char16_t>(c);
    }
    character_at.push_back(static_cast<uint32_t>(n));
  }
  std::vector<BreakKind> breaks(text.size(), BreakKind::none);
  UBreakIterator* iterator = iterator_for(locale);
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(iterator, units.data(), static_cast<int32_t>(units.size()), &status);
  if (U_FAILURE(status)) throw Error(std::string("ICU does not break this text: ") + u_errorName(status));
  for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
    if (static_cast<size_t>(at) >= units.size()) break;
    const bool is_forced = ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD;
    breaks[character_at[static_cast<size_t>(at)]] = is_forced ? BreakKind::forced : BreakKind::allowed;
  }
  return breaks;
}

// What a tailoring rule looks at: the characters on both sides of a place between two.
struct Neighbours {
  char32_t before = 0;
  char32_t after = 0;
  char32_t second_before = 0;
  char32_t second_after = 0;
};

Neighbours neighbours(std::u32string_view text, size_t at) {
  const auto character = [&](size_t n) { return n < text.size() ? text[n] : U'\0'; };
  return {character(at - 1), character(at), at >= 2 ? character(at - 2) : U'\0', character(at + 1)};
}

bool is_dash(char32_t c) {
  return c == 0x2014 || c == 0x2E3A;
}

bool is_lone_dash(char32_t c, char32_t neighbour) {
  return c == 0x2014 && neighbour != 0x2014;
}

// CLREQ, prohibition rules for line start and end, rows that ICU 72 lacks: connector marks, interpuncts and
// solidi (K3) and a single dash may not begin a line at any level, two-em dashes not at the strict one (K6).
bool is_forbidden_start(const Neighbours& at, LineBreak level) {
  switch (at.after) {
    case 0x00B7:
    case 0x2027:
    case 0x30FB:
    case 0xFF0D:
    case 0xFF0F:
    case 0xFF5E:
      return true;
    default:
      break;
  }
  if (!is_dash(at.after)) return false;
  if (is_dash(at.before)) return true;
  return is_lone_dash(at.after, at.second_after) || level == LineBreak::strict;
}

// Single quotation marks, which ICU tailors for no language: brackets beside Han (U+2018, U+2019).
bool is_single_quote_edge(const Neighbours& at) {
  return at.before == 0x2018 || at.after == 0x2019;
}

bool opens_at_single_quote(const Neighbours& at) {
  const bool before_opening = at.after == 0x2018 && is_cjk_letter(at.before);
  const bool after_closing = at.before == 0x2019 && is_cjk_letter(at.after);
  return before_opening || after_closing;
}

bool is_number_with_unit(const Neighbours& at) {
  const bool digit = at.before >= U'0' && at.before <= U'9';
  return digit && ((at.after >= 0x3371 && at.after <= 0x33DF) || at.after == 0x2103 || at.after == 0x2109);
}

void tailor_chinese(std::u32string_view text, LineBreak level, std::vector<BreakKind>& breaks) {
  for (size_t at = 1; at < text.size(); ++at) {
    if (breaks[at] == BreakKind::forced) continue;
    // Han to Han is by far the most frequent pair and never tailored.
    if (text[at] >= 0x3400 && text[at] < 0xFF00 && text[at - 1] >= 0x3400 && text[at - 1] < 0xFF00) continue;
    const Neighbours here = neighbours(text, at);
    if (opens_at_single_quote(here)) breaks[at] = BreakKind::allowed;
    if (is_forbidden_start(here, level) || is_single_quote_edge(here) || is_number_with_unit(here)) {
      breaks[at] = BreakKind::none;
    }
  }
}

// CSS Text 3 §5.2: keep-all forbids breaks between letters of words that are written with blanks.
void keep_words_whole(std::u32string_view text, std::vector<BreakKind>& breaks) {
  for (size_t at = 1; at < text.size(); ++at) {
    if (breaks[at] == BreakKind::allowed && is_cjk_letter(text[at - 1]) && is_cjk_letter(text[at])) {
      breaks[at] = BreakKind::none;
    }
  }
}

bool is_address_character(char32_t c) {
  return c > 0x20 && c < 0x7F && c != U'<' && c != U'>' && c != U'"';
}

bool is_address(std::u32string_view token) {
  const size_t at = token.find(U'@');
  const bool is_mail =
      at != std::u32string_view::npos && at > 0 && token.find(U'.', at) != std::u32string_view::npos;
  return is_mail || token.find(U"://") != std::u32string_view::npos || token.starts_with(U"www.");
}

// An address has no hyphens of its own to give: a line ends after a solidus or an at sign, or before another
// mark, so that the mark shows that it goes on (The Chicago Manual of Style, 17th edition, 7.46).
void break_address(std::u32string_view token, size_t begin, std::vector<BreakKind>& breaks) {
  constexpr std::u32string_view ends = U"/@";
  constexpr std::u32string_view begins = U".?&=_~#%-";
  for (size_t n = 1; n + 1 < token.size(); ++n) {
    const bool after = ends.find(token[n - 1]) != std::u32string_view::npos &&
                       ends.find(token[n]) == std::u32string_view::npos;
    const bool before = begins.find(token[n]) != std::u32string_view::npos;
    BreakKind& here = breaks[begin + n];
    if (here != BreakKind::forced) here = after || before ? BreakKind::allowed : BreakKind::none;
  }
}

void break_addresses(std::u32string_view text, std::vector<BreakKind>& breaks) {
  for (size_t begin = 0; begin < text.size();) {
    size_t end = begin;
    while (end < text.size() && is_address_character(text[end])) ++end;
    const std::u32string_view token = text.substr(begin, end - begin);
    if (token.size() > 4 && is_address(token)) break_address(token, begin, breaks);
    begin = std::max(end, begin + 1);
  }
}

void break_anywhere(std::u32string_view text, std::vector<BreakKind>& breaks) {
  for (size_t at = 1; at < text.size(); ++at) {
    if (breaks[at] == BreakKind::none && !is_combining(text[at]) && !is_invisible(text[at])) {
      breaks[at] = BreakKind::allowed;
    }
  }
}

void break_inside_words(std::u32string_view text, std::vector<BreakKind>& breaks) {
  for (size_t at = 1; at < text.size(); ++at) {
    const bool letters = is_western_letter(text[at - 1]) && is_western_letter(text[at]);
    if (breaks[at] == BreakKind::none && letters) breaks[at] = BreakKind::allowed;
  }
}

}  // namespace

std::vector<BreakKind> break_opportunities(std::u32string_view text, const BreakRules& rules) {
  if (text.empty()) return {};
  std::vector<BreakKind> breaks = icu_breaks(text, icu_locale(rules));
  if (is_unspaced(script_of(rules.lang))) tailor_chinese(text, rules.line_break, breaks);
  break_addresses(text, breaks);
  if (rules.word_break == WordBreak::keep_all) keep_words_whole(text, breaks);
  if (rules.word_break == WordBreak::break_all) break_inside_words(text, breaks);
  if (rules.line_break == LineBreak::anywhere) break_anywhere(text, breaks);
  return breaks;
}

}  // namespace pubbuild
