// How wide any stretch of clusters is as a line, and how much it may give and take: prefix sums over a
// paragraph.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "text/prepared.h"

namespace pubbuild {

// What a line takes to become longer, in this order, each class of a line equally (CLREQ, line adjustment, E1
// and E2; E3 is every gap that may grow).
enum class Stretch : uint8_t { word_space, cjk_latin };
constexpr size_t shrink_classes = static_cast<size_t>(Shrink::none);
constexpr size_t stretch_classes = 2;
constexpr int64_t endless_measure = std::numeric_limits<int64_t>::max();

// Widths are in thousandths of a point.
struct LineWidth {
  int64_t natural = 0;
  std::array<int64_t, shrink_classes> shrink{};
  std::array<int64_t, stretch_classes> stretch{};
  int64_t gaps = 0;  // places that may grow without limit
  int64_t cjk_letters = 0;
  int64_t western_letters = 0;
  int64_t leaders = 0;
  int32_t end_trim = 0;  // what its last cluster gives up, as much as it takes to fit
  size_t end = 0;        // past the last cluster that shows: blanks at a line's end vanish

  int64_t total_shrink() const;
};

// How much one cluster inside a line may lose and gain in each class.
std::array<int64_t, shrink_classes> shrink_of(const Cluster& cluster);
std::array<int64_t, stretch_classes> stretch_of(const Cluster& cluster);

class LineWidths {
 public:
  explicit LineWidths(const std::vector<Cluster>& clusters);

  // Of the line of clusters [begin, end) in a measure: marks at its edges have given up what they do there.
  LineWidth line(size_t begin, size_t end, int64_t measure) const;
  // The sum of all advances and gaps in [begin, end).
  int64_t plain(size_t begin, size_t end) const { return sums_[end].width - sums_[begin].width; }

 private:
  // Over the clusters before one. What a line has is small, so these sums may wrap around.
  struct Sums {
    int64_t width = 0;
    std::array<uint32_t, shrink_classes> shrink{};
    std::array<uint32_t, stretch_classes> stretch{};
    uint32_t gaps = 0;
    uint32_t cjk_letters = 0;
    uint32_t western_letters = 0;
    uint32_t leaders = 0;
    uint32_t shown_end = 0;  // one past the last cluster before here that is no blank
  };
  static void trim_edges(const Cluster& first, const Cluster& last, int64_t measure, LineWidth& line);

  const std::vector<Cluster>& clusters_;
  std::vector<Sums> sums_;
};

}  // namespace pubbuild
