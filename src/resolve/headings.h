// Headings as written → one h1 an article, no level skipped, each with an id, and the list of them.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "resolve/ids.h"
#include "tree/publication.h"

namespace pubbuild {

// The headings that divide an article; not those of quotations, notes, figures, lists and tables (HTML's
// sectioning roots and what stands inside a block).
std::vector<NodeId> outline_headings(const Tree& tree, NodeId article);

// Makes the title the only h1: where the text has one, all its headings go one level down (h6 stays). Closes
// up skipped levels with a warning.
void settle_heading_levels(Publication& publication, Diagnostics& diagnostics);

// Gives every heading an id, from its words where they are ASCII, else from its number; `ids` learns the
// names that pandoc and GitHub would have given it. Returns the headings that divide the articles.
std::vector<Heading> name_headings(Publication& publication, Ids& ids);

}  // namespace pubbuild
