// Han beside Latin → the space between them (text-autospace).
#pragma once

#include <vector>

#include "text/flat_text.h"
#include "text/prepared.h"

namespace pubbuild {

// CSS Text 4, text-autospace: puts a quarter of an em between ideographs and letters or digits of other
// scripts, in the gap after the first of the two. A blank that the author typed there stands for the space
// and is not added to it (CLREQ, CJK–Latin spacing). `punctuation` sets French marks apart from their words.
void space_scripts(std::vector<Cluster>& clusters, const FlatText& text);

}  // namespace pubbuild
