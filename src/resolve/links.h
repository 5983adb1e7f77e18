// Links as written → links that work in a publication: to one of its elements, or out to the web.
#pragma once

#include "base/diagnostics.h"
#include "base/source.h"
#include "resolve/ids.h"
#include "tree/publication.h"

namespace pubbuild {

// `#name` and `other.md#name` become `#id`; http, https, mailto and tel stay. Of any other link the words
// stay and the href goes, with a warning.
void connect_links(Publication& publication, const Ids& ids, const Sources& sources,
                   Diagnostics& diagnostics);

}  // namespace pubbuild
