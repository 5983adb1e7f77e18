// an+b: odd, 3, 2n, -n+6. CSS tokens cut it in odd places: `n-1` is a name and `2n-1` a number with a unit.
#include "style/nth.h"

#include <algorithm>
#include <charconv>

namespace pubbuild::css {

namespace {

constexpr int64_t largest = 1'000'000;

std::optional<int32_t> integer(const Token& token) {
  if (token.is(TokenKind::number) && token.is_flag) {
    return static_cast<int32_t>(clamped(token.number.micro / micro_unit, largest));
  }
  return std::nullopt;
}

// "-1" of `n-1`: the digits after the dash.
std::optional<int32_t> dashed_digits(std::string_view text) {
  int32_t value = 0;
  const char* end = text.data() + text.size();
  if (text.size() < 2 || text[1] < '0' || text[1] > '9') return std::nullopt;
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (stopped != end) return std::nullopt;
  if (error != std::errc()) return static_cast<int32_t>(-largest);
  return static_cast<int32_t>(clamped(value, largest));
}

// A number after a sign that is a token of its own, or the end of a name.
std::optional<int32_t> unsigned_number(TokenView rest, int32_t sign) {
  rest = trimmed(rest);
  if (rest.size() != 1 || rest[0].is_signed) return std::nullopt;
  const std::optional<int32_t> value = integer(rest[0]);
  return value ? std::optional(sign * *value) : std::nullopt;
}

// What follows `n`: nothing, `+1`, `+ 1`, `- 1`.
std::optional<int32_t> offset_in(TokenView rest) {
  rest = trimmed(rest);
  if (rest.empty()) return 0;
  if (rest[0].is_delim('+')) return unsigned_number(rest.subspan(1), 1);
  if (rest[0].is_delim('-')) return unsigned_number(rest.subspan(1), -1);
  return rest.size() == 1 && rest[0].is_signed ? integer(rest[0]) : std::nullopt;
}

// `name` begins with the n; `rest` are the tokens after it.
std::optional<int32_t> read_offset(std::string_view name, TokenView rest) {
  if (!name.starts_with('n')) return std::nullopt;
  const std::string_view tail = name.substr(1);
  if (tail.empty()) return offset_in(rest);
  if (tail == "-") return unsigned_number(rest, -1);
  return tail[0] == '-' && rest.empty() ? dashed_digits(tail) : std::nullopt;
}

std::optional<Nth> with_step(int32_t step, std::optional<int32_t> offset) {
  return offset ? std::optional(Nth{step, *offset}) : std::nullopt;
}

}  // namespace

bool holds(const Nth& nth, int64_t place) {
  const int64_t distance = place - nth.offset;
  if (place <= 0) return false;
  if (nth.step == 0) return distance == 0;
  return distance % nth.step == 0 && distance / nth.step >= 0;
}

std::optional<Nth> read_nth(TokenView tokens) {
  tokens = trimmed(tokens);
  if (tokens.empty()) return std::nullopt;
  if (tokens.size() == 1 && tokens[0].is_ident("odd")) return Nth{2, 1};
  if (tokens.size() == 1 && tokens[0].is_ident("even")) return Nth{2, 0};
  if (tokens.size() == 1 && tokens[0].is(TokenKind::number)) return with_step(0, integer(tokens[0]));
  const bool plus = tokens[0].is_delim('+') && tokens.size() > 1 && tokens[1].is(TokenKind::ident);
  if (plus) tokens = tokens.subspan(1);
  const std::string name = ascii_lower(tokens[0].text);
  const TokenView rest = tokens.subspan(1);
  if (tokens[0].is(TokenKind::dimension) && tokens[0].is_flag) {
    const int64_t step = clamped(tokens[0].number.micro / micro_unit, largest);
    return with_step(static_cast<int32_t>(step), read_offset(name, rest));
  }
  if (!tokens[0].is(TokenKind::ident)) return std::nullopt;
  if (name.starts_with('-') && !plus)
    return with_step(-1, read_offset(std::string_view(name).substr(1), rest));
  return with_step(1, read_offset(name, rest));
}

}  // namespace pubbuild::css
