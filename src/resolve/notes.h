// References to notes and notes at an article's end → numbered references, each note after the block that
// first refers to it.
#pragma once

#include "base/diagnostics.h"
#include "resolve/ids.h"
#include "tree/publication.h"

namespace pubbuild {

// Numbers run from 1 in each article, in the order of first references; a note that only a note refers to
// comes after those that the text refers to. Notes that nothing refers to go, with a warning.
void place_notes(Publication& publication, Ids& ids, Diagnostics& diagnostics);

}  // namespace pubbuild
