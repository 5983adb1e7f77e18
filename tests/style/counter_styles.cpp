// Numerals in the counter styles of CSS.
#include "style/counter_styles.h"

#include <doctest/doctest.h>

#include <limits>

#include "style/sheets.h"

using namespace pubbuild;
using namespace pubbuild::testing;

namespace {

// In the styles that need no sheet.
std::string numeral(int32_t value, std::string_view style) {
  return counter_text(value, style, predefined_counter_styles());
}

std::string marker(int32_t value, std::string_view style) {
  return marker_text(value, style, predefined_counter_styles());
}

}  // namespace

TEST_CASE("numerals of the predefined counter styles") {
  struct Row {
    int32_t value;
    const char* style;
    const char* text;
  };
  const Row rows[] = {
      {0, "decimal", "0"},
      {-12, "decimal", "-12"},
      {7, "decimal-leading-zero", "07"},
      {123, "decimal-leading-zero", "123"},
      {-7, "decimal-leading-zero", "-7"},
      {1994, "upper-roman", "MCMXCIV"},
      {3999, "lower-roman", "mmmcmxcix"},
      {4000, "lower-roman", "4000"},
      {0, "lower-roman", "0"},
      {26, "lower-alpha", "z"},
      {27, "lower-latin", "aa"},
      {703, "upper-alpha", "AAA"},
      {25, "lower-greek", "αα"},
      {5, "disc", "•"},
      {-5, "square", "▪"},
      {120, "cjk-decimal", "一二〇"},
      {-1, "cjk-decimal", "-1"},
      {48, "hiragana", "ん"},
      {49, "katakana", "アア"},
      {47, "hiragana-iroha", "す"},
      {50, "circled-decimal", "㊿"},
      {51, "circled-decimal", "51"},
      {0, "circled-decimal", "0"},
      {20, "parenthesized-decimal", "⒇"},
      {3, "parenthesized", "（3）"},
      {10, "cjk-heavenly-stem", "癸"},
      {13, "cjk-earthly-branch", "一三"},
      {3, "no-such-style", "3"},
      {3, "\"–", "–"},
      {3, "none", ""},
  };
  for (const Row& row : rows) CHECK_MESSAGE(numeral(row.value, row.style) == row.text, row.style);
}

TEST_CASE("numbers in words, as Chinese, Japanese and Korean write them") {
  const auto chinese = [](int32_t value) { return numeral(value, "simp-chinese-informal"); };
  CHECK(chinese(0) == "零");
  CHECK(chinese(10) == "十");
  CHECK(chinese(12) == "十二");
  CHECK(chinese(20) == "二十");
  CHECK(chinese(101) == "一百零一");
  CHECK(chinese(110) == "一百一十");
  CHECK(chinese(1001) == "一千零一");
  CHECK(chinese(9090) == "九千零九十");
  CHECK(chinese(-3) == "负三");
  CHECK(chinese(10000) == "一〇〇〇〇");
  CHECK(numeral(12, "trad-chinese-formal") == "壹拾貳");
  CHECK(numeral(1111, "japanese-informal") == "千百十一");
  CHECK(numeral(3005, "japanese-informal") == "三千五");
  CHECK(numeral(11, "korean-hangul-formal") == "일십일");
  CHECK(numeral(11, "korean-hanja-informal") == "十一");
  CHECK(numeral(15, "cjk-ideographic") == "十五");
}

TEST_CASE("markers carry what goes before and after the numeral") {
  CHECK(marker(3, "decimal") == "3.");
  CHECK(marker(3, "simp-chinese-informal") == "三、");
  CHECK(marker(3, "parenthesized") == "（3）");
  CHECK(marker(3, "circled-decimal") == "③");
  CHECK(marker(51, "circled-decimal") == "51");
  CHECK(marker(1, "disc") == "•");
  CHECK(marker(1, "\"–") == "–");
  CHECK(marker(1, "none").empty());
}

