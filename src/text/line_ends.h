// The clusters of a paragraph → where lines may end.
#pragma once

#include <vector>

#include "text/characters.h"
#include "text/prepared.h"
#include "text/shaper.h"

namespace pubbuild {

// By UAX #14 as tailored, by hyphenation, and by what the style says of wrapping (CSS Text 3 §3 and §5).
void mark_line_ends(std::vector<Cluster>& clusters, const Characters& characters, Shaper& shaper);

}  // namespace pubbuild
