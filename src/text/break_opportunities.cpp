// Line break opportunities: ICU's rules on the tailored text, then what CSS asks for on top of them.
#include "text/break_opportunities.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include <map>
#include <memory>

#include "base/error.h"
#include "base/language.h"
#include "text/address_breaks.h"
#include "text/break_tailoring.h"
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

// ICU has phrases for Japanese only.
bool keeps_phrases(const BreakRules& rules) {
  return rules.word_break == WordBreak::auto_phrase && script_of(rules.lang) == Script::japanese;
}

// Plain `ja` is not strict and knows no quotation marks, and `yue` and `ko` have no rules for them: the level
// is always named, and Chinese and Japanese rules are asked for by those names.
std::string icu_locale(const BreakRules& rules, BreakLevel level) {
  const Script script = script_of(rules.lang);
  std::string locale =
      is_unspaced(script) ? (script == Script::japanese ? "ja" : "zh") : language_of(rules.lang);
  if (script == Script::korean) locale = "ko";
  switch (level) {
    case BreakLevel::loose:
      locale += "@lb=loose";
      break;
    case BreakLevel::normal:
      locale += "@lb=normal";
      break;
    case BreakLevel::strict:
      locale += "@lb=strict";
      break;
  }
  return keeps_phrases(rules) ? locale + ";lw=phrase" : locale;
}

BreakIterator open_iterator(UBreakIteratorType type, const std::string& locale) {
  UErrorCode status = U_ZERO_ERROR;
  BreakIterator iterator(ubrk_open(type, locale.c_str(), nullptr, 0, &status));
  if (U_FAILURE(status)) throw Error(std::string("ICU has no break rules: ") + u_errorName(status));
  return iterator;
}

// Making an iterator reads its rules (12 µs): those of as many locales as a text can reasonably have are kept
// for each thread.
UBreakIterator* iterator_for(UBreakIteratorType type, const std::string& locale) {
  constexpr size_t most_kept = 100;
  thread_local std::map<std::pair<UBreakIteratorType, std::string>, BreakIterator> iterators;
  if (iterators.size() > most_kept) iterators.clear();
  BreakIterator& iterator = iterators[{type, locale}];
  if (!iterator) iterator = open_iterator(type, locale);
  return iterator.get();
}

// A text in UTF-16, as ICU takes it.
struct Utf16Text {
  explicit Utf16Text(std::u32string_view text) {
    units.reserve(text.size());
    character_at.reserve(text.size());
    for (size_t n = 0; n < text.size(); ++n) append(text[n], static_cast<uint32_t>(n));
  }

  std::u16string units;
  std::vector<uint32_t> character_at;  // of each unit

 private:
  void append(char32_t c, uint32_t n) {
    if (c > 0xFFFF) {
      units += static_cast<char16_t>(0xD7C0 + (c >> 10));
      units += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
      character_at.push_back(n);
    } else {
      units += static_cast<char16_t>(c);
    }
    character_at.push_back(n);
  }
};

template <typename Found>
void for_each_boundary(const Utf16Text& text, UBreakIterator* iterator, Found found) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(iterator, text.units.data(), static_cast<int32_t>(text.units.size()), &status);
  if (U_FAILURE(status)) throw Error(std::string("ICU does not break this text: ") + u_errorName(status));
  for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
    if (static_cast<size_t>(at) < text.units.size()) found(text.character_at[static_cast<size_t>(at)]);
  }
}

std::vector<BreakKind> icu_breaks(std::u32string_view text, const std::string& locale) {
  const Utf16Text utf16(text);
  std::vector<BreakKind> breaks(text.size(), BreakKind::none);
  UBreakIterator* iterator = iterator_for(UBRK_LINE, locale);
  for_each_boundary(utf16, iterator, [&](uint32_t at) {
    const bool is_forced = ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD;
    breaks[at] = is_forced ? BreakKind::forced : BreakKind::allowed;
  });
  return breaks;
}

