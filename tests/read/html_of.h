// The tree as the HTML that the examples of the CommonMark specification are written in.
#pragma once

#include <string>
#include <string_view>

#include "base/source.h"
#include "tree/tree.h"

namespace pubbuild {

// The children of `node`.
std::string html_of(const Sources& sources, const Tree& tree, NodeId node);
// Reads `markdown` and writes it as HTML.
std::string html_of_markdown(std::string_view markdown);

}  // namespace pubbuild
