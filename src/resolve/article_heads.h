// Front matter and first heading → the `header.article-head` that every article begins with.
#pragma once

#include "base/source.h"
#include "tree/publication.h"

namespace pubbuild {

// Title, subtitle, authors, source and date, in this order; afterwards every article has a title, and so has
// the publication.
void make_article_heads(Publication& publication, const Sources& sources);

}  // namespace pubbuild
