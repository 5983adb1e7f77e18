// How far a line is from its measure → what that costs, in demerits.
#pragma once

#include <cstdint>

#include "text/line_widths.h"

namespace pubbuild {

// No line that can be set inside its limits costs as much.
constexpr int64_t overfull_cost = 100'000'000;

// Of squeezing a line by `need`: the tier of the last class it takes (CLREQ, line adjustment, C2 to C7) and
// how much of that class. More than the line can give is overfull.
int64_t shrink_cost(const LineWidth& line, int64_t need, int64_t measure);

// Of stretching a line by `room`: tiers E1 to E3, all dearer than squeezing; beyond E2 how much each gap of
// text of this size grows.
int64_t stretch_cost(const LineWidth& line, int64_t room, int64_t em);

// Of leaving `room` in a line that is not justified.
int64_t ragged_cost(int64_t room, int64_t measure);

}  // namespace pubbuild
