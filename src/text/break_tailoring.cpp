// Two tables over UAX #14: characters that count as others, and pairs of characters that break otherwise.
#include "text/break_tailoring.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>

#include "base/language.h"
#include "text/character_class.h"

namespace pubbuild {

namespace {

// Sets of typographies and of levels, a bit each.
constexpr uint8_t bit(Typography typography) {
  return static_cast<uint8_t>(1U << static_cast<unsigned>(typography));
}
constexpr uint8_t bit(BreakLevel level) {
  return static_cast<uint8_t>(1U << static_cast<unsigned>(level));
}
constexpr uint8_t mainland = bit(Typography::mainland);
constexpr uint8_t taiwan_and_others = bit(Typography::chinese);
constexpr uint8_t chinese = mainland | taiwan_and_others;
constexpr uint8_t japanese = bit(Typography::japanese);
constexpr uint8_t cjk = chinese | japanese | bit(Typography::korean);
constexpr uint8_t neither_chinese_nor_japanese = bit(Typography::korean) | bit(Typography::other);
constexpr uint8_t every_language = chinese | japanese | neither_chinese_nor_japanese;

constexpr uint8_t normal = bit(BreakLevel::normal);
constexpr uint8_t strict = bit(BreakLevel::strict);
constexpr uint8_t kinsoku = normal | strict;
constexpr uint8_t loose = bit(BreakLevel::loose);
constexpr uint8_t any_level = kinsoku | loose;

// Characters that stand for their class of UAX #14.
constexpr char32_t nonstarter = 0x30FB;  // NS; at the loose level it may begin a line (CSS Text 3 §5.3)
constexpr char32_t wave_dash = 0x301C;   // NS that may begin a line at the normal level too
constexpr char32_t dash = 0x2014;        // B2
constexpr char32_t glue = 0x00A0;        // GL
constexpr char32_t prefix = 0x2116;      // PR
constexpr char32_t postfix = 0x2103;     // PO
constexpr char32_t opening = 0x300C;     // OP
constexpr char32_t closing = 0x300D;     // CL

// A place in a text: before the character `at`, or that character.
struct Place {
  std::u32string_view text;
  size_t at = 0;

