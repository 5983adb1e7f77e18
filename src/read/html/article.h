// A page of HTML → elements of an `article`, and its metadata.
#pragma once

#include "base/diagnostics.h"
#include "base/source.h"
#include "base/span.h"
#include "tree/publication.h"

namespace pubbuild {

// Of a whole page the article in it: its title, authors, date, source and content; menus, scripts and what
// stands around them is left out, and a note says how much. Of a part of a page all. A page that would take
// the parser more than linear time is an error.
Metadata read_html_article(const Sources& sources, Span page, Tree& tree, NodeId parent,
                           Diagnostics& diagnostics);

}  // namespace pubbuild
