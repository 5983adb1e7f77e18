// The descriptors of @counter-style (CSS Counter Styles 3 §3) → counter styles.
#include "style/counter_style_rules.h"

#include <algorithm>
#include <array>
#include <type_traits>

#include "style/values.h"

namespace pubbuild::css {

namespace {

constexpr auto systems = std::to_array<Keyword<CounterSystem>>({{"cyclic", CounterSystem::cyclic},
                                                                {"numeric", CounterSystem::numeric},
                                                                {"alphabetic", CounterSystem::alphabetic},
                                                                {"symbolic", CounterSystem::symbolic},
                                                                {"additive", CounterSystem::additive},
                                                                {"fixed", CounterSystem::fixed},
                                                                {"extends", CounterSystem::extends}});

// The longest pad that is asked of a reader's eye; numerals beyond it are the fallback's.
constexpr int32_t longest_pad = 10'000;

// It is read anew for each element.
constexpr size_t longest_symbols_function = 1000;

bool read_system(Values& values, CounterStyle& style) {
  if (!read_keyword<systems>(values, style.system)) return false;
  if (style.system == CounterSystem::fixed && !values.at_end()) return read_integer(values, style.first);
  if (style.system != CounterSystem::extends) return true;
  const auto name = values.take_any_ident();
  style.extended = name.value_or("");
  return name.has_value();
}

// A string or an identifier; pictures are for screens.
bool read_symbol(Values& values, std::string& into) {
  auto text = values.take_string();
  if (!text) text = values.take_any_ident();
  into = text.value_or("");
  return text.has_value();
}

bool read_symbols(Values& values, std::vector<std::string>& into) {
  into.clear();
  while (!values.at_end()) {
    into.emplace_back();
    if (!read_symbol(values, into.back())) return false;
  }
  return !into.empty();
}

// An integer and a symbol, in either order.
bool read_weighed_symbol(Values& values, int32_t& weight, std::string& symbol) {
  const bool symbol_first = read_symbol(values, symbol);
  if (!read_integer(values, weight) || weight < 0) return false;
  return symbol_first || read_symbol(values, symbol);
}

bool read_additive(Values& values, std::vector<AdditiveSymbol>& into) {
  into.clear();
  do {
    AdditiveSymbol one;
    if (!read_weighed_symbol(values, one.weight, one.symbol)) return false;
    if (!into.empty() && into.back().weight <= one.weight) return false;
    into.push_back(std::move(one));
  } while (values.take_comma());
  return true;
}

bool read_negative(Values& values, NegativeSign& into) {
  into.after.clear();
  return read_symbol(values, into.before) && (values.at_end() || read_symbol(values, into.after));
}

bool read_bound(Values& values, int32_t infinite, int32_t& into) {
  if (values.take_ident("infinite")) return into = infinite, true;
  return read_integer(values, into);
}

bool read_ranges(Values& values, std::vector<CounterRange>& into) {
  into.clear();
  if (values.take_ident("auto")) return true;
  do {
    CounterRange range;
    const bool right = read_bound(values, lowest_count, range.first) &&
                       read_bound(values, highest_count, range.last) && range.first <= range.last;
    if (!right) return false;
    into.push_back(range);
  } while (values.take_comma());
  return true;
}

bool read_pad(Values& values, CounterPad& into) {
  if (!read_weighed_symbol(values, into.length, into.symbol)) return false;
  into.length = std::min(into.length, longest_pad);
  return true;
}

bool read_fallback(Values& values, std::string& into) {
  const auto name = values.take_any_ident();
  into = name.value_or("");
  return name.has_value();
}

// Replaces `into` where the whole value is read.
template <auto read, typename Value>
bool take_whole(Values& values, Value& into) {
  std::remove_reference_t<decltype(into)> fresh{};
  if (!read(values, fresh) || !values.at_end()) return false;
  into = std::move(fresh);
  return true;
}

bool take_system(Values& values, CounterStyle& style) {
  CounterStyle fresh;
  if (!read_system(values, fresh) || !values.at_end()) return false;
  style.system = fresh.system;
  style.first = fresh.first;
  style.extended = std::move(fresh.extended);
  return true;
}

template <auto read, typename Value>
bool take_said(Values& values, std::optional<Value>& into) {
  Value fresh{};
  if (!take_whole<read>(values, fresh)) return false;
  into = std::move(fresh);
  return true;
}

bool take_descriptor(const std::string& name, Values& values, CounterStyle& style) {
  if (name == "system") return take_system(values, style);
  if (name == "symbols") return take_whole<read_symbols>(values, style.symbols);
  if (name == "additive-symbols") return take_whole<read_additive>(values, style.additive);
  if (name == "negative") return take_said<read_negative>(values, style.negative);
  if (name == "prefix") return take_said<read_symbol>(values, style.prefix);
  if (name == "suffix") return take_said<read_symbol>(values, style.suffix);
  if (name == "range") return take_said<read_ranges>(values, style.ranges);
  if (name == "pad") return take_said<read_pad>(values, style.pad);
  if (name == "fallback") return take_said<read_fallback>(values, style.fallback);
  return name == "speak-as";
}

// Empty: the style can make numerals.
std::string_view what_is_missing(const CounterStyle& style) {
  switch (style.system) {
    case CounterSystem::alphabetic:
    case CounterSystem::numeric:
      return style.symbols.size() < 2 ? "two symbols" : "";
    case CounterSystem::cyclic:
    case CounterSystem::fixed:
    case CounterSystem::symbolic:
      return style.symbols.empty() ? "'symbols'" : "";
    case CounterSystem::additive:
      return style.additive.empty() ? "'additive-symbols'" : "";
    case CounterSystem::extends:
      return style.symbols.empty() && style.additive.empty() ? "" : "no symbols of its own";
    case CounterSystem::longhand:
    case CounterSystem::ethiopic:
      break;
  }
  return "";
}

}  // namespace

std::optional<CounterStyle> read_counter_style(std::string name, const Block& block,
                                               const BlockContext& context, Span span) {
  CounterStyle style{.name = std::move(name)};
  for (const Declaration& given : block.declarations) {
    Values values(given.value, {});
    if (take_descriptor(given.name, values, style)) continue;
    context.diagnostics->warning("style-bad-value", given.span,
                                 "@counter-style cannot read this '" + given.name + "'");
  }
  const std::string_view missing = what_is_missing(style);
  if (missing.empty()) return style;
  context.diagnostics->warning("style-bad-value", span,
                               "the counter style '" + style.name + "' needs " + std::string(missing),
                               "the whole rule is left out");
  return std::nullopt;
}

bool is_free_counter_style_name(std::string_view name) {
  constexpr std::string_view fixed_names[] = {
      "none", "decimal", "disc", "square", "circle", "disclosure-open", "disclosure-closed"};
  return std::ranges::find(fixed_names, ascii_lower(name)) == std::end(fixed_names);
}

std::optional<CounterStyle> read_symbols_function(std::string_view css) {
  const TokenList list = tokenize(css);
  Values values(list.tokens, {});
  if (values.at_end() || !values.peek()->is_function("symbols")) return std::nullopt;
  Values inside = values.take_block();
  CounterStyle style{.name = "symbols()", .suffix = " "};
  read_keyword<systems>(inside, style.system);
  const bool has_other_system =
      style.system == CounterSystem::additive || style.system == CounterSystem::extends;
  while (const auto symbol = inside.take_string()) style.symbols.push_back(*symbol);
  if (has_other_system || !inside.at_end() || !what_is_missing(style).empty()) return std::nullopt;
  return style;
}

bool take_symbols_function(Values& values, std::string& into) {
  if (values.at_end() || !values.peek()->is_function("symbols")) return false;
  into = values.rest_as_css();
  values.take();
  return values.at_end() && into.size() <= longest_symbols_function &&
         read_symbols_function(into).has_value();
}

}  // namespace pubbuild::css