TEST_CASE("every value of a counter has a numeral in every style") {
  for (const char* style : {"decimal", "lower-alpha", "hiragana", "lower-roman", "cjk-decimal",
                            "circled-decimal", "simp-chinese-informal", "disc", "parenthesized"}) {
    CHECK_FALSE(numeral(std::numeric_limits<int32_t>::min(), style).empty());
    CHECK_FALSE(numeral(std::numeric_limits<int32_t>::max(), style).empty());
  }
}

namespace {

CounterStyles styles_of(const std::string& css) {
  const Sheet sheet(css);
  CHECK_MESSAGE(sheet.said() == "", css);
  return {sheet.sheet, Medium::print};
}

// The text in a style called x.
std::string in_x(int32_t value, const std::string& descriptors) {
  return counter_text(value, "x", styles_of("@counter-style x { " + descriptors + " }"));
}

}  // namespace

TEST_CASE("the predefined styles of all scripts") {
  struct Row {
    int32_t value;
    const char* style;
    const char* text;
  };
  const Row rows[] = {
      {1999, "armenian", "ՌՋՂԹ"},
      {1999, "lower-armenian", "ռջղթ"},
      {19999, "georgian", "ჵჰშჟთ"},
      {16, "hebrew", "טז"},
      {5784, "hebrew", "ה׳תשפד"},
      {15, "arabic-indic", "١٥"},
      {205, "khmer", "២០៥"},
      {30, "thai", "๓๐"},
      {1, "ethiopic-numeric", "፩"},
      {100, "ethiopic-numeric", "፻"},
      {78010092, "ethiopic-numeric", "፸፰፻፩፼፺፪"},
      {780100000, "ethiopic-numeric", "፯፼፹፻፲፼"},
      {7, "disclosure-open", "▾"},
      {12, "fullwidth-decimal", "１２"},
      {3, "parenthesized-ideograph", "㈢"},
      {4, "DECIMAL", "4"},
  };
  for (const Row& row : rows) CHECK_MESSAGE(numeral(row.value, row.style) == row.text, row.style);
}

TEST_CASE("a sheet makes counter styles of every system") {
  CHECK(in_x(4, "system: cyclic; symbols: '*' '†' '‡'") == "*");
  CHECK(in_x(-1, "system: cyclic; symbols: a b c") == "b");
  CHECK(in_x(4, "symbols: '*' '†' '‡'") == "**");
  CHECK(in_x(5, "system: numeric; symbols: '0' '1'") == "101");
  CHECK(in_x(28, "system: alphabetic; symbols: a b c") == "bca");
  CHECK(in_x(7, "system: additive; additive-symbols: 5 V, 1 'I'") == "VII");
  CHECK(in_x(0, "system: additive; additive-symbols: V 5, 0 'n'") == "n");
  CHECK(in_x(3, "system: fixed 2; symbols: a b c") == "b");
  CHECK(in_x(5, "system: fixed 2; symbols: a b c") == "5");
  CHECK(in_x(12, "system: extends simp-chinese-informal; suffix: '．'") == "十二");
}

TEST_CASE("signs, pads, ranges and fallbacks") {
  CHECK(in_x(-3, "system: extends decimal; negative: '(' ')'; pad: 4 '0'") == "(03)");
  CHECK(in_x(3, "system: extends decimal; range: 5 infinite; fallback: upper-roman") == "III");
  CHECK(in_x(5, "system: extends decimal; range: 5 infinite; fallback: upper-roman") == "5");
  CHECK(in_x(9, "system: extends lower-alpha; range: infinite 3, 7 8; fallback: x") == "9");
  const CounterStyles styles =
      styles_of("@counter-style x { system: extends decimal; prefix: '第'; suffix: '条 ' }");
  CHECK(marker_text(3, "x", styles) == "第3条");
  CHECK(counter_text(3, "x", styles) == "3");
}

