// Lengths on paper: integer thousandths of a point, so that pages are the same on every machine.
#pragma once

#include <compare>
#include <cstdint>

namespace pubbuild {

// A point is 1/72 inch (CSS `pt`). Sums of a million lengths of a million points still fit.
struct Length {
  int64_t milli = 0;  // thousandths of a point

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator-() const { return {-milli}; }
  constexpr Length& operator+=(Length other) { return milli += other.milli, *this; }
  constexpr Length& operator-=(Length other) { return milli -= other.milli, *this; }
};

constexpr Length operator+(Length a, Length b) {
  return {a.milli + b.milli};
}
constexpr Length operator-(Length a, Length b) {
  return {a.milli - b.milli};
}
constexpr Length operator*(Length a, int64_t n) {
  return {a.milli * n};
}
constexpr Length operator/(Length a, int64_t n) {
  return {a.milli / n};
}

constexpr Length points(int64_t whole) {
  return {whole * 1000};
}
constexpr Length millipoints(int64_t thousandths) {
  return {thousandths};
}

// No length is longer, so that sums of a million of them still fit.
constexpr Length farthest = points(1'000'000'000);

// `length` times numerator/denominator, rounded half away from zero, at most `farthest`; the denominator is
// positive.
constexpr Length scaled(Length length, int64_t numerator, int64_t denominator) {
  __extension__ using Wide = __int128;
  const int64_t half = denominator / 2;
  int64_t product = 0;
  if (!__builtin_mul_overflow(length.milli, numerator, &product) && product < INT64_MAX - half &&
      product > INT64_MIN + half) {
    return {(product >= 0 ? product + half : product - half) / denominator};
  }
  const Wide quotient = static_cast<Wide>(length.milli) * numerator / denominator;
  if (quotient > farthest.milli) return farthest;
  return quotient < -farthest.milli ? -farthest : Length{static_cast<int64_t>(quotient)};
}

constexpr Length min(Length a, Length b) {
  return a < b ? a : b;
}
constexpr Length max(Length a, Length b) {
  return a < b ? b : a;
}

struct Size {
  Length width;
  Length height;
  bool operator==(const Size&) const = default;
};

}  // namespace pubbuild
