// Clusters → prefix sums → widths of lines.
#include "text/line_widths.h"

#include <algorithm>
#include <numeric>

namespace pubbuild {

namespace {

// CLREQ C2, E1: word spaces from a quarter to half an em; the fonts' own blank is often narrower than a
// quarter, so the least is a fifth.
int64_t least_blank(const Cluster& cluster) {
  return cluster.em / 5;
}
int64_t widest_blank(const Cluster& cluster) {
  return cluster.em / 2;
}
// CLREQ W3: from an eighth to a third of an em, as most styles have it.
int64_t least_gap(const Cluster& cluster) {
  return cluster.em / 8;
}
int64_t widest_gap(const Cluster& cluster) {
  return cluster.em / 3;
}

bool is_blank(const Cluster& cluster) {
  return cluster.character_class == CharacterClass::blank;
}

// A typed blank between CJK and Latin is all gap: it is that space, not a word space.
bool is_word_space(const Cluster& cluster) {
  return is_blank(cluster) && cluster.gap == 0;
}

}  // namespace

std::array<int64_t, shrink_classes> shrink_of(const Cluster& cluster) {
  std::array<int64_t, shrink_classes> shrink{};
  const auto slot = [&](Shrink kind) -> int64_t& { return shrink[static_cast<size_t>(kind)]; };
  switch (cluster.character_class) {
    case CharacterClass::blank:
      slot(Shrink::word_space) =
          std::max<int64_t>(0, cluster.advance - cluster.padding - least_blank(cluster));
      break;
    case CharacterClass::opening:
      slot(Shrink::bracket) = cluster.trim_left;
      break;
    case CharacterClass::closing:
      slot(Shrink::bracket) = cluster.trim_right;
      break;
    case CharacterClass::comma:
      slot(Shrink::comma) = cluster.trim_right;
      break;
    case CharacterClass::stop:
      slot(Shrink::stop) = cluster.trim_right;
      break;
    case CharacterClass::western:
    case CharacterClass::ideograph:
    case CharacterClass::interpunct:
    case CharacterClass::dash:
    case CharacterClass::ellipsis:
    case CharacterClass::ideographic_space:
      break;
  }
  if (cluster.gap > 0) slot(Shrink::cjk_latin) = std::max<int64_t>(0, cluster.gap - least_gap(cluster));
  return shrink;
}

std::array<int64_t, stretch_classes> stretch_of(const Cluster& cluster) {
  std::array<int64_t, stretch_classes> stretch{};
  if (is_word_space(cluster)) {
    stretch[static_cast<size_t>(Stretch::word_space)] =
        std::max<int64_t>(0, widest_blank(cluster) + cluster.padding - cluster.advance);
  }
  if (cluster.gap > 0) {
    stretch[static_cast<size_t>(Stretch::cjk_latin)] =
        std::max<int64_t>(0, widest_gap(cluster) - cluster.gap);
  }
  return stretch;
}

int64_t LineWidth::total_shrink() const {
  return std::accumulate(shrink.begin(), shrink.end(), int64_t{0});
}

LineWidths::LineWidths(const std::vector<Cluster>& clusters)
    : clusters_(clusters), sums_(clusters.size() + 1) {
  for (size_t n = 0; n < clusters.size(); ++n) {
    const Cluster& cluster = clusters[n];
    const Sums& before = sums_[n];
    Sums& after = sums_[n + 1];
    after = before;
    after.width += cluster.advance + cluster.gap + cluster.spacing;
    const auto shrink = shrink_of(cluster);
    const auto stretch = stretch_of(cluster);
    for (size_t k = 0; k < shrink_classes; ++k) after.shrink[k] += shrink[k];
    for (size_t k = 0; k < stretch_classes; ++k) after.stretch[k] += stretch[k];
    after.gaps += cluster.gap_stretches;
    after.leaders += cluster.is_leader;
    after.cjk_letters += cluster.character_class == CharacterClass::ideograph;
    if (!is_blank(cluster)) after.shown_end = static_cast<uint32_t>(n + 1);
  }
}

LineWidth LineWidths::line(size_t begin, size_t end) const {
  LineWidth line;
  line.end = std::max<size_t>(begin, std::min<size_t>(end, sums_[end].shown_end));
  if (line.end == begin) return line;
  const Sums& from = sums_[begin];
  const Sums& to = sums_[line.end];
  line.natural = to.width - from.width;
  for (size_t k = 0; k < shrink_classes; ++k) line.shrink[k] = to.shrink[k] - from.shrink[k];
  for (size_t k = 0; k < stretch_classes; ++k) line.stretch[k] = to.stretch[k] - from.stretch[k];
  line.leaders = to.leaders - from.leaders;
  line.cjk_letters = to.cjk_letters - from.cjk_letters;
  const Cluster& first = clusters_[begin];
  const Cluster& last = clusters_[line.end - 1];
  // No gap follows the last cluster; its mark gives up the outer half (GB/T 15834 5.1.10), as an opening one
  // at the beginning does.
  line.gaps = to.gaps - from.gaps - last.gap_stretches;
  line.natural -= last.gap + last.spacing;
  line.natural += first.line_start + last.line_end_room;
  const auto last_shrink = shrink_of(last);
  for (size_t k = 0; k < shrink_classes; ++k) line.shrink[k] -= last_shrink[k];
  line.stretch[static_cast<size_t>(Stretch::cjk_latin)] -=
      stretch_of(last)[static_cast<size_t>(Stretch::cjk_latin)];
  line.natural -= last.trim_right;
  if (first.character_class == CharacterClass::opening) {
    line.natural -= first.trim_left;
    if (line.end - begin > 1) line.shrink[static_cast<size_t>(Shrink::bracket)] -= first.trim_left;
  }
  return line;
}

}  // namespace pubbuild
