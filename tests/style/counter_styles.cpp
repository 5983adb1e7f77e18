// Numerals in the counter styles of CSS.
#include "style/counter_styles.h"

#include <doctest/doctest.h>

#include <limits>

using namespace pubbuild;

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
  for (const Row& row : rows) CHECK_MESSAGE(counter_text(row.value, row.style) == row.text, row.style);
}

TEST_CASE("numbers in words, as Chinese, Japanese and Korean write them") {
  const auto chinese = [](int32_t value) { return counter_text(value, "simp-chinese-informal"); };
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
  CHECK(counter_text(12, "trad-chinese-formal") == "壹拾貳");
  CHECK(counter_text(1111, "japanese-informal") == "千百十一");
  CHECK(counter_text(3005, "japanese-informal") == "三千五");
  CHECK(counter_text(11, "korean-hangul-formal") == "일십일");
  CHECK(counter_text(11, "korean-hanja-informal") == "十一");
  CHECK(counter_text(15, "cjk-ideographic") == "十五");
}

TEST_CASE("markers carry what goes before and after the numeral") {
  CHECK(marker_text(3, "decimal") == "3.");
  CHECK(marker_text(3, "simp-chinese-informal") == "三、");
  CHECK(marker_text(3, "parenthesized") == "（3）");
  CHECK(marker_text(3, "circled-decimal") == "③");
  CHECK(marker_text(51, "circled-decimal") == "51");
  CHECK(marker_text(1, "disc") == "•");
  CHECK(marker_text(1, "\"–") == "–");
  CHECK(marker_text(1, "none").empty());
}

TEST_CASE("every value of a counter has a numeral in every style") {
  for (const char* style : {"decimal", "lower-alpha", "hiragana", "lower-roman", "cjk-decimal",
                            "circled-decimal", "simp-chinese-informal", "disc", "parenthesized"}) {
    CHECK_FALSE(counter_text(std::numeric_limits<int32_t>::min(), style).empty());
    CHECK_FALSE(counter_text(std::numeric_limits<int32_t>::max(), style).empty());
    CHECK(is_counter_style(style));
  }
  CHECK_FALSE(is_counter_style("none"));
}
