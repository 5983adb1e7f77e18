// The marks of a paragraph → their widths beside other marks and at the edges of lines.
#pragma once

#include <vector>

#include "style/computed.h"
#include "text/flat_text.h"
#include "text/prepared.h"

namespace pubbuild {

// The white beside a mark's ink that may be taken off.
struct MarkWhite {
  int32_t left = 0;
  int32_t right = 0;
};

// Of a glyph with these bearings in a frame of an em: half an em at most in all, and never so much that ink
// touches what stands beside it.
MarkWhite white_beside_ink(int32_t em, int32_t left_bearing, int32_t right_bearing);

// What a mark of this class may lose, of the white its glyph has: an opening one at its left, a closing one
// at its right, the others where their ink leaves room (CLREQ, punctuation width adjustment). Marks that are
// not an em wide lose nothing.
void set_trims(Cluster& cluster, MarkWhite white, const ComputedStyle& style);

// CSS Text 4, text-spacing-trim: takes the white off between marks that stand side by side, and notes what
// goes where a line begins or ends with one.
void trim_marks(std::vector<Cluster>& clusters, const FlatText& text);

}  // namespace pubbuild
