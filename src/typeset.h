// Resolved publication and style sheet → a PDF, and where its pages begin.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/roots.h"
#include "epub/epub.h"
#include "picture/picture.h"
#include "style/stylesheet.h"
#include "tree/publication.h"

namespace pubbuild {

struct Typeset {
  std::string pdf;
  std::string identifier;              // of the PDF, as an EPUB names the source of its page list
  std::vector<PageBreak> page_breaks;  // a page each, at places of the text as it was written
};

struct TypesetOptions {
  std::string data_folder;
  const Roots& roots;
  int64_t date = 0;
  int64_t picture_resolution = 300;  // pixels an inch that photos are printed with, at least
};

// The publication is changed meanwhile and as before afterwards.
Typeset typeset_publication(Publication& publication, const Pictures& pictures, const StyleSheet& sheet,
                            const TypesetOptions& options, const Sources& sources, Diagnostics& diagnostics);

// The pages as text.
std::string dump_pages(Publication& publication, const Pictures& pictures, const StyleSheet& sheet,
                       const TypesetOptions& options, const Sources& sources, Diagnostics& diagnostics);

}  // namespace pubbuild
