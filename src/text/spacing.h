// White inside and between the characters of a line: punctuation squeezing, CJK–Latin space, and where lines
// give and take.
#pragma once

#include <vector>

#include "text/flat_text.h"
#include "text/prepared.h"

namespace pubbuild {

// Squeezes marks that stand beside each other, sets CJK and Latin apart, as in one long line, and notes what
// blanks may lose and which gaps may grow when a line is justified.
void space_clusters(std::vector<Cluster>& clusters, const FlatText& text);

}  // namespace pubbuild