TEST_CASE("later rules win, other names keep their case") {
  const CounterStyles styles = styles_of(
      "@counter-style X { symbols: a } @counter-style X { symbols: b } @counter-style Lower-Roman { symbols: "
      "c }"
      "@media not print { @counter-style X { symbols: d } }");
  CHECK(counter_text(1, "X", styles) == "b");
  CHECK(counter_text(1, "x", styles) == "1");
  CHECK(counter_text(1, "lower-roman", styles) == "c");
}

TEST_CASE("rings of styles end in decimal") {
  const CounterStyles styles = styles_of(
      "@counter-style a { system: extends b; suffix: ')' } @counter-style b { system: extends a }"
      "@counter-style c { system: extends c } @counter-style d { system: extends nothing }"
      "@counter-style e { symbols: x; range: 0 0; fallback: f } @counter-style f { symbols: x; range: 0 0;"
      "fallback: e }");
  CHECK(marker_text(7, "a", styles) == "7)");
  for (const char* name : {"b", "c", "d", "e", "f"}) CHECK(counter_text(7, name, styles) == "7");
}

TEST_CASE("numerals without end are the fallback's") {
  CHECK(in_x(2'000'000'000, "symbols: '*'") == "2000000000");
  CHECK(in_x(2'000'000'000, "system: additive; additive-symbols: 1 '*'") == "2000000000");
  CHECK(in_x(7, "system: extends decimal; pad: 999999999 '0'") == "7");
  CHECK(in_x(5, "system: numeric; symbols: '" + std::string(9999, 'x') + "' y") == "5");
  std::string chain = "@counter-style s0 { symbols: a }";
  for (int i = 1; i < 2000; ++i) {
    const std::string before = "s" + std::to_string(i - 1);
    chain += "@counter-style s" + std::to_string(i) + " { system: extends " + before + " }";
  }
  const CounterStyles styles = styles_of(chain);
  CHECK(counter_text(1, "s5", styles) == "a");
  CHECK_FALSE(counter_text(1, "s1999", styles).empty());
}

TEST_CASE("symbols() is a style without a name") {
  const Sheet sheet("li { list-style-type: symbols(cyclic '*' '†'); list-style: inside symbols('a' 'b') }");
  CHECK(sheet.said() == "");
  CHECK(marker(2, "symbols(cyclic \"*\" \"†\")") == "†");
  CHECK(Sheet("li { list-style-type: symbols(numeric 'a') }").said() == "t.css:1:23 style-bad-value");
  CHECK(Sheet("p::before { content: counter(c, symbols(cyclic '*' '†')) }").said() == "");
  CHECK(numeral(2, "symbols(cyclic \"*\" \"†\")") == "†");
  CHECK(Sheet("p::before { content: counter(c, symbols(numeric 'a')) }").said() ==
        "t.css:1:22 style-bad-value");
}

TEST_CASE("what is wrong in @counter-style is said") {
  struct Row {
    const char* css;
    const char* said;
  };
  const Row rows[] = {
      {"@counter-style decimal { symbols: a }", "t.css:1:1 style-bad-value"},
      {"@counter-style None { symbols: a }", "t.css:1:1 style-bad-value"},
      {"@counter-style x", "t.css:1:1 style-syntax"},
      {"@counter-style x y { symbols: a }", "t.css:1:1 style-syntax"},
      {"@counter-style x { }", "t.css:1:1 style-bad-value"},
      {"@counter-style x { system: numeric; symbols: a }", "t.css:1:1 style-bad-value"},
      {"@counter-style x { symbols: a; range: 5 1 }", "t.css:1:32 style-bad-value"},
      {"@counter-style x { symbols: a; colour: b }", "t.css:1:32 style-bad-value"},
      {"@counter-style x { system: additive; additive-symbols: 1 a, 5 b }",
       "t.css:1:38 style-bad-value\nt.css:1:1 style-bad-value"},
      {"@counter-style x { symbols: a; prefix 'b' }", "t.css:1:32 style-syntax"},
  };
  for (const Row& row : rows) CHECK_MESSAGE(Sheet(row.css).said() == row.said, row.css);
}
