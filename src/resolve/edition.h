// A publication as read → the edition of it for some profiles.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "tree/publication.h"

namespace pubbuild {

// Takes out what is for other profiles alone: elements of the classes `only-NAME`, a heading with the section
// that it begins, articles with `only`; and notes that only such content refers to. An edition of no articles
// is an error.
void keep_edition(Publication& publication, const std::vector<std::string>& profiles,
                  Diagnostics& diagnostics);

}  // namespace pubbuild
