// What the text of a publication holds → what its metadata may promise to readers with disabilities.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "epub/words.h"
#include "tree/publication.h"

namespace pubbuild {

// Schema.org's accessibility properties, as EPUB Accessibility 1.1 §2 wants them.
struct Accessibility {
  std::vector<std::string_view> access_modes;
  std::string_view sufficient_access_mode;
  std::vector<std::string_view> features;
  std::string summary;
};

enum class PrintedPages { unmarked, marked };

Accessibility survey_accessibility(const Publication& publication, PrintedPages pages, const Words& words);

}  // namespace pubbuild
