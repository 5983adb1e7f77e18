// Tokens of a value → numbers, lengths, colours and keywords, calc() worked out.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "style/computed.h"
#include "style/tokens.h"

namespace pubbuild::css {

// What the relative units stand for, in points.
struct Units {
  Length em;
  Length root_em;
  Length line;  // lh
  Length root_line;
  Size page = {};  // what vw and its like are hundredths of
  bool is_vertical = false;
};

// ISO 216, and what pages are where nobody says a size.
constexpr Size a4{millipoints(595276), millipoints(841890)};

// Reads a value from left to right; blanks between tokens do not show.
class Values {
 public:
  Values(TokenView tokens, const Units& units) : tokens_(trimmed(tokens)), units_(units) {}

  bool at_end() const { return at_ >= tokens_.size(); }
  // nullptr at the end.
  const Token* peek() const { return at_end() ? nullptr : &tokens_[at_]; }
  // The tokens between the brackets of the function or block that comes next, which is taken.
  Values take_block();
  void take();
  bool take_ident(std::string_view lower);
  bool take_delim(char c);
  bool take_comma();
  // A string, an identifier, or nothing.
  std::optional<std::string> take_string();
  std::optional<std::string> take_any_ident();
  const Units& units() const { return units_; }
  // What was not taken yet, as CSS.
  std::string rest_as_css() const { return to_css(tokens_.subspan(std::min(at_, tokens_.size()))); }

  // CSS that reading systems know and our layout does not: true once something such was met.
  bool foreign = false;

 private:
  TokenView tokens_;
  size_t at_ = 0;
  Units units_;
};

// Each takes its value and says whether there was one; what it writes to is undefined otherwise.
bool read_number(Values& values, Decimal& into);
bool read_integer(Values& values, int32_t& into);
bool read_length(Values& values, Length& into);
bool read_length_or_percent(Values& values, LengthOrPercent& into);
bool read_auto_or_length(Values& values, LengthOrPercent& into);
bool read_non_negative(Values& values, Length& into);
bool read_non_negative_or_percent(Values& values, LengthOrPercent& into);
// `current` is what currentcolor stands for.
bool read_color(Values& values, Color current, Color& into);

template <typename Value>
struct Keyword {
  std::string_view name;
  Value value;
};

template <const auto& table, typename Value>
bool read_keyword(Values& values, Value& into) {
  for (const auto& keyword : table) {
    if (!values.take_ident(keyword.name)) continue;
    into = keyword.value;
    return true;
  }
  return false;
}

// The absolute unit as points: numerator / denominator; nothing for relative and unknown units.
struct UnitRatio {
  int64_t numerator;
  int64_t denominator;
};
std::optional<UnitRatio> absolute_unit(std::string_view lower_name);

// Lengths beyond a million points are no lengths of this world.
constexpr int64_t longest_micropoints = 1'000'000 * micro_unit;

}  // namespace pubbuild::css
