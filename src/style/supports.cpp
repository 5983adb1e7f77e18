// The condition of @supports: declarations that are judged, joined by not, and, or.
#include "style/supports.h"

#include "style/selectors.h"
#include "style/syntax.h"

namespace pubbuild::css {

namespace {

constexpr Supported everywhere{true, true};

Supported supports_declaration(const RawDeclaration& declaration) {
  if (declaration.name[0].text.starts_with("--")) return everywhere;
  const Property* property = property_named(ascii_lower(declaration.name[0].text));
  if (property == nullptr || declaration.value.empty()) return {};
  const Verdict verdict = judge(*property, declaration.value);
  return {verdict == Verdict::good, verdict != Verdict::bad};
}

Supported opposite(Supported one) {
  return {!one.on_paper, !one.on_screens};
}
Supported both(Supported a, Supported b) {
  return {a.on_paper && b.on_paper, a.on_screens && b.on_screens};
}
Supported either(Supported a, Supported b) {
  return {a.on_paper || b.on_paper, a.on_screens || b.on_screens};
}

TokenView inside_of(TokenView tokens) {
  const bool closed = tokens.size() > 1 && tokens[0].match == tokens.size() - 1;
  return trimmed(tokens.subspan(1, tokens.size() - (closed ? 2 : 1)));
}

// `(declaration)`, `(condition)` or `selector(…)`.
Supported supports_part(TokenView part) {
  if (part[0].is_function("selector")) {
    return parse_selectors(inside_of(part)).complaint.empty() ? everywhere : Supported{};
  }
  if (!part[0].is(TokenKind::open_round)) return {};
  const TokenView inside = inside_of(part);
  if (const auto declaration = declaration_of(inside)) return supports_declaration(*declaration);
  return is_supported(inside);
}

}  // namespace

// Conditions nest no deeper than blocks do.
Supported is_supported(TokenView condition) {
  Supported all;
  std::string joined_by;
  bool negated = false;
  bool wants_part = true;
  condition = trimmed(condition);
  for (size_t at = 0; at < condition.size(); at = after_component(condition, at)) {
    const Token& token = condition[at];
    if (token.is(TokenKind::whitespace)) continue;
    if (wants_part && joined_by.empty() && !negated && token.is_ident("not")) {
      negated = true;
    } else if (wants_part) {
      Supported one = supports_part(condition.subspan(at, after_component(condition, at) - at));
      if (negated) one = opposite(one);
      all = joined_by.empty() ? one : (joined_by == "and" ? both(all, one) : either(all, one));
      wants_part = false;
    } else {
      const std::string word = ascii_lower(token.text);
      const bool goes_on = token.is(TokenKind::ident) && (word == "and" || word == "or") && !negated;
      if (!goes_on || (!joined_by.empty() && joined_by != word)) return {};
      joined_by = word;
      wants_part = true;
    }
  }
  return wants_part ? Supported{} : all;
}

}  // namespace pubbuild::css
