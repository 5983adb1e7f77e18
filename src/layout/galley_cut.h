// A galley too long for a page → what fits, and the rest.
#pragma once

#include "layout/galley.h"

namespace pubbuild {

// Takes what fits `room` off the galley from `begin` on, at least one line, so that it ends; `begin` moves to
// what is left. Rows too high for the room are parted: each cell is cut where its lines end.
Galley take_lines(Galley& galley, size_t& begin, Length room);

// Takes what fits `room` off a row; the row keeps the rest, its height at least `enough` where the rest is
// higher than that.
Row take_row(Row& row, Length room, Length enough);

// Tables in a cell or in a note do not show their headers again: only one that stands in the page itself
// does.
void forget_headers(Galley& galley);

// The height from `begin` on, or some height above `enough`: of a long galley not all is looked at.
Length height_up_to(const Galley& galley, size_t begin, Length enough);

}  // namespace pubbuild
