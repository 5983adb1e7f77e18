// What `[@fig:plan]` and its like mention, decided.
#pragma once

#include "base/diagnostics.h"
#include "resolve/ids.h"
#include "tree/publication.h"

namespace pubbuild {

// Links of the class "ref" get the name of what they mention for an address, and a class that says what it
// is: ref-figure, ref-table, ref-section, ref-exercise or ref-page. Style sheets give them their words, which
// are numbers of their own; a reference to a page holds the title of its section, for books without pages.
// What is mentioned is numbered. A mention of nothing stays as written, with a warning.
void resolve_mentions(Publication& publication, const Ids& ids, Diagnostics& diagnostics);

}  // namespace pubbuild
