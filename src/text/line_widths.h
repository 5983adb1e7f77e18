// How wide any stretch of clusters is as a line, and how much it may give and take: prefix sums over a
// paragraph.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/prepared.h"

namespace pubbuild {

// What a line gives up to become shorter, in this order, each class of a line equally (CLREQ, line
// adjustment, C2 to C7), and what it takes to become longer (E1, E2; E3 is every gap that may grow).
enum class Shrink : uint8_t { word_space, bracket, comma, cjk_latin, stop };
enum class Stretch : uint8_t { word_space, cjk_latin };
constexpr size_t shrink_classes = 5;
constexpr size_t stretch_classes = 2;

// Widths are in thousandths of a point.
struct LineWidth {
  int64_t natural = 0;
  std::array<int64_t, shrink_classes> shrink{};
  std::array<int64_t, stretch_classes> stretch{};
  int64_t gaps = 0;  // places that may grow without limit
  int64_t cjk_letters = 0;
  int64_t leaders = 0;
  size_t end = 0;  // past the last cluster that shows: blanks at a line's end vanish

  int64_t total_shrink() const;
};

// The shrink class and amount of one cluster's trims and blanks.
std::array<int64_t, shrink_classes> shrink_of(const Cluster& cluster);
std::array<int64_t, stretch_classes> stretch_of(const Cluster& cluster);

class LineWidths {
 public:
  explicit LineWidths(const std::vector<Cluster>& clusters);

  // Of the line of clusters [begin, end): marks at its edges have given up their outer halves.
  LineWidth line(size_t begin, size_t end) const;
  // The sum of all advances and gaps in [begin, end).
  int64_t plain(size_t begin, size_t end) const { return sums_[end].width - sums_[begin].width; }

 private:
  struct Sums {
    int64_t width = 0;
    std::array<int64_t, shrink_classes> shrink{};
    std::array<int64_t, stretch_classes> stretch{};
    int32_t gaps = 0;
    int32_t cjk_letters = 0;
    int32_t leaders = 0;
    uint32_t shown_end = 0;  // one past the last cluster before here that is no blank
  };
  const std::vector<Cluster>& clusters_;
  std::vector<Sums> sums_;
};

}  // namespace pubbuild
