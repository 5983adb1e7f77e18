// The tree as the HTML that the examples of the CommonMark specification are written in.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/source.h"
#include "tree/tree.h"

namespace pubbuild {

// The children of `node`.
std::string html_of(const Sources& sources, const Tree& tree, NodeId node);
// Reads `markdown` and writes it as HTML.
std::string html_of_markdown(std::string_view markdown);
// What the reader says of `markdown`: a line "line:column code" each.
std::string diagnostics_of_markdown(std::string_view markdown);
std::string places_of(const Sources& sources, const Diagnostics& diagnostics);

}  // namespace pubbuild
