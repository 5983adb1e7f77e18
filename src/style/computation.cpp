// Judging values and beginning and finishing a style: what all rows of the property table share.
#include <algorithm>

#include "base/nearest.h"
#include "style/cascade.h"
#include "style/properties.h"

namespace pubbuild {

bool changes_counter(const std::vector<CounterChange>& changes, std::string_view name) {
  return std::ranges::any_of(changes, [&](const CounterChange& change) { return change.name == name; });
}

Length used_line_height(const ComputedStyle& style, Length normal) {
  switch (style.line_height.kind) {
    case LineHeight::Kind::normal:
      return normal;
    case LineHeight::Kind::number:
      return min(scaled(style.font_size, style.line_height.permille, 1000), longest_length);
    case LineHeight::Kind::length:
      return style.line_height.length;
  }
  return normal;
}

ComputedStyle inherited_style(const ComputedStyle& parent) {
  ComputedStyle style = css::begin_style(parent);
  css::Computation computation{.style = style, .parent = parent};
  css::finish_style(computation);
  return style;
}

}  // namespace pubbuild

namespace pubbuild::css {

namespace {

constexpr Length medium_border = millipoints(2250);

// Without a look at the font a normal line is 1.2 em: for `lh` and percentages of it only.
Units units_of(const ComputedStyle& style, const Computation& computation) {
  return {style.font_size,       computation.root_em, used_line_height(style, scaled(style.font_size, 6, 5)),
          computation.root_line, computation.paper,   style.writing_mode != WritingMode::horizontal_tb};
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool is_other_keyword(const Property& property, TokenView value) {
  const TokenView given = trimmed(value);
  if (given.empty() || !given[0].is(TokenKind::ident)) return false;
  return std::ranges::any_of(words_of(property.also),
                             [&](std::string_view word) { return given[0].is_ident(word); });
}

// What CSS knows of layers nobody here does.
bool is_revert_layer(TokenView value) {
  const TokenView given = trimmed(value);
  return given.size() == 1 && given[0].is_ident("revert-layer");
}

// A background with more layers than a colour, a picture as list marker.
bool is_foreign_shorthand(TokenView value) {
  return std::ranges::any_of(value, [](const Token& token) {
    return token.is(TokenKind::url) || token.is_function("url") ||
           (token.is(TokenKind::function) && ascii_lower(token.text).ends_with("-gradient"));
  });
}

}  // namespace

Units Computation::units() const {
  return units_of(style, *this);
}

Units Computation::parent_units() const {
  return units_of(parent, *this);
}

bool is_wide_keyword(TokenView value) {
  const TokenView given = trimmed(value);
  return given.size() == 1 && (given[0].is_ident("inherit") || given[0].is_ident("initial") ||
                               given[0].is_ident("unset") || given[0].is_ident("revert"));
}

Verdict judge(const Property& property, TokenView value) {
  if (is_wide_keyword(value)) return Verdict::good;
  if (is_revert_layer(value)) return Verdict::foreign;
  if (property.expand != nullptr) {
    std::vector<Assignment> longhands;
    if (property.expand(property, value, longhands)) return Verdict::good;
    return is_other_keyword(property, value) || is_foreign_shorthand(value) ? Verdict::foreign : Verdict::bad;
  }
  if (property.set == nullptr) return Verdict::foreign;
  ComputedStyle scratch = initial_style();
  Computation computation{.style = scratch, .parent = initial_style()};
  Values values(value, computation.units());
  if (property.set(computation, values) && values.at_end()) return Verdict::good;
  return values.foreign || is_other_keyword(property, value) ? Verdict::foreign : Verdict::bad;
}

const ComputedStyle& initial_style() {
  static const ComputedStyle initial = [] {
    ComputedStyle style;
    style.font_families = {"serif"};
    for (size_t side = 0; side < 4; ++side) {
      Border* const borders[] = {&style.border.block_start, &style.border.inline_end, &style.border.block_end,
                                 &style.border.inline_start};
      borders[side]->width = medium_border;
    }
    return style;
  }();
  return initial;
}

ComputedStyle begin_style(const ComputedStyle& parent) {
  ComputedStyle style = initial_style();
  Computation computation{.style = style, .parent = parent};
  for (const Property& property : all_properties()) {
    if (property.inherited) property.copy(computation, parent);
  }
  style.lang = parent.lang;
  return style;
}

void finish_style(Computation& computation) {
  ComputedStyle& style = computation.style;
  Border* const borders[] = {&style.border.block_start, &style.border.inline_end, &style.border.block_end,
                             &style.border.inline_start};
  for (size_t side = 0; side < 4; ++side) {
    if (!computation.border_color_said[side]) borders[side]->color = style.color;
    const BorderStyle border_style = borders[side]->style;
    if (border_style == BorderStyle::none || border_style == BorderStyle::hidden) borders[side]->width = {};
  }
  if (!style.text_emphasis.is_colored) style.text_emphasis.color = style.color;
  if (!computation.decoration_color_said) style.text_decoration.color = style.color;
}

std::string nearest_property(std::string_view name) {
  NearestName nearest(name, std::min<size_t>(3, name.size() / 3 + 1));
  for (const Property& property : all_properties()) nearest.offer(property.name);
  return nearest.found();
}

}  // namespace pubbuild::css
