// The inside of a block → declarations (CSS Syntax 3 §5.5.5), with what our layout cannot honour said.
#include "style/declarations.h"

#include <algorithm>

#include "style/custom_properties.h"
#include "style/properties.h"
#include "style/shorthands.h"

namespace pubbuild::css {

namespace {

bool is_broken(const Token& token) {
  return token.is(TokenKind::bad_string) || token.is(TokenKind::bad_url) || token.is(TokenKind::too_deep) ||
         token.is_delim('!');
}

// A closing bracket that closes nothing.
bool has_stray_bracket(TokenView value) {
  for (size_t i = 0; i < value.size(); i = after_component(value, i)) {
    const TokenKind kind = value[i].kind;
    if (kind == TokenKind::close_round || kind == TokenKind::close_square || kind == TokenKind::close_curly) {
      return true;
    }
  }
  return false;
}

class BlockReader {
 public:
  BlockReader(const BlockContext& context, const RuleReader& rule) : context_(context), rule_(rule) {}
  void read(TokenView tokens);
  Block block;

 private:
  void declaration(TokenView tokens);
  void judge_declaration(const Declaration& declaration, Span value);
  void add_longhands(const Declaration& declaration);
  void warn(std::string_view code, Span span, std::string message, std::string hint = {}) const;

  const BlockContext& context_;
  const RuleReader& rule_;
};

void BlockReader::warn(std::string_view code, Span span, std::string message, std::string hint) const {
  context_.diagnostics->warning(code, span, std::move(message), std::move(hint));
}

void BlockReader::read(TokenView tokens) {
  for (const BlockPiece& piece : pieces_of_block(tokens)) {
    if (piece.is_rule) {
      rule_(rule_of(piece.tokens));
    } else {
      declaration(piece.tokens);
    }
  }
}

void BlockReader::declaration(TokenView tokens) {
  const std::optional<RawDeclaration> raw = declaration_of(tokens);
  if (!raw) {
    warn("style-syntax", context_.place.of(tokens), "a declaration was expected: `name: value;`");
    return;
  }
  Declaration declaration;
  declaration.name = tokens[0].text.starts_with("--") ? tokens[0].text : ascii_lower(tokens[0].text);
  declaration.span = context_.place.of(tokens);
  const TokenView value = raw->value;
  declaration.important = raw->important;
  const Span where = value.empty() ? declaration.span : context_.place.of(value);
  if (value.empty() && !declaration.is_custom()) {
    warn("style-bad-value", where, "'" + declaration.name + "' has no value");
    return;
  }
  if (std::ranges::any_of(value, is_broken) || has_stray_bracket(value)) {
    warn("style-bad-value", where, "the value of '" + declaration.name + "' is not well formed");
    return;
  }
  declaration.value.assign(value.begin(), value.end());
  if (context_.names == Names::descriptors) return block.declarations.push_back(std::move(declaration));
  declaration.has_var = has_var(value);
  declaration.property = declaration.is_custom() ? nullptr : property_named(declaration.name);
  judge_declaration(declaration, where);
  block.declarations.push_back(std::move(declaration));
}

void BlockReader::judge_declaration(const Declaration& declaration, Span value) {
  if (declaration.is_custom()) return block.longhands.push_back(declaration);
  if (declaration.property == nullptr) {
    const std::string nearest = nearest_property(declaration.name);
    const std::string hint = nearest.empty() ? "" : "the nearest name is '" + nearest + "'";
    return warn("style-unknown-property", declaration.span,
                "no property is called '" + declaration.name + "'", hint);
  }
  const bool has_place = declaration.property->set != nullptr || declaration.property->expand != nullptr;
  const Verdict verdict = !has_place            ? Verdict::foreign
                          : declaration.has_var ? Verdict::good
                                                : judge(*declaration.property, declaration.value);
  const std::string text = to_css(declaration.value);
  switch (verdict) {
    case Verdict::good:
      return add_longhands(declaration);
    case Verdict::foreign:
      if (!context_.for_print) return;
      return warn("style-unsupported", declaration.span,
                  has_place ? "'" + declaration.name + ": " + text + "' is kept for the EPUB only"
                            : "'" + declaration.name + "' is kept for the EPUB only",
                  "inside of `@media not print` it stands without this warning");
    case Verdict::bad:
      return warn("style-bad-value", value, "'" + text + "' is no value of '" + declaration.name + "'");
  }
}

void BlockReader::add_longhands(const Declaration& declaration) {
  if (declaration.has_var || declaration.property->expand == nullptr) {
    return block.longhands.push_back(declaration);
  }
  std::vector<Assignment> longhands;
  if (is_wide_keyword(declaration.value)) {
    expand_alike(*declaration.property, declaration.value, longhands);
  } else {
    declaration.property->expand(*declaration.property, declaration.value, longhands);
  }
  for (Assignment& one : longhands) {
    Declaration longhand;
    longhand.name = one.property->name;
    longhand.property = one.property;
    longhand.value = std::move(one.value);
    longhand.important = declaration.important;
    longhand.span = declaration.span;
    block.longhands.push_back(std::move(longhand));
  }
}

}  // namespace

Span Place::of(TokenView tokens) const {
  if (fixed.is_somewhere()) return fixed;
  if (tokens.empty()) return {file, 0, 0};
  return {file, tokens.front().begin, tokens.back().end};
}

Block read_block(TokenView tokens, const BlockContext& context, const RuleReader& rule) {
  BlockReader reader(context, rule);
  reader.read(tokens);
  return std::move(reader.block);
}

std::vector<Declaration> read_style_attribute(std::string_view text, Span span, Diagnostics& diagnostics) {
  const TokenList list = tokenize(text);
  BlockContext context{.place = {.file = span.file, .fixed = span}, .diagnostics = &diagnostics};
  const auto refuse = [&](const RawRule&) {
    diagnostics.warning("style-syntax", span, "a style attribute holds declarations only");
  };
  return read_block(list.tokens, context, refuse).longhands;
}

}  // namespace pubbuild::css