int32_t line_break_class(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK);
}

// CSS Text 3 §5.2: with break-all, letters and what else resolves to NU, AL or SA count as ideographs.
bool is_ideograph_when_breaking_all(char32_t c) {
  if (is_combining(c)) return false;
  switch (line_break_class(c)) {
    case U_LB_ALPHABETIC:
    case U_LB_HEBREW_LETTER:
    case U_LB_NUMERIC:
    case U_LB_COMPLEX_CONTEXT:
    case U_LB_AMBIGUOUS:
      return true;
    default:
      return false;
  }
}

void take_words_apart(std::u32string& text) {
  constexpr char32_t ideograph = 0x4E00;
  for (char32_t& c : text) {
    if (is_ideograph_when_breaking_all(c)) c = ideograph;
  }
}

// CSS Text 3 §5.2: letters, and what else belongs to NU, AL, AI or ID; not those that a dictionary parts.
bool is_kept_together(char32_t c) {
  switch (line_break_class(c)) {
    case U_LB_COMPLEX_CONTEXT:
      return false;
    case U_LB_NUMERIC:
    case U_LB_ALPHABETIC:
    case U_LB_AMBIGUOUS:
    case U_LB_IDEOGRAPHIC:
      return true;
    default:
      return u_isalnum(static_cast<UChar32>(c)) || is_combining(c);
  }
}

void keep_words_whole(std::u32string_view text, std::vector<BreakKind>& breaks) {
  for (size_t at = 1; at < text.size(); ++at) {
    if (breaks[at] == BreakKind::allowed && is_kept_together(text[at - 1]) && is_kept_together(text[at]))
      breaks[at] = BreakKind::none;
  }
}

// CSS Text 4 §6.1, auto-phrase: Korean phrases are what stands between blanks; Chinese ones are taken to be
// the words of ICU's dictionary.
void keep_phrases_whole(std::u32string_view text, const BreakRules& rules, std::vector<BreakKind>& breaks) {
  const Script script = script_of(rules.lang);
  if (script == Script::korean) keep_words_whole(text, breaks);
  if (script != Script::hans && script != Script::hant) return;
  std::vector<bool> ends_word(text.size(), false);
  for_each_boundary(Utf16Text(text), iterator_for(UBRK_WORD, "zh"),
                    [&](uint32_t at) { ends_word[at] = true; });
  for (size_t at = 1; at < text.size(); ++at) {
    if (breaks[at] == BreakKind::allowed && !ends_word[at]) breaks[at] = BreakKind::none;
  }
}

// CSS Text 3 §5.3: around every typographic character unit, whatever forbids it otherwise.
void break_anywhere(std::u32string_view text, std::vector<BreakKind>& breaks) {
  for_each_boundary(Utf16Text(text), iterator_for(UBRK_CHARACTER, ""), [&](uint32_t at) {
    if (breaks[at] == BreakKind::none) breaks[at] = BreakKind::allowed;
  });
}

}  // namespace

std::vector<BreakKind> break_opportunities(std::u32string_view text, const BreakRules& rules) {
  if (text.empty()) return {};
  const BreakTradition tradition = break_tradition(rules.lang, rules.line_break);
  std::u32string seen = text_for_rules(text, tradition);
  if (rules.word_break == WordBreak::break_all) take_words_apart(seen);
  std::vector<BreakKind> breaks = icu_breaks(seen, icu_locale(rules, tradition.level));
  if (rules.word_break != WordBreak::break_all) {
    tailor_breaks(text, tradition, breaks);
    break_addresses(text, breaks);
  }
  if (rules.word_break == WordBreak::keep_all) keep_words_whole(text, breaks);
  if (rules.word_break == WordBreak::auto_phrase) keep_phrases_whole(text, rules, breaks);
  if (rules.line_break == LineBreak::anywhere) break_anywhere(text, breaks);
  return breaks;
}

}  // namespace pubbuild
