// Widths and places where lines may end → where they do end: total fit over the paragraph.
#pragma once

#include <cstddef>
#include <vector>

#include "base/length.h"
#include "text/line_widths.h"
#include "text/prepared.h"

namespace pubbuild {

enum class Fit : uint8_t { justified, ragged, balanced };

struct Measures {
  Length first;  // of the first line
  Length rest;
  // Whether a line after a forced break counts as a first one (text-indent: each-line).
  enum class FirstLines : uint8_t { paragraph, each_forced } first_lines = FirstLines::paragraph;
};

// Whether a line that begins with this cluster is a first one.
bool is_first_line(const std::vector<Cluster>& clusters, size_t begin, Measures::FirstLines first_lines);

// The clusters past the end of each line, in order; the last is the number of clusters. A word longer than
// the measure is broken where it must be.
std::vector<size_t> choose_breaks(const std::vector<Cluster>& clusters, const LineWidths& widths,
                                  Measures measures, Fit fit);

}  // namespace pubbuild