  char32_t back(size_t count) const { return at >= count ? text[at - count] : U'\0'; }
  char32_t ahead(size_t count) const { return at + count < text.size() ? text[at + count] : U'\0'; }
};

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool anywhere(const Place&) {
  return true;
}
bool is_single(const Place& place) {
  return place.back(1) != place.ahead(0) && place.ahead(1) != place.ahead(0);
}
bool is_paired(const Place& place) {
  return !is_single(place);
}
bool is_beside_cjk(const Place& place) {
  return is_cjk_letter(place.back(1)) || is_cjk_letter(place.ahead(1));
}
// Dots between Western letters are of their word.
bool is_no_latin_mark(const Place& place) {
  return is_paired(place) || is_beside_cjk(place);
}
bool is_between_digits(const Place& place) {
  return is_digit(place.back(1)) && is_digit(place.ahead(1));
}
// “No. 1”, but not “C#”.
bool is_number_sign(const Place& place) {
  return place.back(1) >= 0x80 || !is_western_letter(place.back(1));
}

struct CharacterRow {
  char32_t character;
  uint8_t typographies;
  uint8_t levels;
  bool (*where)(const Place&);
  char32_t counts_as;
};

// By character; of those that fit the first counts.
constexpr CharacterRow character_rows[] = {
    {U'#', japanese, any_level, is_number_sign, prefix},               // JLREQ cl-12
    {U'/', mainland, kinsoku, is_beside_cjk, glue},                    // CLREQ K5, level GB
    {U'/', chinese, strict, is_beside_cjk, glue},                      // CLREQ K5
    {0x00B7, chinese, any_level, anywhere, nonstarter},                // CLREQ K3, interpunct
    {0x2013, chinese | japanese, any_level, is_between_digits, glue},  // a range of numbers, JLREQ 3.1.10
    {0x2014, chinese, kinsoku, is_single, nonstarter},                 // CLREQ K3, connector mark
    {0x2014, chinese, strict, anywhere, nonstarter},                   // CLREQ K6
    {0x201C, chinese | japanese, any_level, anywhere, opening},        // of full width, unlike ICU's
    {0x201D, chinese | japanese, any_level, anywhere, closing},        // of full width, unlike ICU's
    {0x2024, every_language, loose, is_no_latin_mark, dash},           // CSS Text 3 §5.3, inseparable
    {0x2025, japanese, kinsoku, anywhere, dash},                       // JLREQ table 2, cl-08
    {0x2025, every_language, loose, is_no_latin_mark, dash},           // CSS Text 3 §5.3, inseparable
    {0x2026, chinese, normal, is_paired, dash},                        // CLREQ U2; K6 is of the strict level
    {0x2026, japanese, kinsoku, anywhere, dash},                       // JLREQ table 2, cl-08
    {0x2026, every_language, loose, is_no_latin_mark, dash},           // CSS Text 3 §5.3, inseparable
    {0x2027, chinese, any_level, anywhere, nonstarter},                // CLREQ K3, interpunct
    {0x2113, japanese, any_level, anywhere, postfix},                  // JLREQ cl-13
    {0x22EF, chinese, normal, is_paired, dash},                        // CLREQ U2
    {0x22EF, every_language, loose, is_no_latin_mark, dash},           // CSS Text 3 §5.3, inseparable
    {0x2E3A, chinese, strict, anywhere, nonstarter},                   // CLREQ K6
    {0x301C, chinese | japanese, any_level, is_between_digits, glue},  // a range of numbers
    {0xFE19, every_language, loose, is_no_latin_mark, dash},           // CSS Text 3 §5.3, inseparable
    {0xFF0D, chinese, any_level, anywhere, nonstarter},                // CLREQ K3, connector mark
    {0xFF0F, mainland, kinsoku, anywhere, glue},                       // CLREQ K3 and K5, level GB
    {0xFF0F, chinese, strict, anywhere, glue},                         // CLREQ K3 and K5
    {0xFF0F, chinese, any_level, anywhere, nonstarter},                // CLREQ K3
    {0xFF5E, chinese | japanese, any_level, is_between_digits, glue},  // a range of numbers
    {0xFF5E, chinese, any_level, anywhere, nonstarter},                // CLREQ K3, connector mark
    {0xFF5E, japanese, any_level, anywhere, wave_dash},                // it stands for U+301C, JLREQ cl-03
};

// Han, kana but the middle dot, and Hangul, by far the most frequent, are in no table.
bool is_plain_letter(char32_t c) {
  return (c >= 0x3041 && c < 0x30FB) || (c >= 0x3400 && c < 0xFE00);
}

char32_t counted_as(const Place& place, BreakTradition tradition) {
  const char32_t c = place.text[place.at];
  const auto* row =
      std::lower_bound(std::begin(character_rows), std::end(character_rows), c,
                       [](const CharacterRow& one, char32_t key) { return one.character < key; });
  for (; row != std::end(character_rows) && row->character == c; ++row) {
    const bool fits = (row->typographies & bit(tradition.typography)) != 0 &&
                      (row->levels & bit(tradition.level)) != 0 && row->where(place);
    if (fits) return row->counts_as;
  }
  return c;
}

// Single quotation marks, which ICU tailors for no language, are brackets beside CJK text; a pair of them is
// so if one is. Between letters U+2019 is an apostrophe.
class SingleQuotes {
 public:
  SingleQuotes(std::u32string_view text, std::u32string& seen) : text_(text), seen_(seen) {}

  void run() {
    for (size_t at = text_.find_first_of(U"\u2018\u2019"); at != std::u32string_view::npos;
         at = text_.find_first_of(U"\u2018\u2019", at + 1)) {
      if (text_[at] == 0x2018) {
        open_.push_back(at);
      } else if (!is_apostrophe(at)) {
        close(at);
      }
    }
    for (const size_t at : open_) {
      if (is_beside_cjk_text(at)) seen_[at] = opening;
    }
  }

