// CSS text → tokens (CSS Syntax 3 §4), every opening bracket knowing where its block ends.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "style/decimal.h"

namespace pubbuild::css {

enum class TokenKind : uint8_t {
  ident,
  function,    // name(
  at_keyword,  // @name
  hash,        // #name; `is_flag`: the name is an identifier
  string,
  bad_string,
  url,
  bad_url,
  delim,  // one character, in `text`
  number,
  percentage,
  dimension,  // `text` is the unit
  whitespace,
  cdo,
  cdc,
  colon,
  semicolon,
  comma,
  open_square,
  close_square,
  open_round,
  close_round,
  open_curly,
  close_curly,
  too_deep,  // stands for a whole block beyond max_nesting, up to its `match`
};

// CSS blocks nested deeper than this are hostile, and we recurse into blocks.
constexpr size_t max_nesting = 32;

struct Token {
  TokenKind kind = TokenKind::whitespace;
  bool is_flag = false;    // of numbers: written as an integer; of hashes: an identifier
  bool is_signed = false;  // of numbers: written with + or -
  uint32_t begin = 0;      // bytes of the source
  uint32_t end = 0;
  uint32_t match = 0;  // of an opening token: how many tokens further its block closes, or the text ends
  Decimal number;
  std::string text;  // the name or text meant, escapes resolved

  bool is(TokenKind other) const { return kind == other; }
  bool is_delim(char c) const { return kind == TokenKind::delim && text.size() == 1 && text[0] == c; }
  // CSS keywords compare without regard to ASCII case; `name` is lower case.
  bool is_ident(std::string_view name) const;
  bool is_function(std::string_view name) const;
  bool opens() const;
};

using TokenView = std::span<const Token>;

struct TokenList {
  std::vector<Token> tokens;
  // Where a block went beyond max_nesting for the first time; npos: nowhere.
  size_t too_deep_at = static_cast<size_t>(-1);
};

// Total: any text gives tokens. Comments are dropped.
TokenList tokenize(std::string_view text);

// Sets `match`, which stays right in slices but not in tokens put together anew. Blocks too deep become one
// too_deep token; returns where that first happened.
size_t match_brackets(std::vector<Token>& tokens);

// The tokens without blanks at both ends.
TokenView trimmed(TokenView tokens);
// The index after the component value that begins at `at`: past the matching bracket, if it opens one.
size_t after_component(TokenView tokens, size_t at);

bool equals_ignoring_case(std::string_view text, std::string_view lower);
std::string ascii_lower(std::string_view text);

// Back to CSS: blanks become one, names are escaped where they must be.
std::string to_css(TokenView tokens);
std::string to_css(Decimal number);
std::string identifier_to_css(std::string_view name);
std::string string_to_css(std::string_view text);

}  // namespace pubbuild::css
