// Resolved publication and style sheet → an EPUB.
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

enum class FontEmbedding : uint8_t { none, subsets };

struct EpubOptions {
  std::string data_folder;
  const Roots& roots;
  int64_t date = 0;
  FontEmbedding embedding = FontEmbedding::none;
  std::vector<PageBreak> pages = {};  // of the PDF built with it
  std::string page_source = {};       // that PDF's identifier
};

// What style sheets count and reading systems would not is written into the publication, which is the EPUB's
// from then on.
std::string make_epub(Publication& publication, const Pictures& pictures, const StyleSheet& sheet,
                      const EpubOptions& options, Diagnostics& diagnostics);

}  // namespace pubbuild
