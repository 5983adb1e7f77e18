// The CSS parsing tests of Simon Sapin (Debian's python-tinycss2-common): their inputs, our tokens and rules.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "style/nth.h"
#include "style/syntax.h"
#include "style/values.h"

using namespace pubbuild;
using namespace pubbuild::css;
using nlohmann::json;

namespace {

// Where we differ: how the input begins, and why.
using Differences = std::map<std::string, std::string>;

json test_file(const std::string& name) {
  std::ifstream in(CSS_PARSING_TESTS "/" + name);
  REQUIRE_MESSAGE(in, name);
  return json::parse(in);
}

json values_of(TokenView tokens);

json numeric(const char* kind, const Token& token) {
  return {kind, nullptr, static_cast<double>(token.number.micro) / 1e6, token.is_flag ? "integer" : "number"};
}

json block(json opening, TokenView inside) {
  for (const json& one : values_of(inside)) opening.push_back(one);
  return opening;
}

json value_of(const Token& token, TokenView inside) {
  switch (token.kind) {
    case TokenKind::ident:
      return {"ident", token.text};
    case TokenKind::function:
      return block({"function", token.text}, inside);
    case TokenKind::at_keyword:
      return {"at-keyword", token.text};
    case TokenKind::hash:
      return {"hash", token.text, token.is_flag ? "id" : "unrestricted"};
    case TokenKind::string:
      return {"string", token.text};
    case TokenKind::bad_string:
      return {"error", "bad-string"};
    case TokenKind::url:
      return {"url", token.text};
    case TokenKind::bad_url:
      return {"error", "bad-url"};
    case TokenKind::number:
      return numeric("number", token);
    case TokenKind::percentage:
      return numeric("percentage", token);
    case TokenKind::dimension: {
      json dimension = numeric("dimension", token);
      dimension.push_back(token.text);
      return dimension;
    }
    case TokenKind::open_square:
      return block({"[]"}, inside);
    case TokenKind::open_round:
      return block({"()"}, inside);
    case TokenKind::open_curly:
      return block({"{}"}, inside);
    case TokenKind::close_square:
      return {"error", "]"};
    case TokenKind::close_round:
      return {"error", ")"};
    case TokenKind::close_curly:
      return {"error", "}"};
    case TokenKind::delim:
    case TokenKind::whitespace:
    case TokenKind::cdo:
    case TokenKind::cdc:
    case TokenKind::colon:
    case TokenKind::semicolon:
    case TokenKind::comma:
    case TokenKind::too_deep:
      break;
  }
  return token.is(TokenKind::whitespace)
             ? " "
             : to_css(TokenView(&token, 1)).substr(0, token.is(TokenKind::comma) ? 1 : 4);
}

json values_of(TokenView tokens) {
  json values = json::array();
  for (size_t at = 0; at < tokens.size();) {
    const size_t end = after_component(tokens, at);
    const bool closed = tokens[at].opens() && end - at == tokens[at].match + size_t{1};
    const TokenView inside =
        tokens[at].opens() ? tokens.subspan(at + 1, end - at - (closed ? 2 : 1)) : TokenView();
    values.push_back(value_of(tokens[at], inside));
    at = end;
  }
  return values;
}

bool same(const json& expected, const json& actual) {
  if (!expected.is_array() || !actual.is_array()) return expected == actual;
  if (expected.size() != actual.size()) return false;
  const bool numeric =
      expected.size() > 3 && expected[0].is_string() && actual[1].is_null() && expected[2].is_number();
  for (size_t i = 0; i < expected.size(); ++i) {
    if (numeric && i == 1) continue;  // the number as it was written
    if (numeric && i == 2) {
      const double wanted = expected[2].get<double>();
      if (std::abs(wanted - actual[2].get<double>()) > std::max(1e-6, std::abs(wanted) * 1e-9)) return false;
    } else if (!same(expected[i], actual[i])) {
      return false;
    }
  }
  return true;
}

// The matching operators were tokens in the draft that the data follows; here they are two. That a string
// ended with the file is no token of ours.
json operators_apart(const json& value) {
  if (!value.is_array()) return value;
  json apart = json::array();
  for (size_t i = 0; i < value.size(); ++i) {
    if (value[i] == json{"error", "eof-in-string"} || value[i] == json{"error", "eof-in-url"}) continue;
    const bool is_operator = value[i] == "~=" || value[i] == "|=" || value[i] == "^=" || value[i] == "$=" ||
                             value[i] == "*=" || value[i] == "||";
    const bool is_text = i == 1 && value[0].is_string() && (value[0] == "string" || value[0] == "error");
    if (is_operator && !is_text) {
      apart.push_back(value[i].get<std::string>().substr(0, 1));
      apart.push_back(value[i].get<std::string>().substr(1));
    } else {
      apart.push_back(operators_apart(value[i]));
    }
  }
  return apart;
}

json without_end_blanks(json values) {
  while (!values.empty() && values.front() == " ") values.erase(values.begin());
  while (!values.empty() && values.back() == " ") values.erase(values.end() - 1);
  return values;
}

// What we keep of rules and declarations has no blanks at its ends.
json trimmed_parts(json expected) {
  if (!expected.is_array() || expected.empty()) return expected;
  if (expected[0] == "declaration") expected[2] = without_end_blanks(expected[2]);
  if (expected[0] == "at-rule") expected[2] = without_end_blanks(expected[2]);
  if (expected[0] == "qualified rule") expected[1] = without_end_blanks(expected[1]);
  return expected;
}

json trimmed_list(const json& expected) {
  json list = json::array();
  for (const json& one : expected) list.push_back(trimmed_parts(one));
  return list;
}

json rule_json(const RawRule& rule) {
  const json inside = rule.has_block ? values_of(rule.block) : json();
  if (rule.is_at_rule()) {
    return {"at-rule", rule.tokens[0].text, values_of(trimmed(rule.prelude.subspan(1))), inside};
  }
  if (!rule.has_block) return {"error", "invalid"};
  return {"qualified rule", values_of(rule.prelude), inside};
}

json declaration_json(TokenView tokens) {
  const std::optional<RawDeclaration> one = declaration_of(tokens);
  if (!one) return {"error", trimmed(tokens).empty() ? "empty" : "invalid"};
  return {"declaration", one->name[0].text, values_of(one->value), one->important};
}

json rules_json(const TokenList& list, Level level) {
  json rules = json::array();
  for (const RawRule& rule : rules_of(list.tokens, level)) rules.push_back(rule_json(rule));
  return rules;
}

json one_rule_json(const TokenList& list) {
  const json rules = rules_json(list, Level::nested);
  if (rules.empty()) return {"error", "empty"};
  return rules.size() == 1 ? rules[0] : json{"error", "extra-input"};
}

json one_value_json(const TokenList& list) {
  const json values = values_of(trimmed(list.tokens));
  if (values.empty()) return {"error", "empty"};
  return values.size() == 1 ? values[0] : json{"error", "extra-input"};
}

json declarations_json(const TokenList& list) {
  json pieces = json::array();
  for (const BlockPiece& piece : pieces_of_block(list.tokens)) {
    pieces.push_back(piece.is_rule ? rule_json(rule_of(piece.tokens)) : declaration_json(piece.tokens));
  }
  return pieces;
}

json nth_json(const TokenList& list) {
  const std::optional<Nth> nth = read_nth(list.tokens);
  return nth ? json{nth->step, nth->offset} : json();
}

// As bytes: the data has fractions, some of them outside of the gamut.
json color_json(const TokenList& list) {
  constexpr Color current{1, 2, 3, 4};
  Values values(list.tokens, {});
  Color color;
  if (!read_color(values, current, color) || !values.at_end()) return nullptr;
  if (color == current) return "currentColor";
  return {color.red, color.green, color.blue, color.alpha};
}

json color_in_bytes(const json& expected) {
  if (!expected.is_array()) return expected;
  json bytes = json::array();
  for (const json& part : expected)
    bytes.push_back(std::lround(std::clamp(part.get<double>(), 0.0, 1.0) * 255));
  return bytes;
}

// The file of names has bytes already, but for alpha.
json opaque_bytes(const json& expected) {
  if (!expected.is_array()) return expected;
  return {expected[0], expected[1], expected[2], std::lround(expected[3].get<double>() * 255)};
}

bool is_excepted(const Differences& differences, const std::string& input) {
  return std::ranges::any_of(differences, [&](const auto& one) { return input.starts_with(one.first); });
}

const Differences no_unicode_range_tokens = {
    {"u+", "CSS Syntax 3 has no tokens for unicode-range; descriptors read it from the text"},
    {"\u00F9+12", "the same"}};

const Differences nested_rules = {
    {"@ media", "what is no at-rule is the selector of a nested rule (CSS Nesting 1), and `a:b` stays"}};

const Differences colors_of_level_4 = {
    {"rgb(0, 0, 0, 0)", "rgb() and rgba() are one in CSS Color 4"},
    {"rgb(0%, 0%, 0%, 0%)", "the same"},
    {"rgb(0%, 0%, 0%, 0)", "the same"},
    {"rgba(0, 0, 0)", "the same"},
    {"rgba(0%, 0%, 0%)", "the same"},
    {"rgba(255, 255, 255, 0%)", "alpha may be a percentage in CSS Color 4"},
    {"rgba(0%, 0%, 0%, 0%)", "the same"},
    {"hsl(0, 0%, 0%, 0%)", "both"},
    {"hsla(0, 0%, 0%, 50%)", "both"},
    {"hsl(30deg, 100%, 100%)", "a hue may be an angle in CSS Color 4"},
    {"hsla(30deg, 100%, 100%, 1)", "the same"}};

template <typename Read, typename Normalize>
void run_file(const std::string& name, Read read, Normalize normalize, const Differences& differences = {}) {
  const json cases = test_file(name);
  REQUIRE(cases.size() > 8);
  for (size_t i = 0; i + 1 < cases.size(); i += 2) {
    const auto input = cases[i].get<std::string>();
    const json expected = normalize(cases[i + 1]);
    const json actual = read(tokenize(input));
    if (is_excepted(differences, input)) {
      CHECK_MESSAGE(!same(expected, actual), input << ": is read as expected after all");
    } else {
      CHECK_MESSAGE(same(expected, actual),
                    input << "\n  expected " << expected << "\n  actual   " << actual);
    }
  }
}

}  // namespace

