// Shorthand values → the longhands they stand for; what is not said is initial.
#include "style/shorthands.h"

#include <algorithm>
#include <array>

namespace pubbuild::css {

namespace {

// The component values, cut at blanks: `1pt solid rgb(0, 0, 0)` has three.
std::vector<TokenView> components_of(TokenView value) {
  std::vector<TokenView> components;
  value = trimmed(value);
  for (size_t at = 0; at < value.size();) {
    const size_t begin = at;
    while (at < value.size() && !value[at].is(TokenKind::whitespace)) at = after_component(value, at);
    components.push_back(value.subspan(begin, at - begin));
    while (at < value.size() && value[at].is(TokenKind::whitespace)) ++at;
  }
  return components;
}

std::vector<Token> copied(TokenView value) {
  return {value.begin(), value.end()};
}

std::vector<Token> keyword(std::string_view name) {
  Token token;
  token.kind = TokenKind::ident;
  token.text = name;
  return {token};
}

// CSS 2 box notation: one to four values for top, right, bottom, left, or start and end.
bool expand_sides(const std::vector<const Property*>& sides, TokenView value, std::vector<Assignment>& into) {
  const std::vector<TokenView> given = components_of(value);
  if (given.empty() || given.size() > sides.size()) return false;
  for (size_t side = 0; side < sides.size(); ++side) {
    size_t source = side;
    while (source >= given.size()) source = source >= 2 ? source - 2 : 0;
    if (judge(*sides[side], given[source]) != Verdict::good) return false;
    into.push_back({sides[side], copied(given[source])});
  }
  return true;
}

// Each component goes to the first longhand that takes it and has none yet.
bool distribute(const std::vector<const Property*>& longhands, const std::vector<TokenView>& components,
                std::vector<std::vector<Token>>& given) {
  given.assign(longhands.size(), {});
  for (const TokenView component : components) {
    size_t i = 0;
    while (i < longhands.size() && (!given[i].empty() || judge(*longhands[i], component) != Verdict::good)) {
      ++i;
    }
    if (i == longhands.size()) return false;
    given[i] = copied(component);
  }
  return !components.empty();
}

void assign(const std::vector<const Property*>& longhands, std::vector<std::vector<Token>> given,
            std::vector<Assignment>& into) {
  for (size_t i = 0; i < longhands.size(); ++i) {
    into.push_back({longhands[i], given[i].empty() ? keyword("initial") : std::move(given[i])});
  }
}

}  // namespace

std::vector<const Property*> longhands_of(const Property& shorthand) {
  std::vector<const Property*> longhands;
  std::string_view names = shorthand.longhands;
  while (!names.empty()) {
    const size_t end = std::min(names.find(' '), names.size());
    longhands.push_back(property_named(names.substr(0, end)));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return longhands;
}

void expand_alike(const Property& shorthand, TokenView value, std::vector<Assignment>& into) {
  for (const Property* longhand : longhands_of(shorthand)) into.push_back({longhand, copied(value)});
}

bool expand_four_sides(const Property& shorthand, TokenView value, std::vector<Assignment>& into) {
  return expand_sides(longhands_of(shorthand), value, into);
}

bool expand_two_sides(const Property& shorthand, TokenView value, std::vector<Assignment>& into) {
  return expand_sides(longhands_of(shorthand), value, into);
}

bool expand_in_any_order(const Property& shorthand, TokenView value, std::vector<Assignment>& into) {
  const std::vector<const Property*> longhands = longhands_of(shorthand);
  std::vector<std::vector<Token>> given;
  if (!distribute(longhands, components_of(value), given)) return false;
  assign(longhands, std::move(given), into);
  return true;
}

// Width, style and colour once, for each of the sides whose longhands stand in threes in the row.
bool expand_border(const Property& shorthand, TokenView value, std::vector<Assignment>& into) {
  const std::vector<const Property*> longhands = longhands_of(shorthand);
  const std::vector<const Property*> first(longhands.begin(), longhands.begin() + 3);
  std::vector<std::vector<Token>> given;
  if (!distribute(first, components_of(value), given)) return false;
  for (size_t side = 0; side < longhands.size(); side += 3) {
    assign({longhands[side], longhands[side + 1], longhands[side + 2]}, given, into);
  }
  return true;
}

bool expand_first_in_parts(const Property& shorthand, TokenView value, std::vector<Assignment>& into) {
  const std::vector<const Property*> longhands = longhands_of(shorthand);
  std::vector<Token> parts;
  std::vector<TokenView> others;
  for (const TokenView component : components_of(value)) {
    if (judge(*longhands[0], component) != Verdict::good) {
      others.push_back(component);
      continue;
    }
    if (!parts.empty()) parts.push_back(Token{});
    parts.insert(parts.end(), component.begin(), component.end());
  }
  if (!parts.empty() && judge(*longhands[0], parts) != Verdict::good) return false;
  if (parts.empty() && others.empty()) return false;
  const std::vector<const Property*> rest(longhands.begin() + 1, longhands.end());
  std::vector<std::vector<Token>> given(rest.size());
  if (!others.empty() && !distribute(rest, others, given)) return false;
  given.insert(given.begin(), std::move(parts));
  assign(longhands, std::move(given), into);
  return true;
}

namespace {

// One to four radii for the corners from the top left clockwise; the missing ones are the opposite corner's.
bool four_radii(TokenView value, std::array<TokenView, 4>& into) {
  const std::vector<TokenView> given = components_of(value);
  if (given.empty() || given.size() > into.size()) return false;
  for (size_t corner = 0; corner < into.size(); ++corner) {
    size_t source = corner;
    while (source >= given.size()) source = source >= 2 ? source - 2 : 0;
    into[corner] = given[source];
  }
  return true;
}

}  // namespace

// CSS Backgrounds 3 §5.1: horizontal radii, then, after a solidus, vertical ones.
bool expand_radius(const Property& shorthand, TokenView value, std::vector<Assignment>& into) {
  const std::vector<const Property*> longhands = longhands_of(shorthand);
  size_t solidus = 0;
  while (solidus < value.size() && !value[solidus].is_delim('/')) solidus = after_component(value, solidus);
  std::array<TokenView, 4> horizontal;
  std::array<TokenView, 4> vertical;
  if (!four_radii(value.first(solidus), horizontal)) return false;
  vertical = horizontal;
  if (solidus < value.size() && !four_radii(value.subspan(solidus + 1), vertical)) return false;
  for (size_t corner = 0; corner < longhands.size(); ++corner) {
    std::vector<Token> radius = copied(horizontal[corner]);
    radius.push_back(Token{});
    radius.insert(radius.end(), vertical[corner].begin(), vertical[corner].end());
    if (judge(*longhands[corner], radius) != Verdict::good) return false;
    into.push_back({longhands[corner], std::move(radius)});
  }
  return true;
}

// CSS Fonts 4 §6.11: each word goes to the longhand that knows it, where several may gather.
bool expand_font_variant(const Property& shorthand, TokenView value, std::vector<Assignment>& into) {
  const std::vector<const Property*> longhands = longhands_of(shorthand);
  std::vector<std::vector<Token>> given(longhands.size());
  const TokenView words = trimmed(value);
  if (words.size() == 1 && (words[0].is_ident("normal") || words[0].is_ident("none"))) {
    if (words[0].is_ident("none")) given[0] = keyword("none");  // of ligatures
    return assign(longhands, std::move(given), into), true;
  }
  for (const TokenView word : components_of(words)) {
    const auto takes = [&](const Property* longhand) { return judge(*longhand, word) == Verdict::good; };
    const auto longhand = std::ranges::find_if(longhands, takes);
    if (longhand == longhands.end() || word[0].is_ident("normal") || word[0].is_ident("none")) return false;
    std::vector<Token>& gathered = given[static_cast<size_t>(longhand - longhands.begin())];
    if (!gathered.empty()) gathered.push_back(Token{});
    gathered.insert(gathered.end(), word.begin(), word.end());
    if (judge(**longhand, gathered) != Verdict::good) return false;
  }
  return assign(longhands, std::move(given), into), true;
}

// `none` alone is both the type and the picture.
bool expand_list_style(const Property& shorthand, TokenView value, std::vector<Assignment>& into) {
  return expand_in_any_order(shorthand, value, into);
}

// Of the background our layout knows the colour.
bool expand_background(const Property& shorthand, TokenView value, std::vector<Assignment>& into) {
  const std::vector<const Property*> longhands = longhands_of(shorthand);
  const TokenView given = trimmed(value);
  const bool none = given.size() == 1 && given[0].is_ident("none");
  if (!none && judge(*longhands[0], given) != Verdict::good) return false;
  into.push_back({longhands[0], none ? keyword("initial") : copied(given)});
  return true;
}

namespace {

// In the order of the row of `font`; `others` and what follows it can only be reset.
enum FontPart : size_t { style, weight, size, line, family, caps, others };

// `16pt/24pt`, with or without blanks round the solidus; `at` moves past it.
bool take_size(TokenView value, size_t& at, const std::vector<const Property*>& longhands,
               std::vector<std::vector<Token>>& given) {
  const auto next_component = [&] {
    const size_t begin = at;
    if (at < value.size()) at = after_component(value, at);
    const TokenView component = value.subspan(begin, at - begin);
    while (at < value.size() && value[at].is(TokenKind::whitespace)) ++at;
    return component;
  };
  given[size] = copied(next_component());
  if (judge(*longhands[size], given[size]) != Verdict::good) return false;
  if (at >= value.size() || !value[at].is_delim('/')) return true;
  next_component();
  given[line] = copied(next_component());
  return judge(*longhands[line], given[line]) == Verdict::good;
}

}  // namespace

namespace {

// The words before the size, in any order: style, weight, small-caps. `at` moves past them.
bool take_words(TokenView value, size_t& at, const std::vector<const Property*>& longhands,
                std::vector<std::vector<Token>>& given) {
  while (at < value.size()) {
    const TokenView one = value.subspan(at, after_component(value, at) - at);
    if (!one[0].is_ident("normal")) {
      const auto takes = [&](size_t part) { return judge(*longhands[part], one) == Verdict::good; };
      const size_t part = takes(style) ? style : takes(weight) ? weight : caps;
      if (!takes(part) || one[0].is_ident("all-small-caps") || !given[part].empty()) break;
      given[part] = copied(one);
    }
    at += one.size();
    while (at < value.size() && value[at].is(TokenKind::whitespace)) ++at;
  }
  return at < value.size();
}

}  // namespace

// CSS Fonts 4 §2.7: style, weight and others in any order, then size, line height, families.
bool expand_font(const Property& shorthand, TokenView value, std::vector<Assignment>& into) {
  const std::vector<const Property*> longhands = longhands_of(shorthand);
  std::vector<std::vector<Token>> given(longhands.size());
  value = trimmed(value);
  size_t at = 0;
  if (!take_words(value, at, longhands, given) || !take_size(value, at, longhands, given)) return false;
  given[family] = copied(value.subspan(at));
  if (judge(*longhands[family], given[family]) != Verdict::good) return false;
  assign(longhands, std::move(given), into);
  return true;
}

}  // namespace pubbuild::css
