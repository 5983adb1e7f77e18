// Rows of samples → the same rows as differences, which deflate shorter (PNG §9; /Predictor 15 of PDF).
#include "pdf/row_filter.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>

namespace pubbuild::pdf {

namespace {

enum class Filter : uint8_t { none = 0, sub = 1, up = 2, paeth = 4 };
constexpr std::array<Filter, 4> filters = {Filter::none, Filter::sub, Filter::up, Filter::paeth};

// PNG §9.4: whichever of left, above and above left is nearest to left + above - above left.
uint8_t paeth(int left, int above, int corner) {
  const int by_left = std::abs(above - corner);
  const int by_above = std::abs(left - corner);
  const int by_corner = std::abs(left + above - 2 * corner);
  if (by_left <= by_above && by_left <= by_corner) return static_cast<uint8_t>(left);
  return static_cast<uint8_t>(by_above <= by_corner ? above : corner);
}

class RowFilter {
 public:
  RowFilter(size_t length, size_t channels)
      : zeros_(length, 0), trial_(length), best_(length), channels_(channels) {}

  // Appends the row that `filters` makes smallest; `above` is empty for the first row.
  void append(std::string& out, std::span<const uint8_t> row, std::span<const uint8_t> above) {
    if (above.empty()) above = zeros_;
    Filter chosen = Filter::none;
    uint64_t least = UINT64_MAX;
    for (const Filter filter : filters) {
      const uint64_t cost = apply(filter, row, above);
      if (cost >= least) continue;
      least = cost;
      chosen = filter;
      best_.swap(trial_);
    }
    out += static_cast<char>(chosen);
    out.append(reinterpret_cast<const char*>(best_.data()), best_.size());
  }

 private:
  // Fills trial_ and gives the sum of its differences, taken as signed: PNG §12.8's measure.
  uint64_t apply(Filter filter, std::span<const uint8_t> row, std::span<const uint8_t> above) {
    uint64_t sum = 0;
    for (size_t i = 0; i < row.size(); ++i) {
      const uint8_t left = i >= channels_ ? row[i - channels_] : 0;
      const uint8_t corner = i >= channels_ ? above[i - channels_] : 0;
      uint8_t expected = 0;
      if (filter == Filter::sub) expected = left;
      if (filter == Filter::up) expected = above[i];
      if (filter == Filter::paeth) expected = paeth(left, above[i], corner);
      trial_[i] = static_cast<uint8_t>(row[i] - expected);
      sum += static_cast<uint64_t>(std::abs(static_cast<int8_t>(trial_[i])));
    }
    return sum;
  }

  std::vector<uint8_t> zeros_;
  std::vector<uint8_t> trial_;
  std::vector<uint8_t> best_;
  size_t channels_;
};

}  // namespace

std::string filter_rows(const std::vector<uint8_t>& samples, size_t width, size_t channels) {
  const size_t length = width * channels;
  const size_t height = samples.size() / length;
  std::string out;
  out.reserve(height * (length + 1));
  RowFilter filter(length, channels);
  const std::span<const uint8_t> all(samples);
  for (size_t row = 0; row < height; ++row) {
    const auto above = row > 0 ? all.subspan((row - 1) * length, length) : std::span<const uint8_t>();
    filter.append(out, all.subspan(row * length, length), above);
  }
  return out;
}

}  // namespace pubbuild::pdf