 private:
  bool is_apostrophe(size_t at) const {
    const Place place{text_, at};
    return is_western_letter(place.back(1)) && is_western_letter(place.ahead(1));
  }

  bool is_beside_cjk_text(size_t at) const {
    const Place place{text_, at};
    return is_cjk_text(place.back(1)) || is_cjk_text(place.ahead(1));
  }

  static bool is_cjk_text(char32_t c) { return c >= 0x3000 && (is_framed(c) || is_cjk_letter(c)); }

  void close(size_t at) {
    bool is_bracket = is_beside_cjk_text(at);
    if (!open_.empty()) {
      is_bracket = is_bracket || is_beside_cjk_text(open_.back());
      if (is_bracket) seen_[open_.back()] = opening;
      open_.pop_back();
    }
    if (is_bracket) seen_[at] = closing;
  }

  std::u32string_view text_;
  std::u32string& seen_;
  std::vector<size_t> open_;
};

bool is_squared_unit(char32_t c) {
  return (c >= 0x3371 && c <= 0x33DF) || (c >= 0x3300 && c <= 0x3357) || c == 0x2103 || c == 0x2109;
}

bool parts_number_and_squared_unit(const Place& place) {
  return is_digit(place.back(1)) && is_squared_unit(place.ahead(0));
}

// “C++”: a word, as “C#” is.
bool parts_plus_signs(const Place& place) {
  return place.back(1) == U'+' && place.ahead(0) == U'+';
}

bool follows_plus_signs(const Place& place) {
  return place.back(1) == U'+' && place.back(2) == U'+' && is_cjk_letter(place.ahead(0));
}

// Symbols of the SI and of what it is used with (BIPM, The International System of Units, tables 2, 4 and 8),
// with the prefixes met in print, and of information. Sorted.
constexpr std::u32string_view units[] = {
    U"%",   U"A",   U"B",   U"Bq", U"C",  U"F",   U"GB",  U"GHz",  U"GW",   U"Gb", U"H",    U"Hz",
    U"J",   U"K",   U"KB",  U"L",  U"MB", U"MHz", U"MPa", U"MV",   U"MW",   U"Mb", U"Mbps", U"N",
    U"Pa",  U"Sv",  U"T",   U"TB", U"TW", U"V",   U"W",   U"Wb",   U"bar",  U"cd", U"cm",   U"cm²",
    U"cm³", U"dB",  U"dL",  U"dm", U"eV", U"g",   U"h",   U"ha",   U"hPa",  U"kA", U"kB",   U"kHz",
    U"kJ",  U"kN",  U"kPa", U"kV", U"kW", U"kWh", U"kb",  U"kcal", U"keV",  U"kg", U"km",   U"km²",
    U"km³", U"lm",  U"lx",  U"m",  U"mA", U"mL",  U"mV",  U"mW",   U"mbar", U"mg", U"min",  U"mm",
    U"mm²", U"mm³", U"mol", U"ms", U"m²", U"m³",  U"nm",  U"ns",   U"pt",   U"px", U"rad",  U"s",
    U"t",   U"°C",  U"°F",  U"µg", U"µm", U"µs",  U"Ω",   U"μg",   U"μm",   U"μs", U"‰",
};

bool is_unit_character(char32_t c) {
  return is_western_letter(c) || c == U'%' || c == 0x2030 || c == 0xB0 || c == 0xB2 || c == 0xB3;
}

// JLREQ 3.1.10 f and its note: a number is not parted from the symbol of its unit, a blank between or not.
bool parts_number_and_unit(const Place& place) {
  const bool follows_blank = place.back(1) == U' ' || place.back(1) == 0x2009;
  if (!follows_blank || !is_digit(place.back(2))) return false;
  constexpr size_t longest = 4;
  size_t length = 0;
  while (length <= longest && is_unit_character(place.ahead(length))) ++length;
  const std::u32string_view word = place.text.substr(place.at, length);
  return std::binary_search(std::begin(units), std::end(units), word);
}

bool is_closing_mark(char32_t c) {
  return class_of(c) == CharacterClass::closing || c == U')' || c == U']';
}

bool is_letter(char32_t c) {
  return is_cjk_letter(c) || is_western_letter(c);
}

// [1], 〔1〕, ［1］: the numbers of notes and of documents.
bool is_bracketed_number(const Place& place) {
  constexpr std::u32string_view brackets = U"[]〔〕［］";
  const size_t kind = brackets.find(place.ahead(0));
  if (kind == std::u32string_view::npos || kind % 2 == 1) return false;
  constexpr size_t longest = 12;
  size_t length = 1;
  while (length < longest && (is_digit(place.ahead(length)) || place.ahead(length) == U',' ||
                              place.ahead(length) == U'-' || place.ahead(length) == 0x2013))
    ++length;
  return length > 1 && place.ahead(length) == brackets[kind + 1];
}

// JLREQ 3.1.10, reference marks (cl-20): they never begin a line. After a pause such a character begins an
// item of a list.
bool is_before_reference_mark(const Place& place) {
  const char32_t before = place.back(1);
  const char32_t mark = place.ahead(0);
  const bool follows_word = is_letter(before) || is_closing_mark(before);
  if (is_bracketed_number(place)) return follows_word || class_of(before) == CharacterClass::stop;
  const bool superscript =
      mark == 0xB9 || mark == 0xB2 || mark == 0xB3 || mark == 0x2070 || (mark >= 0x2074 && mark <= 0x2079);
  if (superscript) return before != U' ';
  const bool circled = (mark >= 0x2460 && mark <= 0x2473) || (mark >= 0x2776 && mark <= 0x2793);
  const bool sign = mark == U'*' || mark == 0xFF0A || mark == 0x203B || mark == 0x2020 || mark == 0x2021;
  return follows_word && (circled || sign);
}

bool is_dots_or_dash(char32_t c) {
  return c == 0x2014 || c == 0x2025 || c == 0x2026 || c == 0x22EF || c == 0x2E3A;
}

// CLREQ U2, JLREQ table 2 note 5: only like ones are inseparable, and dots in pairs.
bool parts_dots_and_dashes(const Place& place) {
  const char32_t before = place.back(1);
  const char32_t after = place.ahead(0);
  if (!is_dots_or_dash(before) || !is_dots_or_dash(after)) return false;
  if (before != after) return true;
  if (before == 0x2014 || before == 0x2E3A) return false;
  constexpr size_t longest_run = 32;
  size_t count = 1;
  while (count < longest_run && place.back(count + 1) == before) ++count;
  return count % 2 == 0;
}

// JLREQ cl-12.
bool follows_prefix(const Place& place) {
  constexpr std::u32string_view prefixes = U"$£¥€№＄￡￥";
  if (place.back(1) == U'#') return is_number_sign({place.text, place.at - 1});
  return place.back(1) != 0 && prefixes.find(place.back(1)) != std::u32string_view::npos;
}

// JLREQ table 2: what may not begin a line may not do so after a word space either.
bool is_nonstarter_after_blank(const Place& place) {
  if (place.back(1) != U' ' || place.ahead(0) < 0x80) return false;
  switch (u_getIntPropertyValue(static_cast<UChar32>(place.ahead(0)), UCHAR_LINE_BREAK)) {
    case U_LB_NONSTARTER:
    case U_LB_CONDITIONAL_JAPANESE_STARTER:
      return true;
    default:
      return place.ahead(0) == 0x2010 || place.ahead(0) == 0x2013;
  }
}

// CLREQ K3: nor may connectors and interpuncts.
bool is_connector_after_blank(const Place& place) {
  constexpr std::u32string_view connectors = U"\u00B7\u2027\uFF0D\uFF5E";
  if (place.back(1) != U' ') return false;
  if (place.ahead(0) == 0x2014) return is_single(place);
  return place.ahead(0) != 0 && connectors.find(place.ahead(0)) != std::u32string_view::npos;
}

bool is_hyphen_after_ideograph(const Place& place) {
  return (place.ahead(0) == 0x2010 || place.ahead(0) == 0x2013) && is_cjk_letter(place.back(1));
}

struct PairRow {
  bool (*holds)(const Place&);
  uint8_t typographies;
  uint8_t levels;
  BreakKind kind;
};

// Of those that hold the first counts.
constexpr PairRow pair_rows[] = {
    {parts_number_and_squared_unit, cjk, any_level, BreakKind::none},     // JLREQ table 2, cl-24 with cl-13
    {parts_number_and_unit, cjk, any_level, BreakKind::none},             // JLREQ 3.1.10 f
    {parts_plus_signs, every_language, any_level, BreakKind::none},       // CLREQ U3, a Western word
    {follows_plus_signs, every_language, any_level, BreakKind::allowed},  // CLREQ U3
    {is_hyphen_after_ideograph, neither_chinese_nor_japanese, loose, BreakKind::allowed},  // CSS Text 3 §5.3
    {is_before_reference_mark, cjk, any_level, BreakKind::none},     // JLREQ table 2, cl-20
    {parts_dots_and_dashes, chinese, normal, BreakKind::allowed},    // CLREQ U2
    {parts_dots_and_dashes, japanese, kinsoku, BreakKind::allowed},  // JLREQ table 2, cl-08 with cl-08
    {follows_prefix, japanese, kinsoku, BreakKind::none},            // JLREQ table 2, cl-12
    {is_nonstarter_after_blank, japanese, strict, BreakKind::none},  // JLREQ table 2, cl-26
    {is_connector_after_blank, chinese, kinsoku, BreakKind::none},   // CLREQ K3
};

void tailor_break(const Place& place, BreakTradition tradition, BreakKind& kind) {
  for (const PairRow& row : pair_rows) {
    const bool is_asked = (row.typographies & bit(tradition.typography)) != 0 &&
                          (row.levels & bit(tradition.level)) != 0 && row.kind != kind;
    if (!is_asked || !row.holds(place)) continue;
    kind = row.kind;
    return;
  }
}

Typography typography_of(const std::string& lang) {
  switch (script_of(lang)) {
    case Script::japanese:
      return Typography::japanese;
    case Script::korean:
      return Typography::korean;
    case Script::hant:
      return Typography::chinese;
    case Script::hans:
      return lang.starts_with("zh-") ? Typography::mainland : Typography::chinese;
    case Script::other:
      return Typography::other;
  }
  return Typography::other;
}

}  // namespace

BreakTradition break_tradition(const std::string& lang, LineBreak line_break) {
  const Typography typography = typography_of(lang);
  switch (line_break) {
    case LineBreak::loose:
      return {typography, BreakLevel::loose};
    case LineBreak::normal:
      return {typography, BreakLevel::normal};
    case LineBreak::strict:
    case LineBreak::anywhere:
      return {typography, BreakLevel::strict};
    case LineBreak::auto_:
      break;
  }
  return {typography, (bit(typography) & chinese) != 0 ? BreakLevel::normal : BreakLevel::strict};
}

std::u32string text_for_rules(std::u32string_view text, BreakTradition tradition) {
  std::u32string seen(text);
  const bool is_cjk = (bit(tradition.typography) & (chinese | japanese)) != 0;
  if (!is_cjk && tradition.level != BreakLevel::loose) return seen;
  for (size_t at = 0; at < text.size(); ++at) {
    if (!is_plain_letter(text[at])) seen[at] = counted_as({text, at}, tradition);
  }
  if (is_cjk) SingleQuotes(text, seen).run();
  return seen;
}

void tailor_breaks(std::u32string_view text, BreakTradition tradition, std::vector<BreakKind>& breaks) {
  for (size_t at = 1; at < text.size(); ++at) {
    if (breaks[at] == BreakKind::forced || (is_plain_letter(text[at]) && is_plain_letter(text[at - 1])))
      continue;
    tailor_break({text, at}, tradition, breaks[at]);
  }
}

}  // namespace pubbuild
