// The passes over a paragraph, from its characters to what its lines are made of.
#include "text/prepare.h"

#include <string>

#include "text/characters.h"
#include "text/clusters.h"
#include "text/hanging.h"
#include "text/line_ends.h"
#include "text/ruby_spacing.h"
#include "text/spacing.h"
#include "text/tab_stops.h"
#include "text/warichu.h"

namespace pubbuild {

namespace {

// The edges of an inline box stand beside its first and its last cluster; those of a cloned one are
// repeated where a line ends in it (CSS Fragmentation 3 §5.4).
void add_edges(std::vector<Cluster>& clusters, const InlineBox& box) {
  const size_t first = cluster_at(clusters, box.begin);
  const size_t end = cluster_at(clusters, box.end);
  if (first == end) return;
  const int32_t lead = on_paper(box.lead.milli);
  const int32_t trail = on_paper(box.trail.milli);
  clusters[first].advance += lead;
  clusters[first].cut_left -= lead;
  clusters[first].padding += lead;
  clusters[end - 1].advance += trail;
  clusters[end - 1].padding += trail;
  if (box.style->box_decoration_break == BoxDecorationBreak::slice) return;
  for (size_t n = first; n + 1 < end; ++n) clusters[n].line_end_room += trail;
  for (size_t n = first + 1; n < end; ++n) clusters[n].line_start += lead;
}

}  // namespace

Prepared prepare(const FlatText& text, Shaper& shaper) {
  if (text.text.empty()) return {};
  const Characters characters = characters_of(text);
  Prepared prepared = make_clusters(characters, shaper);
  std::vector<Cluster>& clusters = prepared.clusters;
  mark_line_ends(clusters, characters, shaper);
  space_clusters(clusters, text);
  space_rubies(clusters, text);
  fold_notes(clusters, text);
  for (const InlineBox& box : text.boxes) add_edges(clusters, box);
  hang_marks(clusters, text);
  if (text.text.find('\t') != std::string::npos) set_tabs(clusters, text, shaper);
  return prepared;
}

}  // namespace pubbuild
