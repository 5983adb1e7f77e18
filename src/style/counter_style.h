// A counter style as @counter-style describes it (CSS Counter Styles 3): data.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pubbuild {

// How symbols make a numeral (§3.1). `longhand` and `ethiopic` are the algorithms of §7, which no sheet can
// write down.
enum class CounterSystem : uint8_t {
  cyclic,
  fixed,
  symbolic,
  alphabetic,
  numeric,
  additive,
  extends,
  longhand,
  ethiopic,
};

constexpr int32_t lowest_count = std::numeric_limits<int32_t>::min();
constexpr int32_t highest_count = std::numeric_limits<int32_t>::max();

struct CounterRange {
  int32_t first = lowest_count;
  int32_t last = highest_count;
  bool operator==(const CounterRange&) const = default;
};

struct AdditiveSymbol {
  int32_t weight = 0;
  std::string symbol;
};

struct NegativeSign {
  std::string before = "-";
  std::string after = "";
};

struct CounterPad {
  int32_t length = 0;  // in characters
  std::string symbol = "";
};

// The East Asian way of writing numbers in words (§7.1): which ones are written before 十, 百 and 千.
enum class One : uint8_t { always, not_in_teens, never };

// Ten digits, then the marks of ten, hundred and thousand.
struct Longhand {
  std::u32string_view digits;
  std::u32string_view marks;
  One one = One::always;
  bool says_zeros = false;  // 一百零一
};

struct CounterStyle {
  std::string name;
  CounterSystem system = CounterSystem::symbolic;
  std::string extended = "";  // the other style, for CounterSystem::extends
  int32_t first = 1;          // the value of the first symbol, for CounterSystem::fixed
  std::vector<std::string> symbols = {};
  std::vector<AdditiveSymbol> additive = {};  // weights descend
  Longhand longhand = {};
  // Prefix and suffix stand in counter() too: （1）, which standards do not have and Chinese documents do.
  bool is_enclosed = false;
  // What is not said is the extended style's, or initial.
  std::optional<NegativeSign> negative = {};
  std::optional<std::string> prefix = {};
  std::optional<std::string> suffix = {};
  std::optional<std::vector<CounterRange>> ranges = {};  // empty: auto
  std::optional<CounterPad> pad = {};
  std::optional<std::string> fallback = {};
};

}  // namespace pubbuild
