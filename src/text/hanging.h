// Marks at the edges of lines → how far they hang in the margin (hanging-punctuation).
#pragma once

#include <vector>

#include "text/flat_text.h"
#include "text/prepared.h"

namespace pubbuild {

// CSS Text 4 §8.2. A mark that an inline box's edge parts from the line's does not hang, nor in Chinese one
// that follows another mark (CLREQ, hanging punctuation).
void hang_marks(std::vector<Cluster>& clusters, const FlatText& text);

}  // namespace pubbuild
