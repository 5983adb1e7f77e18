// Tabs → as wide as the next tab stop is far.
#pragma once

#include <vector>

#include "text/flat_text.h"
#include "text/prepared.h"
#include "text/shaper.h"

namespace pubbuild {

// CSS Text 3 §4.2; tab stops are counted from where the line begins.
void set_tabs(std::vector<Cluster>& clusters, const FlatText& text, Shaper& shaper);

}  // namespace pubbuild
