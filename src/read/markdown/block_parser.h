// Markdown text → its blocks: containers and leaves with their lines, link definitions taken out.
#pragma once

#include <string_view>

#include "base/diagnostics.h"
#include "base/span.h"
#include "read/markdown/block.h"

namespace pubbuild::markdown {

// Containers inside one another beyond this are text: passes over the tree recurse.
constexpr size_t max_block_depth = 100;

// `source` is the whole text of `text`'s file.
Blocks parse_blocks(std::string_view source, Span text, Diagnostics& diagnostics);

}  // namespace pubbuild::markdown
