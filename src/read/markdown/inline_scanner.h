// The text of a leaf block → pieces: text, code, links, notes, raw HTML, paired emphasis marks.
#pragma once

#include "read/markdown/content.h"
#include "read/markdown/piece.h"
#include "read/markdown/reading.h"

namespace pubbuild::markdown {

// Replaces what `pieces` held.
void scan_inlines(const Content& content, Reading& reading, Pieces& pieces);

}  // namespace pubbuild::markdown
