// Counter styles as a table: a row each with its system, symbols, range, suffix and fallback.
#include "style/counter_styles.h"

#include <algorithm>
#include <limits>

#include "base/utf8.h"

namespace pubbuild {

namespace {

constexpr int32_t lowest = std::numeric_limits<int32_t>::min();
constexpr int32_t highest = std::numeric_limits<int32_t>::max();

// How symbols make a numeral (Counter Styles 3 §3.1); `longhand` is the East Asian way of §6.
enum class System : uint8_t { cyclic, fixed, numeric, alphabetic, roman, longhand };

// Which ones are written before 十, 百 and 千.
enum class One : uint8_t { always, not_in_teens, never };

// Ten digits, then the marks of ten, hundred and thousand.
struct Longhand {
  std::u32string_view digits = {};
  std::u32string_view marks;
  One one = One::always;
  bool says_zeros = false;  // 一百零一
  std::string_view minus = "-";
};

struct CounterStyle {
  std::string_view name = "";
  System system = System::numeric;
  std::u32string_view symbols = {};
  int32_t first = 1;
  int32_t last = highest;
  std::string_view prefix = "";
  std::string_view suffix = ".";
  std::string_view fallback = "decimal";
  Longhand longhand = {};
  size_t width = 0;  // numerals are padded with the zero to so many characters
};

constexpr std::u32string_view arabic = U"0123456789";
constexpr std::u32string_view han = U"〇一二三四五六七八九";
constexpr std::u32string_view lower_latin = U"abcdefghijklmnopqrstuvwxyz";
constexpr std::u32string_view upper_latin = U"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::u32string_view greek = U"αβγδεζηθικλμνξοπρστυφχψω";
constexpr std::u32string_view hiragana =
    U"あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん";
constexpr std::u32string_view katakana =
    U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン";
constexpr std::u32string_view hiragana_iroha =
    U"いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす";
constexpr std::u32string_view katakana_iroha =
    U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
constexpr std::u32string_view circled =
    U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿";
constexpr std::u32string_view bracketed = U"⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇";

constexpr Longhand simplified_informal{U"零一二三四五六七八九", U"十百千", One::not_in_teens, true, "负"};
constexpr Longhand simplified_formal{U"零壹贰叁肆伍陆柒捌玖", U"拾佰仟", One::always, true, "负"};
constexpr Longhand traditional_informal{U"零一二三四五六七八九", U"十百千", One::not_in_teens, true, "負"};
constexpr Longhand traditional_formal{U"零壹貳參肆伍陸柒捌玖", U"拾佰仟", One::always, true, "負"};
constexpr Longhand japanese_informal{U"〇一二三四五六七八九", U"十百千", One::never, false, "マイナス"};
constexpr Longhand japanese_formal{U"零壱弐参四伍六七八九", U"拾百阡", One::always, false, "マイナス"};
constexpr Longhand korean_hangul{U"영일이삼사오육칠팔구", U"십백천", One::always, false, "마이너스 "};
constexpr Longhand korean_hanja{U"零一二三四五六七八九", U"十百千", One::never, false, "마이너스 "};
constexpr Longhand korean_hanja_formal{U"零壹貳參四五六七八九", U"拾百仟", One::always, false, "마이너스 "};

// A row of `longhand`: all of them reach from -9999 to 9999 and fall back to cjk-decimal.
constexpr CounterStyle longhand_row(std::string_view name, std::string_view suffix,
                                    const Longhand& longhand) {
  return {name, System::longhand, {}, -9999, 9999, "", suffix, "cjk-decimal", longhand};
}

constexpr CounterStyle counter_styles[] = {
    {"decimal", System::numeric, arabic, lowest, highest},
    {"decimal-leading-zero", System::numeric, arabic, lowest, highest, "", ".", "decimal", {}, 2},
    {"cjk-decimal", System::numeric, han, 0, highest, "", "、"},
    {"lower-roman", System::roman, U"ivxlcdm", 1, 3999},
    {"upper-roman", System::roman, U"IVXLCDM", 1, 3999},
    {"lower-alpha", System::alphabetic, lower_latin},
    {"lower-latin", System::alphabetic, lower_latin},
    {"upper-alpha", System::alphabetic, upper_latin},
    {"upper-latin", System::alphabetic, upper_latin},
    {"lower-greek", System::alphabetic, greek},
    {"hiragana", System::alphabetic, hiragana, 1, highest, "", "、"},
    {"hiragana-iroha", System::alphabetic, hiragana_iroha, 1, highest, "", "、"},
    {"katakana", System::alphabetic, katakana, 1, highest, "", "、"},
    {"katakana-iroha", System::alphabetic, katakana_iroha, 1, highest, "", "、"},
    {"disc", System::cyclic, U"•", lowest, highest, "", ""},
    {"circle", System::cyclic, U"◦", lowest, highest, "", ""},
    {"square", System::cyclic, U"▪", lowest, highest, "", ""},
    {"cjk-heavenly-stem", System::fixed, U"甲乙丙丁戊己庚辛壬癸", 1, 10, "", "、", "cjk-decimal"},
    {"cjk-earthly-branch", System::fixed, U"子丑寅卯辰巳午未申酉戌亥", 1, 12, "", "、", "cjk-decimal"},
    {"circled-decimal", System::fixed, circled, 1, 50, "", ""},
    {"parenthesized-decimal", System::fixed, bracketed, 1, 20, "", ""},
    // Not in either standard: （1）, the third level of numbering in Chinese documents.
    {"parenthesized", System::numeric, arabic, lowest, highest, "（", "）"},
    longhand_row("simp-chinese-informal", "、", simplified_informal),
    longhand_row("simp-chinese-formal", "、", simplified_formal),
    longhand_row("trad-chinese-informal", "、", traditional_informal),
    longhand_row("trad-chinese-formal", "、", traditional_formal),
    longhand_row("cjk-ideographic", "、", traditional_informal),
    longhand_row("japanese-informal", "、", japanese_informal),
    longhand_row("japanese-formal", "、", japanese_formal),
    longhand_row("korean-hangul-formal", ",", korean_hangul),
    longhand_row("korean-hanja-informal", ",", korean_hanja),
    longhand_row("korean-hanja-formal", ",", korean_hanja_formal),
};

const CounterStyle* find_style(std::string_view name) {
  const auto* found = std::find_if(std::begin(counter_styles), std::end(counter_styles),
                                   [&](const CounterStyle& style) { return style.name == name; });
  return found == std::end(counter_styles) ? nullptr : found;
}

std::string encoded(std::u32string_view characters) {
  std::string text;
  for (const char32_t c : characters) utf8::append(text, c);
  return text;
}

std::string numeric(uint32_t value, std::u32string_view symbols, size_t width) {
  std::u32string digits;
  const auto base = static_cast<uint32_t>(symbols.size());
  for (; value > 0 || digits.empty(); value /= base) digits.insert(digits.begin(), symbols[value % base]);
  if (digits.size() < width) digits.insert(0, width - digits.size(), symbols[0]);
  return encoded(digits);
}

std::string alphabetic(uint32_t value, std::u32string_view symbols) {
  std::u32string letters;
  const auto base = static_cast<uint32_t>(symbols.size());
  for (; value > 0; value = (value - 1) / base) letters.insert(letters.begin(), symbols[(value - 1) % base]);
  return encoded(letters);
}

// `symbols` are those of 1, 5, 10, 50, 100, 500, 1000.
std::string roman(uint32_t value, std::u32string_view symbols) {
  std::u32string letters;
  size_t place = 6;
  for (uint32_t unit = 1000; unit > 0; unit /= 10, place -= 2) {
    const uint32_t digit = value / unit % 10;
    const char32_t one = symbols[place];
    if (digit == 9) letters += {one, symbols[place + 2]};
    if (digit == 4) letters += {one, symbols[place + 1]};
    if (digit >= 5 && digit < 9) letters += symbols[place + 1];
    if (digit % 5 < 4) letters.append(digit % 5, one);
  }
  return encoded(letters);
}

bool writes_digit(const Longhand& style, uint32_t digit, uint32_t unit, uint32_t value) {
  if (digit != 1 || unit == 1 || style.one == One::always) return true;
  return style.one == One::not_in_teens && (unit != 10 || value >= 20);
}

std::string longhand(uint32_t value, const Longhand& style) {
  if (value == 0) return encoded(style.digits.substr(0, 1));
  std::u32string numeral;
  bool zero_pending = false;
  size_t mark = 3;
  for (uint32_t unit = 1000; unit > 0; unit /= 10, --mark) {
    const uint32_t digit = value / unit % 10;
    if (digit == 0) {
      zero_pending = !numeral.empty();
      continue;
    }
    if (zero_pending && style.says_zeros) numeral += style.digits[0];
    zero_pending = false;
    if (writes_digit(style, digit, unit, value)) numeral += style.digits[digit];
    if (mark > 0) numeral += style.marks[mark - 1];
  }
  return encoded(numeral);
}

// The numeral of a value in the style's range, without sign.
std::string numeral(uint32_t magnitude, const CounterStyle& style) {
  switch (style.system) {
    case System::cyclic:
      return encoded(style.symbols.substr(0, 1));
    case System::fixed:
      return encoded(style.symbols.substr(magnitude - 1, 1));
    case System::numeric:
      return numeric(magnitude, style.symbols, style.width);
    case System::alphabetic:
      return alphabetic(magnitude, style.symbols);
    case System::roman:
      return roman(magnitude, style.symbols);
    case System::longhand:
      return longhand(magnitude, style.longhand);
  }
  return {};
}

std::string signed_numeral(int32_t value, CounterStyle style) {
  while (value < style.first || value > style.last) style = *find_style(style.fallback);
  const auto magnitude = static_cast<uint32_t>(value < 0 ? -static_cast<int64_t>(value) : value);
  if (value >= 0 || style.system == System::cyclic) return numeral(magnitude, style);
  // The sign counts among the characters that are padded to (§3.7).
  style.width -= std::min<size_t>(style.width, 1);
  const std::string_view minus = style.system == System::longhand ? style.longhand.minus : "-";
  return std::string(minus) + numeral(magnitude, style);
}

bool is_string(std::string_view style) {
  return style.starts_with('"');
}

std::string string_of(std::string_view style) {
  return std::string(style.substr(1));
}

const CounterStyle& style_or_decimal(std::string_view name) {
  const CounterStyle* style = find_style(name);
  return style == nullptr ? counter_styles[0] : *style;
}

}  // namespace

bool is_counter_style(std::string_view name) {
  return find_style(name) != nullptr;
}

std::string counter_text(int32_t value, std::string_view style) {
  if (style == "none") return {};
  if (is_string(style)) return string_of(style);
  const CounterStyle& row = style_or_decimal(style);
  const std::string text = signed_numeral(value, row);
  return row.name == "parenthesized" ? std::string(row.prefix) + text + std::string(row.suffix) : text;
}

std::string marker_text(int32_t value, std::string_view style) {
  if (style == "none") return {};
  if (is_string(style)) return string_of(style);
  const CounterStyle& row = style_or_decimal(style);
  return std::string(row.prefix) + signed_numeral(value, row) + std::string(row.suffix);
}

}  // namespace pubbuild
