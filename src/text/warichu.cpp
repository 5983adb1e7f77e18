// Halves the widths of notes, and parts what a line has of one so that both lines are about as long.
#include "text/warichu.h"

#include <algorithm>

namespace pubbuild {

namespace {

bool is_note(const Cluster& cluster, const FlatText& text) {
  return text.runs[cluster.run].style->warichu == Warichu::auto_;
}

int64_t width_of(const std::vector<Cluster>& clusters, size_t begin, size_t end) {
  int64_t width = 0;
  for (size_t n = begin; n < end; ++n) width += unfolded_advance(clusters[n]);
  return width;
}

// A line of the note ends where one of the text may, unless that is far from its half.
size_t middle_of(const std::vector<Cluster>& clusters, size_t begin, size_t end) {
  const int64_t whole = width_of(clusters, begin, end);
  const int64_t farthest = whole / 2 + 2 * clusters[begin].em;
  size_t half = end;
  size_t best = end;
  int64_t best_width = whole;
  int64_t first = 0;
  for (size_t n = begin; n < end; ++n) {
    first += unfolded_advance(clusters[n]);
    const int64_t longer = std::max(first, whole - first);
    if (half == end && longer == first) half = n + 1;
    if (longer >= best_width || clusters[n].line_end != LineEnd::allowed) continue;
    best = n + 1;
    best_width = longer;
  }
  return best_width <= farthest ? best : half;
}

}  // namespace

void fold_notes(std::vector<Cluster>& clusters, const FlatText& text) {
  for (size_t n = 0; n < clusters.size(); ++n) {
    Cluster& cluster = clusters[n];
    if (!is_note(cluster, text)) continue;
    cluster.advance = (cluster.advance + cluster.gap + cluster.spacing + 1) / 2;
    cluster.gap = cluster.spacing = cluster.trim_left = cluster.trim_right = 0;
    cluster.gap_stretches = n + 1 < clusters.size() && !is_note(clusters[n + 1], text);
    // The longer of two lines has at most one character more.
    cluster.line_end_room += cluster.em / 2;
  }
  for (const FoldedNote& note : folded_notes(clusters, text, 0, clusters.size())) {
    const int64_t first = width_of(clusters, note.begin, note.middle);
    const int64_t longer = std::max(first, width_of(clusters, note.middle, note.end));
    int64_t room = 0;
    for (size_t n = note.begin; n < note.end; ++n) room += clusters[n].advance;
    Cluster& last = clusters[note.end - 1];
    const auto lack = static_cast<int32_t>(std::max<int64_t>(longer - room, 0));
    last.advance += lack;
    last.padding += lack;
  }
}

std::vector<FoldedNote> folded_notes(const std::vector<Cluster>& clusters, const FlatText& text, size_t begin,
                                     size_t end) {
  std::vector<FoldedNote> notes;
  for (size_t n = begin; n < end; ++n) {
    if (!is_note(clusters[n], text)) continue;
    size_t stop = n + 1;
    while (stop < end && is_note(clusters[stop], text)) ++stop;
    notes.push_back({n, middle_of(clusters, n, stop), stop});
    n = stop;
  }
  return notes;
}

int32_t unfolded_advance(const Cluster& cluster) {
  return 2 * (cluster.advance - cluster.padding);
}

}  // namespace pubbuild
