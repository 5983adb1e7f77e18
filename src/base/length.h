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

// `length` times numerator/denominator, rounded half away from zero; the denominator is positive.
constexpr Length scaled(Length length, int64_t numerator, int64_t denominator) {
  const int64_t product = length.milli * numerator;
  const int64_t half = denominator / 2;
  return {(product >= 0 ? product + half : product - half) / denominator};
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
