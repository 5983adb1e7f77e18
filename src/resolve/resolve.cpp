// What the words mean, decided once for all outputs, a step a line.
#include "resolve/resolve.h"

#include "resolve/article_heads.h"
#include "resolve/data_tables.h"
#include "resolve/figures.h"
#include "resolve/headings.h"
#include "resolve/ids.h"
#include "resolve/index_terms.h"
#include "resolve/labels.h"
#include "resolve/language.h"
#include "resolve/links.h"
#include "resolve/mentions.h"
#include "resolve/notes.h"
#include "resolve/pictures.h"
#include "resolve/readings.h"
#include "resolve/tables.h"

namespace pubbuild {

void resolve(Publication& publication, Pictures& pictures, const Roots& roots, Sources& sources,
             Diagnostics& diagnostics) {
  settle_languages(publication, diagnostics);
  make_article_heads(publication, sources);
  settle_heading_levels(publication, diagnostics);
  make_figures(publication, diagnostics);
  fill_tables(publication, roots, sources, diagnostics);
  scope_header_cells(publication);
  label_boxes(publication);
  mark_zhuyin(publication);
  Ids ids = keep_author_ids(publication, diagnostics);
  place_notes(publication, ids, diagnostics);
  publication.headings = name_headings(publication, ids);
  publication.index = name_index_terms(publication, ids, diagnostics);
  resolve_mentions(publication, ids, diagnostics);
  connect_links(publication, ids, sources, diagnostics);
  load_pictures(publication, pictures, roots, diagnostics);
}

}  // namespace pubbuild
