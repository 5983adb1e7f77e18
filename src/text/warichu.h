// Notes of two lines inside a line (割注, JLREQ §3.4.1) → clusters of half their width; then the two lines.
#pragma once

#include <cstdint>
#include <vector>

#include "text/flat_text.h"
#include "text/prepared.h"

namespace pubbuild {

// Lines are broken as if a note were one line of half its length, which it may be anywhere.
void fold_notes(std::vector<Cluster>& clusters, const FlatText& text);

// The clusters of one note that are on one line of the text.
struct FoldedNote {
  size_t begin = 0;
  size_t middle = 0;  // where its second line begins
  size_t end = 0;
};
// Those of clusters [begin, end).
std::vector<FoldedNote> folded_notes(const std::vector<Cluster>& clusters, const FlatText& text, size_t begin,
                                     size_t end);

// How wide a folded cluster is in its note.
int32_t unfolded_advance(const Cluster& cluster);

}  // namespace pubbuild
