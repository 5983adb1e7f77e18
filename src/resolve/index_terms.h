// The terms of the index, where they stand.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "resolve/ids.h"
#include "tree/publication.h"

namespace pubbuild {

// The elements of the class "index", each with an id; one without words is a warning and none of them.
std::vector<IndexTerm> name_index_terms(Publication& publication, Ids& ids, Diagnostics& diagnostics);

}  // namespace pubbuild
