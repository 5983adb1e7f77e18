// The predefined counter styles, as the standard writes them, and the ones it has in words only.
#include "style/predefined_counter_styles.h"

#include <map>
#include <string>

#include "base/utf8.h"
#include "style/stylesheet.h"

namespace pubbuild::css {

namespace {

// CSS Counter Styles 3 §6; from circled-decimal on Ready-made Counter Styles; `parenthesized` is ours.
constexpr std::string_view in_css = R"css(
@counter-style decimal { system: numeric; symbols: "0" "1" "2" "3" "4" "5" "6" "7" "8" "9" }
@counter-style decimal-leading-zero { system: numeric; symbols: "0" "1" "2" "3" "4" "5" "6" "7" "8" "9"; pad: 2 "0" }
@counter-style cjk-decimal { system: numeric; range: 0 infinite; symbols: "〇" "一" "二" "三" "四" "五" "六" "七" "八" "九"; suffix: "、" }
@counter-style fullwidth-decimal { system: numeric; symbols: "０" "１" "２" "３" "４" "５" "６" "７" "８" "９" }
@counter-style lower-roman { system: additive; range: 1 3999;
  additive-symbols: 1000 "m", 900 "cm", 500 "d", 400 "cd", 100 "c", 90 "xc", 50 "l", 40 "xl", 10 "x", 9 "ix", 5 "v",
      4 "iv", 1 "i" }
@counter-style upper-roman { system: additive; range: 1 3999;
  additive-symbols: 1000 "M", 900 "CM", 500 "D", 400 "CD", 100 "C", 90 "XC", 50 "L", 40 "XL", 10 "X", 9 "IX", 5 "V",
      4 "IV", 1 "I" }
@counter-style upper-armenian { system: additive; range: 1 9999;
  additive-symbols: 9000 "Ք", 8000 "Փ", 7000 "Ւ", 6000 "Ց", 5000 "Ր", 4000 "Տ", 3000 "Վ", 2000 "Ս", 1000 "Ռ", 900
      "Ջ", 800 "Պ", 700 "Չ", 600 "Ո", 500 "Շ", 400 "Ն", 300 "Յ", 200 "Մ", 100 "Ճ", 90 "Ղ", 80 "Ձ", 70
      "Հ", 60 "Կ", 50 "Ծ", 40 "Խ", 30 "Լ", 20 "Ի", 10 "Ժ", 9 "Թ", 8 "Ը", 7 "Է", 6 "Զ", 5 "Ե", 4 "Դ", 3
      "Գ", 2 "Բ", 1 "Ա" }
@counter-style armenian { system: additive; range: 1 9999;
  additive-symbols: 9000 "Ք", 8000 "Փ", 7000 "Ւ", 6000 "Ց", 5000 "Ր", 4000 "Տ", 3000 "Վ", 2000 "Ս", 1000 "Ռ", 900
      "Ջ", 800 "Պ", 700 "Չ", 600 "Ո", 500 "Շ", 400 "Ն", 300 "Յ", 200 "Մ", 100 "Ճ", 90 "Ղ", 80 "Ձ", 70
      "Հ", 60 "Կ", 50 "Ծ", 40 "Խ", 30 "Լ", 20 "Ի", 10 "Ժ", 9 "Թ", 8 "Ը", 7 "Է", 6 "Զ", 5 "Ե", 4 "Դ", 3
      "Գ", 2 "Բ", 1 "Ա" }
@counter-style lower-armenian { system: additive; range: 1 9999;
  additive-symbols: 9000 "ք", 8000 "փ", 7000 "ւ", 6000 "ց", 5000 "ր", 4000 "տ", 3000 "վ", 2000 "ս", 1000 "ռ", 900
      "ջ", 800 "պ", 700 "չ", 600 "ո", 500 "շ", 400 "ն", 300 "յ", 200 "մ", 100 "ճ", 90 "ղ", 80 "ձ", 70
      "հ", 60 "կ", 50 "ծ", 40 "խ", 30 "լ", 20 "ի", 10 "ժ", 9 "թ", 8 "ը", 7 "է", 6 "զ", 5 "ե", 4 "դ", 3
      "գ", 2 "բ", 1 "ա" }
@counter-style georgian { system: additive; range: 1 19999;
  additive-symbols: 10000 "ჵ", 9000 "ჰ", 8000 "ჯ", 7000 "ჴ", 6000 "ხ", 5000 "ჭ", 4000 "წ", 3000 "ძ", 2000 "ც", 1000
      "ჩ", 900 "შ", 800 "ყ", 700 "ღ", 600 "ქ", 500 "ფ", 400 "ჳ", 300 "ტ", 200 "ს", 100 "რ", 90 "ჟ", 80
      "პ", 70 "ო", 60 "ჲ", 50 "ნ", 40 "მ", 30 "ლ", 20 "კ", 10 "ი", 9 "თ", 8 "ჱ", 7 "ზ", 6 "ვ", 5 "ე",
      4 "დ", 3 "გ", 2 "ბ", 1 "ა" }
@counter-style hebrew { system: additive; range: 1 10999;
  additive-symbols: 10000 "\5D9\5F3", 9000 "\5D8\5F3", 8000 "\5D7\5F3", 7000 "\5D6\5F3", 6000 "\5D5\5F3", 5000
      "\5D4\5F3", 4000 "\5D3\5F3", 3000 "\5D2\5F3", 2000 "\5D1\5F3", 1000 "\5D0\5F3", 400 "\5EA", 300
      "\5E9", 200 "\5E8", 100 "\5E7", 90 "\5E6", 80 "\5E4", 70 "\5E2", 60 "\5E1", 50 "\5E0", 40
      "\5DE", 30 "\5DC", 20 "\5DB", 19 "\5D9\5D8", 18 "\5D9\5D7", 17 "\5D9\5D6", 16 "\5D8\5D6", 15
      "\5D8\5D5", 10 "\5D9", 9 "\5D8", 8 "\5D7", 7 "\5D6", 6 "\5D5", 5 "\5D4", 4 "\5D3", 3 "\5D2", 2
      "\5D1", 1 "\5D0" }
@counter-style lower-alpha { system: alphabetic; symbols: "a" "b" "c" "d" "e" "f" "g" "h" "i" "j" "k" "l" "m" "n" "o" "p" "q" "r" "s" "t" "u" "v" "w" "x"
      "y" "z" }
@counter-style lower-latin { system: alphabetic; symbols: "a" "b" "c" "d" "e" "f" "g" "h" "i" "j" "k" "l" "m" "n" "o" "p" "q" "r" "s" "t" "u" "v" "w" "x"
      "y" "z" }
@counter-style upper-alpha { system: alphabetic; symbols: "A" "B" "C" "D" "E" "F" "G" "H" "I" "J" "K" "L" "M" "N" "O" "P" "Q" "R" "S" "T" "U" "V" "W" "X"
      "Y" "Z" }
@counter-style upper-latin { system: alphabetic; symbols: "A" "B" "C" "D" "E" "F" "G" "H" "I" "J" "K" "L" "M" "N" "O" "P" "Q" "R" "S" "T" "U" "V" "W" "X"
      "Y" "Z" }
@counter-style lower-greek { system: alphabetic; symbols: "α" "β" "γ" "δ" "ε" "ζ" "η" "θ" "ι" "κ" "λ" "μ" "ν" "ξ" "ο" "π" "ρ" "σ" "τ" "υ" "φ" "χ" "ψ" "ω" }
@counter-style hiragana { system: alphabetic; suffix: "、"; symbols: "あ" "い" "う" "え" "お" "か" "き" "く" "け" "こ" "さ" "し" "す" "せ" "そ" "た" "ち" "つ" "て" "と" "な" "に" "ぬ" "ね"
      "の" "は" "ひ" "ふ" "へ" "ほ" "ま" "み" "む" "め" "も" "や" "ゆ" "よ" "ら" "り" "る" "れ" "ろ" "わ" "ゐ" "ゑ" "を" "ん" }
@counter-style hiragana-iroha { system: alphabetic; suffix: "、"; symbols: "い" "ろ" "は" "に" "ほ" "へ" "と" "ち" "り" "ぬ" "る" "を" "わ" "か" "よ" "た" "れ" "そ" "つ" "ね" "な" "ら" "む" "う"
      "ゐ" "の" "お" "く" "や" "ま" "け" "ふ" "こ" "え" "て" "あ" "さ" "き" "ゆ" "め" "み" "し" "ゑ" "ひ" "も" "せ" "す" }
@counter-style katakana { system: alphabetic; suffix: "、"; symbols: "ア" "イ" "ウ" "エ" "オ" "カ" "キ" "ク" "ケ" "コ" "サ" "シ" "ス" "セ" "ソ" "タ" "チ" "ツ" "テ" "ト" "ナ" "ニ" "ヌ" "ネ"
      "ノ" "ハ" "ヒ" "フ" "ヘ" "ホ" "マ" "ミ" "ム" "メ" "モ" "ヤ" "ユ" "ヨ" "ラ" "リ" "ル" "レ" "ロ" "ワ" "ヰ" "ヱ" "ヲ" "ン" }
@counter-style katakana-iroha { system: alphabetic; suffix: "、"; symbols: "イ" "ロ" "ハ" "ニ" "ホ" "ヘ" "ト" "チ" "リ" "ヌ" "ル" "ヲ" "ワ" "カ" "ヨ" "タ" "レ" "ソ" "ツ" "ネ" "ナ" "ラ" "ム" "ウ"
      "ヰ" "ノ" "オ" "ク" "ヤ" "マ" "ケ" "フ" "コ" "エ" "テ" "ア" "サ" "キ" "ユ" "メ" "ミ" "シ" "ヱ" "ヒ" "モ" "セ" "ス" }
@counter-style disc { system: cyclic; symbols: "•"; suffix: " " }
@counter-style circle { system: cyclic; symbols: "◦"; suffix: " " }
@counter-style square { system: cyclic; symbols: "▪"; suffix: " " }
@counter-style disclosure-open { system: cyclic; symbols: "▾"; suffix: " " }
@counter-style disclosure-closed { system: cyclic; symbols: "▸"; suffix: " " }
@counter-style cjk-heavenly-stem { system: fixed; symbols: "甲" "乙" "丙" "丁" "戊" "己" "庚" "辛" "壬" "癸"; suffix: "、";
  fallback: cjk-decimal }
@counter-style cjk-earthly-branch { system: fixed; symbols: "子" "丑" "寅" "卯" "辰" "巳" "午" "未" "申" "酉" "戌" "亥"; suffix: "、";
  fallback: cjk-decimal }
@counter-style circled-decimal { system: fixed; suffix: " "; symbols: "①" "②" "③" "④" "⑤" "⑥" "⑦" "⑧" "⑨" "⑩" "⑪" "⑫" "⑬" "⑭" "⑮" "⑯" "⑰" "⑱" "⑲" "⑳" "㉑" "㉒" "㉓" "㉔"
      "㉕" "㉖" "㉗" "㉘" "㉙" "㉚" "㉛" "㉜" "㉝" "㉞" "㉟" "㊱" "㊲" "㊳" "㊴" "㊵" "㊶" "㊷" "㊸" "㊹" "㊺" "㊻" "㊼" "㊽"
      "㊾" "㊿" }
@counter-style filled-circled-decimal { system: fixed; suffix: " "; symbols: "❶" "❷" "❸" "❹" "❺" "❻" "❼" "❽" "❾" "❿" "⓫" "⓬" "⓭" "⓮" "⓯" "⓰" "⓱" "⓲" "⓳" "⓴" }
@counter-style dotted-decimal { system: fixed; suffix: " "; symbols: "⒈" "⒉" "⒊" "⒋" "⒌" "⒍" "⒎" "⒏" "⒐" "⒑" "⒒" "⒓" "⒔" "⒕" "⒖" "⒗" "⒘" "⒙" "⒚" "⒛" }
@counter-style parenthesized-decimal { system: fixed; suffix: " "; symbols: "⑴" "⑵" "⑶" "⑷" "⑸" "⑹" "⑺" "⑻" "⑼" "⑽" "⑾" "⑿" "⒀" "⒁" "⒂" "⒃" "⒄" "⒅" "⒆" "⒇" }
@counter-style circled-ideograph { system: fixed; suffix: " "; symbols: "㊀" "㊁" "㊂" "㊃" "㊄" "㊅" "㊆" "㊇" "㊈" "㊉" }
@counter-style parenthesized-ideograph { system: fixed; suffix: " "; symbols: "㈠" "㈡" "㈢" "㈣" "㈤" "㈥" "㈦" "㈧" "㈨" "㈩" }
@counter-style parenthesized { system: numeric; symbols: "0" "1" "2" "3" "4" "5" "6" "7" "8" "9"; prefix: "（"; suffix: "）" }
)css";

// Decimal systems whose ten digits follow each other in Unicode (§6.1).
struct Digits {
  std::string_view name;
  char32_t zero;
};

constexpr Digits digit_rows[] = {
    {"arabic-indic", 0x660}, {"bengali", 0x9E6},   {"cambodian", 0x17E0}, {"devanagari", 0x966},
    {"gujarati", 0xAE6},     {"gurmukhi", 0xA66},  {"kannada", 0xCE6},    {"khmer", 0x17E0},
    {"lao", 0xED0},          {"malayalam", 0xD66}, {"mongolian", 0x1810}, {"myanmar", 0x1040},
    {"oriya", 0xB66},        {"persian", 0x6F0},   {"tamil", 0xBE6},      {"telugu", 0xC66},
    {"thai", 0xE50},         {"tibetan", 0xF20},
};

struct LonghandRow {
  std::string_view name;
  std::string_view suffix;
  std::string_view minus;
  Longhand longhand;
};

// §7.1: all of them reach from -9999 to 9999 and fall back to cjk-decimal.
constexpr LonghandRow longhand_rows[] = {
    {"simp-chinese-informal", "、", "负", {U"零一二三四五六七八九", U"十百千", One::not_in_teens, true}},
    {"simp-chinese-formal", "、", "负", {U"零壹贰叁肆伍陆柒捌玖", U"拾佰仟", One::always, true}},
    {"trad-chinese-informal", "、", "負", {U"零一二三四五六七八九", U"十百千", One::not_in_teens, true}},
    {"trad-chinese-formal", "、", "負", {U"零壹貳參肆伍陸柒捌玖", U"拾佰仟", One::always, true}},
    {"cjk-ideographic", "、", "負", {U"零一二三四五六七八九", U"十百千", One::not_in_teens, true}},
    {"japanese-informal", "、", "マイナス", {U"〇一二三四五六七八九", U"十百千", One::never, false}},
    {"japanese-formal", "、", "マイナス", {U"零壱弐参四伍六七八九", U"拾百阡", One::always, false}},
    {"korean-hangul-formal", ", ", "마이너스 ", {U"영일이삼사오육칠팔구", U"십백천", One::always, false}},
    {"korean-hanja-informal", ", ", "마이너스 ", {U"零一二三四五六七八九", U"十百千", One::never, false}},
    {"korean-hanja-formal", ", ", "마이너스 ", {U"零壹貳參四五六七八九", U"拾百仟", One::always, false}},
};

CounterStyle numeric_style(const Digits& row) {
  CounterStyle style{.name = std::string(row.name), .system = CounterSystem::numeric};
  for (char32_t digit = row.zero; digit < row.zero + 10; ++digit) {
    utf8::append(style.symbols.emplace_back(), digit);
  }
  return style;
}

CounterStyle longhand_style(const LonghandRow& row) {
  return {.name = std::string(row.name),
          .system = CounterSystem::longhand,
          .longhand = row.longhand,
          .negative = NegativeSign{std::string(row.minus), ""},
          .suffix = std::string(row.suffix),
          .ranges = std::vector<CounterRange>{{-9999, 9999}},
          .fallback = "cjk-decimal"};
}

using StylesByName = std::map<std::string, CounterStyle, std::less<>>;

StylesByName make_styles() {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("counter-styles", std::string(in_css));
  StylesByName styles;
  for (const CounterStyleRule& rule :
       read_styles(sources, {{file, Origin::base}}, diagnostics).counter_styles) {
    styles[rule.style.name] = rule.style;
  }
  styles.at("parenthesized").is_enclosed = true;
  for (const Digits& row : digit_rows) styles[std::string(row.name)] = numeric_style(row);
  for (const LonghandRow& row : longhand_rows) styles[std::string(row.name)] = longhand_style(row);
  styles["ethiopic-numeric"] = {
      .name = "ethiopic-numeric", .system = CounterSystem::ethiopic, .suffix = "/ "};
  return styles;
}

}  // namespace

const CounterStyle* predefined_counter_style(std::string_view lower_name) {
  static const StylesByName styles = make_styles();
  const auto found = styles.find(lower_name);
  return found == styles.end() ? nullptr : &found->second;
}

}  // namespace pubbuild::css
