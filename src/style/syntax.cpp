// Tokens → rules and declarations: the consume algorithms of CSS Syntax 3 §5.4.
#include "style/syntax.h"

namespace pubbuild::css {

namespace {

// Past its `{}` block, or past the `;` that ends it.
size_t after_at_rule(TokenView tokens, size_t at) {
  while (at < tokens.size()) {
    if (tokens[at].is(TokenKind::semicolon)) return at + 1;
    const bool is_block = tokens[at].is(TokenKind::open_curly);
    at = after_component(tokens, at);
    if (is_block) return at;
  }
  return at;
}

// Unlike an at-rule a style rule is not ended by a semicolon.
size_t after_style_rule(TokenView tokens, size_t at) {
  while (at < tokens.size() && !tokens[at].is(TokenKind::open_curly)) at = after_component(tokens, at);
  return at < tokens.size() ? after_component(tokens, at) : at;
}

// Where what begins at `at` inside of a block ends: at its `;`, or past a `{}` block where none belongs.
struct Extent {
  size_t end;
  bool is_rule;
};

Extent extent_of(TokenView tokens, size_t at) {
  if (tokens[at].is(TokenKind::at_keyword)) return {after_at_rule(tokens, at), true};
  const bool custom = tokens[at].is(TokenKind::ident) && tokens[at].text.starts_with("--");
  for (size_t i = at; i < tokens.size(); i = after_component(tokens, i)) {
    if (tokens[i].is(TokenKind::semicolon)) return {i, false};
    if (tokens[i].is(TokenKind::open_curly) && !custom) return {after_component(tokens, i), true};
  }
  return {tokens.size(), false};
}

size_t skip_blanks(TokenView tokens, size_t at) {
  while (at < tokens.size() && tokens[at].is(TokenKind::whitespace)) ++at;
  return at;
}

// Takes `! important` off the end of the value; inside of a block it says nothing.
bool take_important(TokenView& value) {
  size_t last = 0;
  size_t before_last = 0;
  for (size_t at = 0; at < value.size(); at = after_component(value, at)) {
    if (value[at].is(TokenKind::whitespace)) continue;
    before_last = last;
    last = at;
  }
  const bool is_said =
      last > before_last && value[last].is_ident("important") && value[before_last].is_delim('!');
  if (is_said) value = trimmed(value.first(before_last));
  return is_said;
}

}  // namespace

RawRule rule_of(TokenView rule) {
  const bool is_at_rule = rule[0].is(TokenKind::at_keyword);
  for (size_t at = 0; at < rule.size(); at = after_component(rule, at)) {
    if (rule[at].is(TokenKind::semicolon) && is_at_rule) return {rule, trimmed(rule.first(at)), {}, false};
    if (!rule[at].is(TokenKind::open_curly)) continue;
    const size_t end = after_component(rule, at);
    const bool closed = end - at == rule[at].match + size_t{1};
    return {rule, trimmed(rule.first(at)), rule.subspan(at + 1, end - at - (closed ? 2 : 1)), true};
  }
  return {rule, trimmed(rule), {}, false};
}

std::vector<RawRule> rules_of(TokenView tokens, Level level) {
  std::vector<RawRule> rules;
  for (size_t at = 0; at < tokens.size();) {
    const Token& first = tokens[at];
    const bool is_comment = level == Level::top && (first.is(TokenKind::cdo) || first.is(TokenKind::cdc));
    if (first.is(TokenKind::whitespace) || is_comment) {
      ++at;
      continue;
    }
    const bool is_at_rule = first.is(TokenKind::at_keyword);
    const size_t end = is_at_rule ? after_at_rule(tokens, at) : after_style_rule(tokens, at);
    rules.push_back(rule_of(tokens.subspan(at, end - at)));
    at = end;
  }
  return rules;
}

std::vector<BlockPiece> pieces_of_block(TokenView block) {
  std::vector<BlockPiece> pieces;
  for (size_t at = 0; at < block.size();) {
    if (block[at].is(TokenKind::whitespace) || block[at].is(TokenKind::semicolon)) {
      ++at;
      continue;
    }
    const Extent extent = extent_of(block, at);
    pieces.push_back({trimmed(block.subspan(at, extent.end - at)), extent.is_rule});
    at = extent.end;
  }
  return pieces;
}

std::optional<RawDeclaration> declaration_of(TokenView tokens) {
  tokens = trimmed(tokens);
  if (tokens.empty() || !tokens[0].is(TokenKind::ident)) return std::nullopt;
  const size_t colon = skip_blanks(tokens, 1);
  if (colon >= tokens.size() || !tokens[colon].is(TokenKind::colon)) return std::nullopt;
  RawDeclaration declaration{tokens.first(1), trimmed(tokens.subspan(colon + 1)), false};
  declaration.important = take_important(declaration.value);
  return declaration;
}

}  // namespace pubbuild::css
