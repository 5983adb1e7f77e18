// Flat text → clusters with glyphs, widths and places where a line may end.
#pragma once

#include "text/flat_text.h"
#include "text/prepared.h"
#include "text/shaper.h"

namespace pubbuild {

Prepared prepare(const FlatText& text, Shaper& shaper);

}  // namespace pubbuild
