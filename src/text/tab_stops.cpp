// Tab stops lie a whole number of tab sizes from the start of the line.
#include "text/tab_stops.h"

#include <algorithm>

namespace pubbuild {

namespace {

int64_t tab_distance(const ComputedStyle& style, Shaper& shaper) {
  if (style.tab_size.length > Length{}) return style.tab_size.length.milli;
  const Length blank = shaper.width_of(" ", style) + style.letter_spacing + style.word_spacing;
  return blank.milli * style.tab_size.columns;
}

}  // namespace

void set_tabs(std::vector<Cluster>& clusters, const FlatText& text, Shaper& shaper) {
  int64_t at = 0;
  for (Cluster& cluster : clusters) {
    const char byte = text.text[cluster.begin];
    if (byte == '\t') {
      const int64_t stop = std::max<int64_t>(tab_distance(*text.runs[cluster.run].style, shaper), 1);
      cluster.advance = on_paper(stop - at % stop);
      cluster.padding = cluster.advance;
      cluster.gap_stretches = false;
      cluster.spacing = 0;
    }
    at = byte == '\n' ? 0 : at + cluster.advance + cluster.gap + cluster.spacing;
  }
}

}  // namespace pubbuild
