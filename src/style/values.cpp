// Tokens of a value → numbers and lengths (CSS Values 4), calc() included.
#include "style/values.h"

#include <algorithm>
#include <array>

namespace pubbuild::css {

namespace {

enum class Relative : uint8_t {
  none,
  em,
  root_em,
  line,
  root_line,
  page_width,
  page_height,
  page_inline,
  page_block,
  page_least,
  page_most,
};

struct Unit {
  std::string_view name;
  Relative relative;
  int64_t numerator;  // points, for absolute ones
  int64_t denominator;
};

// ex, ch and cap without a look at the font: half an em is what CSS Values 4 §6.1.1 falls back to, and
// capitals are seven tenths of an em in most faces.
constexpr auto unit_table = std::to_array<Unit>({
    {"pt", Relative::none, 1, 1},
    {"px", Relative::none, 3, 4},
    {"in", Relative::none, 72, 1},
    {"pc", Relative::none, 12, 1},
    {"cm", Relative::none, 7200, 254},
    {"mm", Relative::none, 720, 254},
    {"q", Relative::none, 180, 254},
    {"em", Relative::em, 1, 1},
    {"ic", Relative::em, 1, 1},
    {"ex", Relative::em, 1, 2},
    {"ch", Relative::em, 1, 2},
    {"cap", Relative::em, 7, 10},
    {"rem", Relative::root_em, 1, 1},
    {"ric", Relative::root_em, 1, 1},
    {"rex", Relative::root_em, 1, 2},
    {"rch", Relative::root_em, 1, 2},
    {"rcap", Relative::root_em, 7, 10},
    {"lh", Relative::line, 1, 1},
    {"rlh", Relative::root_line, 1, 1},
    {"vw", Relative::page_width, 1, 100},
    {"vh", Relative::page_height, 1, 100},
    {"vi", Relative::page_inline, 1, 100},
    {"vb", Relative::page_block, 1, 100},
    {"vmin", Relative::page_least, 1, 100},
    {"vmax", Relative::page_most, 1, 100},
});

// The sizes of a viewport are one on paper, and where there is no container its units are the viewport's (CSS
// Containment 3 §6): svw, lvmax, cqh.
std::string_view without_viewport_kind(std::string_view name) {
  const char first = name.empty() ? ' ' : static_cast<char>(name[0] | 0x20);
  const bool is_kind = name.size() > 2 && (first == 's' || first == 'l' || first == 'd');
  return is_kind && (name[1] | 0x20) == 'v' ? name.substr(1) : name;
}

std::string viewport_name(std::string_view name) {
  std::string lower = ascii_lower(without_viewport_kind(name));
  if (lower.starts_with("cq")) lower.replace(0, 2, "v");
  return lower;
}

const Unit* unit_named(std::string_view name) {
  const auto find = [](std::string_view wanted) {
    const auto found = std::ranges::find_if(
        unit_table, [&](const Unit& unit) { return equals_ignoring_case(wanted, unit.name); });
    return found == unit_table.end() ? nullptr : &*found;
  };
  const Unit* unit = find(name);
  return unit != nullptr ? unit : find(viewport_name(name));
}

// What calc() adds up: a number, or a length plus a percentage. Millionths throughout.
struct Quantity {
  bool is_number = false;
  bool has_percent = false;
  int64_t number = 0;
  int64_t length = 0;
  int64_t percent = 0;
};

Length whole_of(Relative relative, const Units& units) {
  switch (relative) {
    case Relative::none:
      break;
    case Relative::em:
      return units.em;
    case Relative::root_em:
      return units.root_em;
    case Relative::line:
      return units.line;
    case Relative::root_line:
      return units.root_line;
    case Relative::page_width:
      return units.page.width;
    case Relative::page_height:
      return units.page.height;
    case Relative::page_inline:
      return units.is_vertical ? units.page.height : units.page.width;
    case Relative::page_block:
      return units.is_vertical ? units.page.width : units.page.height;
    case Relative::page_least:
      return min(units.page.width, units.page.height);
    case Relative::page_most:
      return max(units.page.width, units.page.height);
  }
  return points(1);
}

int64_t unit_micropoints(const Unit& unit, Decimal number, const Units& units) {
  const int64_t whole = whole_of(unit.relative, units).milli;
  return multiply_divide(number.micro, whole * unit.numerator, 1000 * unit.denominator);
}

// More arguments than this are hostile.
constexpr size_t max_operands = 100;

bool read_sum(Values& values, Quantity& into);

enum class Rounding : uint8_t { nearest, up, down, to_zero };

constexpr auto rounding_keywords = std::to_array<Keyword<Rounding>>({
    {"nearest", Rounding::nearest},
    {"up", Rounding::up},
    {"down", Rounding::down},
    {"to-zero", Rounding::to_zero},
});

int64_t round_to(int64_t value, int64_t step, Rounding rounding) {
  const int64_t below = value - ((value % step) + step) % step;
  if (below == value) return value;
  switch (rounding) {
    case Rounding::nearest:
      return value - below < below + step - value ? below : below + step;
    case Rounding::up:
      return below + step;
    case Rounding::down:
      return below;
    case Rounding::to_zero:
      return value < 0 ? below + step : below;
  }
  return value;
}

// The inside of round() (CSS Values 4 §10.3). Percentages cannot be rounded before layout knows their whole.
bool read_rounded(Values inside, Quantity& into) {
  Rounding rounding = Rounding::nearest;
  if (read_keyword<rounding_keywords>(inside, rounding) && !inside.take_comma()) return false;
  Quantity step;
  if (!read_sum(inside, into) || !inside.take_comma() || !read_sum(inside, step) || !inside.at_end())
    return false;
  if (into.is_number != step.is_number || into.has_percent || step.has_percent) return false;
  const int64_t width = into.is_number ? step.number : step.length;
  if (width == 0) return false;
  const int64_t magnitude = width < 0 ? -width : width;
  into.number = clamped(round_to(into.number, magnitude, rounding), micro_limit);
  into.length = clamped(round_to(into.length, magnitude, rounding), micro_limit);
  return true;
}

bool is_math_function(const Token& token) {
  constexpr std::string_view names[] = {"abs",  "sign", "round", "mod", "rem",  "sin",   "cos", "tan", "asin",
                                        "acos", "atan", "atan2", "pow", "sqrt", "hypot", "log", "exp", "env"};
  return std::ranges::any_of(names, [&](std::string_view name) { return token.is_function(name); });
}

// Which of two is less is known here only where no percentage stands beside a length.
enum class Order : uint8_t { less, not_less, unknown };

Order order_of(const Quantity& left, const Quantity& right) {
  if (left.is_number != right.is_number) return Order::unknown;
  if (left.is_number) return left.number < right.number ? Order::less : Order::not_less;
  if (left.percent == right.percent) return left.length < right.length ? Order::less : Order::not_less;
  if (left.length != right.length) return Order::unknown;
  return left.percent < right.percent ? Order::less : Order::not_less;
}

// The sums between commas; each is of the others' kind.
bool read_sums(Values& inside, std::vector<Quantity>& into) {
  do {
    into.emplace_back();
    if (into.size() > max_operands || !read_sum(inside, into.back())) return false;
  } while (inside.take_comma());
  return inside.at_end();
}

enum class Choice : uint8_t { least, most };

bool choose(const std::vector<Quantity>& sums, Choice choice, Values& values, Quantity& into) {
  into = sums[0];
  for (const Quantity& one : sums) {
    const Order order = choice == Choice::least ? order_of(one, into) : order_of(into, one);
    if (order == Order::unknown) {
      values.foreign = values.foreign || one.is_number == into.is_number;
      return false;
    }
    const bool has_percent = into.has_percent || one.has_percent;
    if (order == Order::less) into = one;
    into.has_percent = has_percent;
  }
  return true;
}

// min(), max() and clamp() (CSS Values 4 §10.4).
bool read_comparison(Values& values, Quantity& into) {
  const std::string name = ascii_lower(values.peek()->text);
  Values inside = values.take_block();
  std::vector<Quantity> sums;
  const bool right = read_sums(inside, sums);
  values.foreign = values.foreign || inside.foreign;
  if (!right) return false;
  if (name != "clamp") return choose(sums, name == "min" ? Choice::least : Choice::most, values, into);
  if (sums.size() != 3 || !choose({sums[1], sums[2]}, Choice::least, values, into)) return false;
  return choose({sums[0], into}, Choice::most, values, into);
}

bool read_operand(Values& values, Quantity& into) {
  const Token* token = values.peek();
  if (token == nullptr) return false;
  if (token->is_function("calc") || token->is(TokenKind::open_round)) {
    Values inside = values.take_block();
    const bool right = read_sum(inside, into) && inside.at_end();
    values.foreign = values.foreign || inside.foreign;
    return right;
  }
  if (token->is_function("round")) return read_rounded(values.take_block(), into);
  if (token->is_function("min") || token->is_function("max") || token->is_function("clamp")) {
    return read_comparison(values, into);
  }
  if (token->is(TokenKind::number)) {
    into = {.is_number = true, .number = token->number.micro};
  } else if (token->is(TokenKind::percentage)) {
    into = {.has_percent = true, .percent = token->number.micro};
  } else if (token->is(TokenKind::dimension)) {
    const Unit* unit = unit_named(token->text);
    if (unit == nullptr) return false;
    into = {.length = unit_micropoints(*unit, token->number, values.units())};
  } else {
    values.foreign = values.foreign || is_math_function(*token);
    return false;
  }
  values.take();
  return true;
}

void scale(Quantity& quantity, int64_t numerator, int64_t denominator) {
  const bool negative = denominator < 0;
  const auto part = [&](int64_t value) {
    const int64_t result = multiply_divide(value, numerator, negative ? -denominator : denominator);
    return negative ? -result : result;
  };
  quantity.number = part(quantity.number);
  quantity.length = part(quantity.length);
  quantity.percent = part(quantity.percent);
}

bool multiply(Quantity& left, const Quantity& right) {
  if (!left.is_number && !right.is_number) return false;
  Quantity measured = left.is_number ? right : left;
  scale(measured, left.is_number ? left.number : right.number, micro_unit);
  left = measured;
  return true;
}

bool divide(Quantity& left, const Quantity& right) {
  if (!right.is_number || right.number == 0) return false;
  scale(left, micro_unit, right.number);
  return true;
}

bool read_product(Values& values, Quantity& into) {
  if (!read_operand(values, into)) return false;
  while (true) {
    Quantity factor;
    if (values.take_delim('*')) {
      if (!read_operand(values, factor) || !multiply(into, factor)) return false;
    } else if (values.take_delim('/')) {
      if (!read_operand(values, factor) || !divide(into, factor)) return false;
    } else {
      return true;
    }
  }
}

bool add(Quantity& left, const Quantity& right, int64_t sign) {
  if (left.is_number != right.is_number) return false;
  left.number = clamped(left.number + sign * right.number, micro_limit);
  left.length = clamped(left.length + sign * right.length, micro_limit);
  left.percent = clamped(left.percent + sign * right.percent, micro_limit);
  left.has_percent = left.has_percent || right.has_percent;
  return true;
}

bool read_sum(Values& values, Quantity& into) {
  if (!read_product(values, into)) return false;
  while (true) {
    const bool plus = values.take_delim('+');
    if (!plus && !values.take_delim('-')) return true;
    Quantity term;
    if (!read_product(values, term) || !add(into, term, plus ? 1 : -1)) return false;
  }
}

// One number or dimension, or calc(); bare parentheses are for the inside of calc() only.
bool read_quantity(Values& values, Quantity& into) {
  const Token* token = values.peek();
  return token != nullptr && !token->is(TokenKind::open_round) && read_operand(values, into);
}

// Outside of calc() a zero needs no unit.
bool read_measured(Values& values, Quantity& into) {
  const bool bare = values.peek() != nullptr && values.peek()->is(TokenKind::number);
  if (!read_quantity(values, into)) return false;
  return !into.is_number || (bare && into.number == 0);
}

Length rounded(int64_t micropoints) {
  return {multiply_divide(clamped(micropoints, longest_micropoints), 1, 1000)};
}

}  // namespace

std::optional<UnitRatio> absolute_unit(std::string_view lower_name) {
  const Unit* unit = unit_named(lower_name);
  if (unit == nullptr || unit->relative != Relative::none) return std::nullopt;
  return UnitRatio{unit->numerator, unit->denominator};
}

void Values::take() {
  if (!at_end()) at_ = after_component(tokens_, at_);
  while (!at_end() && tokens_[at_].is(TokenKind::whitespace)) ++at_;
}

Values Values::take_block() {
  const size_t begin = at_;
  const size_t end = after_component(tokens_, begin);
  take();
  // The value is cut where the text ended, if the bracket was never closed.
  const bool closed = end - begin == tokens_[begin].match + size_t{1};
  return {tokens_.subspan(begin + 1, end - begin - (closed ? 2 : 1)), units_};
}

bool Values::take_ident(std::string_view lower) {
  if (at_end() || !peek()->is_ident(lower)) return false;
  take();
  return true;
}

bool Values::take_delim(char c) {
  if (at_end() || !peek()->is_delim(c)) return false;
  take();
  return true;
}

bool Values::take_comma() {
  if (at_end() || !peek()->is(TokenKind::comma)) return false;
  take();
  return true;
}

std::optional<std::string> Values::take_string() {
  if (at_end() || !peek()->is(TokenKind::string)) return std::nullopt;
  std::string text = peek()->text;
  take();
  return text;
}

std::optional<std::string> Values::take_any_ident() {
  if (at_end() || !peek()->is(TokenKind::ident)) return std::nullopt;
  std::string text = peek()->text;
  take();
  return text;
}

bool read_number(Values& values, Decimal& into) {
  Quantity quantity;
  if (!read_quantity(values, quantity) || !quantity.is_number) return false;
  into.micro = quantity.number;
  return true;
}

bool read_integer(Values& values, int32_t& into) {
  const Token* token = values.peek();
  if (token == nullptr || (token->is(TokenKind::number) && !token->is_flag)) return false;
  Decimal number;
  if (!read_number(values, number)) return false;
  into = static_cast<int32_t>(multiply_divide(number.micro, 1, micro_unit));
  return true;
}

bool read_length(Values& values, Length& into) {
  Quantity quantity;
  if (!read_measured(values, quantity) || quantity.has_percent) return false;
  into = rounded(quantity.length);
  return true;
}

bool read_length_or_percent(Values& values, LengthOrPercent& into) {
  Quantity quantity;
  if (!read_measured(values, quantity)) return false;
  into = {};
  into.length = rounded(quantity.length);
  into.permyriad =
      static_cast<int32_t>(clamped(multiply_divide(quantity.percent, 1, micro_unit / 100), 1'000'000'000));
  return true;
}

bool read_auto_or_length(Values& values, LengthOrPercent& into) {
  if (!values.take_ident("auto")) return read_length_or_percent(values, into);
  into = auto_length;
  return true;
}

bool read_non_negative(Values& values, Length& into) {
  return read_length(values, into) && into >= Length{};
}

bool read_non_negative_or_percent(Values& values, LengthOrPercent& into) {
  if (!read_length_or_percent(values, into)) return false;
  const bool mixed = into.permyriad != 0 && into.length != Length{};
  return mixed || (into.length >= Length{} && into.permyriad >= 0);
}

}  // namespace pubbuild::css
