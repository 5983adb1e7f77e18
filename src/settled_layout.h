// Styled tree with page references → pages whose printed numbers are right.
#pragma once

#include "generate/generate.h"
#include "layout/layout.h"

namespace pubbuild {

// Lays out again while the numbers printed are not those of the pages they refer to, three times at most;
// then says where one is wrong. A text without such numbers is laid out once. `tree` is that of `input`, and
// holds the numbers.
PagedDocument lay_out_settled(const LayoutInput& input, Tree& tree, const Generated& generated, Fonts& fonts,
                              const Sources& sources, Diagnostics& diagnostics);

}  // namespace pubbuild
