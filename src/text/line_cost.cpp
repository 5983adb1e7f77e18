// CLREQ's order of adjustment as a scale of costs.
#include "text/line_cost.h"

#include <algorithm>
#include <iterator>

namespace pubbuild {

namespace {

// Where each class begins on the scale, first those of Shrink, then those of Stretch, then every gap.
constexpr int64_t shrink_tiers[shrink_classes + 1] = {20, 40, 60, 90, 120, 180, 220};
constexpr int64_t stretch_tiers[stretch_classes + 1] = {220, 260, 300};
// A gap that grows by this part of an em is seen by anybody, half of it by few.
constexpr int64_t seen_growth_permille = 200;
constexpr int64_t seen_growth_cost = 4000;
constexpr int64_t most_permille = 30'000;
// Beyond this only the white that is left counts; the loosest line is still better than a word broken
// anywhere.
constexpr int64_t most_growth = 6;

int64_t permille(int64_t part, int64_t whole) {
  return std::min(part * 1000 / std::max<int64_t>(whole, 1), most_permille);
}

int64_t cubed(int64_t ratio_permille, int64_t at_one) {
  return ratio_permille * ratio_permille / 1000 * ratio_permille / 1000 * at_one / 1000;
}

}  // namespace

int64_t shrink_cost(const LineWidth& line, int64_t need, int64_t measure) {
  for (size_t k = 0; k < shrink_classes; ++k) {
    if (need <= line.shrink[k]) {
      const int64_t tier = shrink_tiers[k + 1] - shrink_tiers[k];
      return shrink_tiers[k] + cubed(permille(need, line.shrink[k]), tier);
    }
    need -= line.shrink[k];
  }
  return overfull_cost + ragged_cost(need, measure);
}

int64_t stretch_cost(const LineWidth& line, int64_t room, int64_t em) {
  for (size_t k = 0; k < stretch_classes; ++k) {
    if (room <= line.stretch[k]) {
      const int64_t tier = stretch_tiers[k + 1] - stretch_tiers[k];
      return stretch_tiers[k] + cubed(permille(room, line.stretch[k]), tier);
    }
    room -= line.stretch[k];
  }
  const int64_t everywhere = stretch_tiers[stretch_classes];
  const int64_t gaps = std::max<int64_t>(line.gaps, 1);
  const int64_t growth = permille(room / gaps, em) * 1000 / seen_growth_permille;
  constexpr int64_t most = most_growth * 1000;
  if (line.gaps > 0 && growth < most) return everywhere + cubed(growth, seen_growth_cost);
  return everywhere + cubed(most, seen_growth_cost) + ragged_cost(room, line.natural + room);
}

int64_t ragged_cost(int64_t room, int64_t measure) {
  const int64_t part = permille(room, measure);
  return part * part / 100;
}

}  // namespace pubbuild
