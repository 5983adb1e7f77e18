// A PDF → what it tells, asked of qpdf and pdftotext.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "told.h"

namespace pubbuild::test {

struct ToldByPdf : Told {
  size_t notes = 0;               // elements of its structure that are notes
  std::set<std::string> images;   // the objects that are pictures, each once
  std::vector<std::string> feet;  // of each page its notes, as they stand there
};

// The article's title heads each page but the first. The notes of a page begin where one of `notes` does.
ToldByPdf told_by_pdf(const std::string& path, const std::string& title,
                      const std::vector<std::string>& notes);

}  // namespace pubbuild::test
