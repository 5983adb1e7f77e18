// A Word document → elements of an `article`, and its metadata.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/source.h"
#include "tree/publication.h"

namespace pubbuild {

struct DocxArticle {
  FileId file = FileId::none;  // its text, a line a paragraph: what messages point into
  Metadata metadata;
};

// Headings by style and outline level, marks of runs, lists, tables, notes, pictures, ruby and links become
// what they are in XHTML, below `parent`. What is not understood is a warning, once a kind; its text stays. A
// document that cannot be opened is an error.
DocxArticle read_docx_article(std::string_view bytes, const std::string& name, Sources& sources, Tree& tree,
                              NodeId parent, Diagnostics& diagnostics);

}  // namespace pubbuild
