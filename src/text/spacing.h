// White inside and between the characters of a CJK line: punctuation squeezing and CJK–Latin space.
#pragma once

#include <vector>

#include "text/flat_text.h"
#include "text/prepared.h"

namespace pubbuild {

// How much of a mark's frame may be taken off, from the white beside its ink (CLREQ, punctuation width
// adjustment): at most half an em at a side, and never ink.
void set_trims(Cluster& cluster, int32_t left_bearing, int32_t right_bearing);

// Squeezes marks that stand beside each other and sets CJK and Latin apart, as in one long line. `characters`
// holds the first character of each cluster.
void space_clusters(std::vector<Cluster>& clusters, const std::vector<char32_t>& characters,
                    const FlatText& text);

}  // namespace pubbuild
