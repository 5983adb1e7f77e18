// Resolved publication, style sheet and folios → the bytes of an EPUB 3.3.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "page/pages.h"
#include "picture/picture.h"
#include "tree/publication.h"

namespace pubbuild {

// Where a printed page begins in the text.
struct PageBreak {
  std::string folio;
  TreePosition first;
};

// A font file of the EPUB.
struct PackedFont {
  std::string name;  // "font-0123456789abcdef.otf"
  std::string_view media_type;
  std::string bytes;
};

struct EpubInput {
  const Publication& publication;
  const Pictures& pictures;
  std::string css;                     // as css_for_reading_systems gives it
  std::vector<PageBreak> pages;        // of the PDF built with it; empty where there is none
  std::string page_source;             // that PDF's identifier
  int64_t date = 0;                    // dcterms:modified, seconds since 1970-01-01 UTC
  std::vector<PackedFont> fonts = {};  // that the CSS names
  PageProgression progression = PageProgression::rightwards;
};

// Throws Error when libzip or memory fails. The same input gives the same bytes.
std::string write_epub(const EpubInput& input);

// urn:uuid: of version 5 (RFC 9562) of a key that stays the same from build to build: the identifier field
// where there is one, else title, authors and language.
std::string publication_identifier(const Metadata& metadata);

}  // namespace pubbuild