TEST_CASE("component values of the parsing tests") {
  run_file(
      "component_value_list.json", [](const TokenList& list) { return values_of(list.tokens); },
      operators_apart, no_unicode_range_tokens);
  run_file("one_component_value.json", one_value_json, operators_apart);
}

TEST_CASE("declarations of the parsing tests") {
  run_file(
      "one_declaration.json", [](const TokenList& list) { return declaration_json(list.tokens); },
      trimmed_parts);
  run_file("declaration_list.json", declarations_json, trimmed_list, nested_rules);
}

TEST_CASE("rules of the parsing tests") {
  run_file("one_rule.json", one_rule_json, trimmed_parts);
  run_file(
      "rule_list.json", [](const TokenList& list) { return rules_json(list, Level::nested); }, trimmed_list);
  run_file(
      "stylesheet.json", [](const TokenList& list) { return rules_json(list, Level::top); }, trimmed_list);
}

TEST_CASE("an+b of the parsing tests") {
  run_file("An+B.json", nth_json, [](const json& expected) { return expected; });
}

TEST_CASE("colours of the parsing tests") {
  run_file("color3.json", color_json, color_in_bytes, colors_of_level_4);
  run_file("color3_keywords.json", color_json, opaque_bytes);
  run_file("color3_hsl.json", color_json, color_in_bytes);
}
