// Metadata and files of a publication → its package document (EPUB 3.3 §5).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "epub/accessibility.h"
#include "epub/epub.h"

namespace pubbuild {

struct ManifestItem {
  std::string id;
  std::string file;
  std::string_view media_type;
  std::string_view properties;  // may be empty
};

struct SpineItem {
  enum class Reading { linear, aside };
  std::string id;
  Reading reading = Reading::linear;
};

struct GuideReference {
  std::string_view type;
  std::string_view title;
  std::string file;
};

struct Package {
  const EpubInput& input;
  std::string title;
  std::string language;
  Accessibility accessibility;
  std::string page_source;  // of the page list; empty where there is none
  std::vector<ManifestItem> manifest;
  std::vector<SpineItem> spine;
  std::vector<GuideReference> guide;
  std::string cover_image;  // id of its manifest item; empty where there is none
};

std::string write_package(const Package& package);
// Title and subtitle on one line; the first heading's words, or the word for it, where there is no title.
std::string publication_title(const Publication& publication, const Words& words);

}  // namespace pubbuild
