// A line's clusters → the place of each, squeezed or stretched to the measure.
#pragma once

#include <cstdint>
#include <vector>

#include "base/length.h"
#include "text/line_widths.h"
#include "text/prepared.h"

namespace pubbuild {

// Places from the line's start, in thousandths of a point, for clusters [begin, end); blanks at the end are
// left out.
struct SetLine {
  size_t begin = 0;
  size_t end = 0;
  size_t next = 0;               // where the next line begins, blanks left out
  std::vector<int32_t> place;    // of each cluster's frame
  std::vector<int32_t> advance;  // from it to the next cluster's
  std::vector<uint32_t> order;   // of clusters from left to right, where it is not that of the text
  Length start;                  // what the edges of boxes take before the first
  Length width;
};

enum class Adjust : uint8_t {
  none,     // as it is
  shrink,   // made shorter where it is too long
  justify,  // made as long as the measure
};

// Class by class in CLREQ's order: the next gives only when the one before has nothing left, and all of a
// class change by the same amount, as far as each may.
SetLine set_line(const std::vector<Cluster>& clusters, const LineWidths& widths, size_t begin, size_t end,
                 Length measure, Adjust adjust);

}  // namespace pubbuild
