// Publication as read → publication whose every id, number, link, note and picture is decided.
#pragma once

#include "base/diagnostics.h"
#include "base/roots.h"
#include "base/source.h"
#include "picture/picture.h"
#include "tree/publication.h"

namespace pubbuild {

// Total: what cannot be resolved is said and recovered from, so that every output can go on. `pictures`
// receives the pictures that `publication.pictures` names, `sources` the files that tables are filled from.
void resolve(Publication& publication, Pictures& pictures, const Roots& roots, Sources& sources,
             Diagnostics& diagnostics);

}  // namespace pubbuild
