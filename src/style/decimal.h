// CSS numbers as decimal fractions: integer millionths, so that no locale and no rounding mode has a say.
#pragma once

#include <algorithm>
#include <cstdint>

namespace pubbuild::css {

// Written numbers are kept to six places and clamped to a thousand million.
struct Decimal {
  int64_t micro = 0;
  auto operator<=>(const Decimal&) const = default;
};

constexpr int64_t micro_unit = 1'000'000;
constexpr int64_t micro_limit = 1'000'000'000 * micro_unit;

constexpr Decimal whole(int64_t n) {
  return {n * micro_unit};
}

constexpr int64_t clamped(int64_t value, int64_t limit) {
  return std::clamp(value, -limit, limit);
}

// a × b / c, rounded half away from zero, clamped to ±micro_limit; c is positive.
constexpr int64_t multiply_divide(int64_t a, int64_t b, int64_t c) {
  __extension__ using Wide = __int128;
  const Wide product = static_cast<Wide>(a) * b;
  const Wide half = c / 2;
  const Wide rounded = (product >= 0 ? product + half : product - half) / c;
  if (rounded > micro_limit) return micro_limit;
  if (rounded < -micro_limit) return -micro_limit;
  return static_cast<int64_t>(rounded);
}

}  // namespace pubbuild::css
