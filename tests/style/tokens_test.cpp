// CSS text → tokens.
#include "style/tokens.h"

#include <doctest/doctest.h>

using namespace pubbuild::css;

namespace {

std::string kinds(const std::string& text) {
  constexpr std::string_view letters = "ifahsSuUdn%D <>:;,[](){}!";
  std::string result;
  for (const Token& token : tokenize(text).tokens) result += letters[static_cast<size_t>(token.kind)];
  return result;
}

}  // namespace

TEST_CASE("every kind of token is told from the others") {
  CHECK(kinds("a b(c) @d #e \"f\" url(g)") == "i fi) a h s u");
  CHECK(kinds("1 2% 3px .5 -1e3 +x") == "n % D n n di");
  CHECK(kinds("a:b;c,d[e](f){g}") == "i:i;i,i[i](i){i}");
  CHECK(kinds("<!-- -->") == "< >");
  CHECK(kinds("/* a */b/**/c/* never closed") == "ii");
  CHECK(kinds("--x -y -- 5 -->") == "i i i n >");
}

TEST_CASE("broken strings and urls are tokens of their own") {
  CHECK(kinds("\"a\nb") == "S i");
  CHECK(kinds("url(a b)c") == "Ui");
  CHECK(kinds("url(a\"b)c") == "Ui");
  CHECK(kinds("\"to the end") == "s");
}

TEST_CASE("escapes are resolved and written again where they must be") {
  CHECK(tokenize("\\31 a\\{b").tokens[0].text == "1a{b");
  CHECK(tokenize("\"\\201C\\\n x\"").tokens[0].text == "“ x");
  CHECK(tokenize("\\0 ").tokens[0].text == "\xEF\xBF\xBD");
  CHECK(to_css(tokenize("\\31 a\\{b").tokens) == "\\31 a\\{b");
  CHECK(to_css(tokenize("'it\\'s \\22'").tokens) == "\"it's \\\"\"");
}

TEST_CASE("numbers are exact to the sixth place and clamped") {
  const auto micro = [](const std::string& text) { return tokenize(text).tokens[0].number.micro; };
  CHECK(micro("81.64pt") == 81'640'000);
  CHECK(micro("-.5") == -500'000);
  CHECK(micro("1e3") == 1'000'000'000);
  CHECK(micro("1e-3") == 1'000);
  CHECK(micro("0.0000005") == 1);
  CHECK(micro("99999999999999999999999") == micro_limit);
  CHECK(micro("1e99999") == micro_limit);
  CHECK(micro("0e99999") == 0);
  CHECK(to_css(Decimal{1'333'000}) == "1.333");
}

TEST_CASE("brackets know where they close, and a wrong one closes nothing") {
  const TokenList list = tokenize("(a]b)c(d");
  CHECK(list.tokens[0].match == 4);
  CHECK(after_component(list.tokens, 0) == 5);
  CHECK(after_component(list.tokens, 5) == 7);
}

TEST_CASE("what nests too deep is one token up to its end") {
  const std::string deep = std::string(100'000, '(') + "x" + std::string(100'000, ')') + "y";
  const TokenList list = tokenize(deep);
  CHECK(list.too_deep_at == max_nesting);
  CHECK(list.tokens[max_nesting].is(TokenKind::too_deep));
  CHECK(list.tokens[after_component(list.tokens, 0)].text == "y");
}
