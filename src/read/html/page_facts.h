// A whole page → what it says of its article outside of it: title, authors, date, source.
#pragma once

#include <set>

#include "read/html/document.h"
#include "tree/publication.h"

namespace pubbuild::html {

struct PageFacts {
  Metadata metadata;
  std::set<const GumboNode*> told;  // elements of the body that say these and nothing else
};

// `file` is what the spans of the facts point into. What stands in the body below `content` after its first
// paragraphs is no fact of the page.
PageFacts page_facts(const Document& page, const GumboNode& content, FileId file);

}  // namespace pubbuild::html
