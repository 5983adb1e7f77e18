// A block of raw HTML → elements of the tree.
#pragma once

#include "read/markdown/content.h"
#include "read/markdown/open_elements.h"
#include "read/markdown/reading.h"

namespace pubbuild::markdown {

// What is open at its end stays open in `elements`.
void read_html_block(const Content& content, Reading& reading, OpenElements& elements);

}  // namespace pubbuild::markdown
