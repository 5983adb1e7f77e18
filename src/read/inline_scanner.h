// The text of a leaf block → pieces: text, code, links, notes, raw HTML, paired emphasis marks.
#pragma once

#include "read/content.h"
#include "read/piece.h"
#include "read/reading.h"

namespace pubbuild::markdown {

// Replaces what `pieces` held.
void scan_inlines(const Content& content, Reading& reading, Pieces& pieces);

}  // namespace pubbuild::markdown
