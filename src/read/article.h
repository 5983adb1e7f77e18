// A Markdown article → an `article` of the publication, with its metadata.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "base/source.h"
#include "tree/publication.h"

namespace pubbuild {

// A publication whose tree is html > body, without articles.
Publication new_publication();

// Appends the article in `file` (valid UTF-8, at most 16 MB) to the publication's body. The paths in it are
// relative to `folder`. The first article's metadata is also the publication's. A file without text is an
// error, and an article without content.
void read_article(const Sources& sources, FileId file, std::string folder, Publication& publication,
                  Diagnostics& diagnostics);

}  // namespace pubbuild
