// Clusters → prefix sums → widths of lines.
#include "text/line_widths.h"

#include <algorithm>
#include <numeric>

namespace pubbuild {

namespace {

// CLREQ E1: word spaces grow to half an em.
int64_t widest_blank(const Cluster& cluster) {
  return cluster.em / 2;
}
// CLREQ W3: from an eighth to a half of an em.
int64_t least_gap(const Cluster& cluster) {
  return cluster.em / 8;
}
int64_t widest_gap(const Cluster& cluster) {
  return cluster.em / 2;
}

bool is_blank(const Cluster& cluster) {
  return cluster.character_class == CharacterClass::blank;
}

// A typed blank between CJK and Latin is all gap: it is that space, not a word space.
bool is_word_space(const Cluster& cluster) {
  return is_blank(cluster) && cluster.character != U'\t' && cluster.character != U'\n' && cluster.gap == 0;
}

}  // namespace

std::array<int64_t, shrink_classes> shrink_of(const Cluster& cluster) {
  std::array<int64_t, shrink_classes> shrink{};
  if (cluster.shrink != Shrink::none)
    shrink[static_cast<size_t>(cluster.shrink)] = int64_t{cluster.trim_left} + cluster.trim_right;
  if (cluster.gap > 0)
    shrink[static_cast<size_t>(Shrink::cjk_latin)] = std::max<int64_t>(0, cluster.gap - least_gap(cluster));
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

LineWidths::LineWidths(const std::vector<Cluster>& clusters) : clusters_(clusters) {
  sums_.resize(clusters.size() + 1);
  for (size_t n = 0; n < clusters.size(); ++n) {
    const Cluster& cluster = clusters[n];
    Sums& sums = sums_[n + 1];
    sums = sums_[n];
    sums.width += cluster.advance + cluster.gap + cluster.spacing;
    const auto shrink = shrink_of(cluster);
    const auto stretch = stretch_of(cluster);
    for (size_t k = 0; k < shrink_classes; ++k) sums.shrink[k] += static_cast<uint32_t>(shrink[k]);
    for (size_t k = 0; k < stretch_classes; ++k) sums.stretch[k] += static_cast<uint32_t>(stretch[k]);
    sums.gaps += cluster.gap_stretches;
    sums.leaders += cluster.is_leader;
    sums.cjk_letters += cluster.character_class == CharacterClass::ideograph;
    sums.western_letters +=
        cluster.character_class == CharacterClass::western && is_western_letter(cluster.character);
    if (!is_blank(cluster)) sums.shown_end = static_cast<uint32_t>(n + 1);
  }
}

LineWidth LineWidths::line(size_t begin, size_t end, int64_t measure) const {
  LineWidth line;
  line.end = std::max<size_t>(begin, std::min<size_t>(end, sums_[end].shown_end));
  if (line.end == begin) return line;
  const Sums& from = sums_[begin];
  const Sums& to = sums_[line.end];
  // No gap follows the last cluster, and what it has left is not for the line to shrink.
  const Sums& before_last = sums_[line.end - 1];
  line.natural = to.width - from.width;
  for (size_t k = 0; k < shrink_classes; ++k) line.shrink[k] = before_last.shrink[k] - from.shrink[k];
  for (size_t k = 0; k < stretch_classes; ++k) line.stretch[k] = before_last.stretch[k] - from.stretch[k];
  line.gaps = before_last.gaps - from.gaps;
  line.leaders = to.leaders - from.leaders;
  line.cjk_letters = to.cjk_letters - from.cjk_letters;
  line.western_letters = to.western_letters - from.western_letters;
  trim_edges(clusters_[begin], clusters_[line.end - 1], measure, line);
  return line;
}

// Marks at the edges give up their white there.
void LineWidths::trim_edges(const Cluster& first, const Cluster& last, int64_t measure, LineWidth& line) {
  if (&first != &last && first.character_class == CharacterClass::opening)
    line.shrink[static_cast<size_t>(Shrink::bracket)] -= first.trim_left;
  line.natural -= int64_t{last.gap} + last.spacing + first.start_trim + last.end_trim;
  line.natural += int64_t{first.line_start} + last.line_end_room;
  line.end_trim = last.end_trim;
  for (const int32_t more : {last.end_give, last.end_hang}) {
    if (line.natural <= measure) return;
    line.natural -= more;
    line.end_trim += more;
  }
}

}  // namespace pubbuild
