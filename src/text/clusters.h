// Characters → clusters with the glyphs of the faces that have them.
#pragma once

#include "text/characters.h"
#include "text/prepared.h"
#include "text/shaper.h"

namespace pubbuild {

// Han characters and the marks of CJK text stand in frames of an em each; what is left goes through HarfBuzz,
// in runs of one style, face, script and direction. A character that no face has becomes a box.
Prepared make_clusters(const Characters& text, Shaper& shaper);

}  // namespace pubbuild
