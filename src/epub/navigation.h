// Headings and printed pages → the navigation document of EPUB 3 and the NCX of EPUB 2.
#pragma once

#include <string>
#include <vector>

#include "epub/chapters.h"
#include "epub/words.h"
#include "epub/xhtml.h"

namespace pubbuild {

// An entry of the contents; depths count from 1 and grow by one at most.
struct ContentsEntry {
  size_t depth = 1;
  std::string text;
  std::string address;
};

// Headings without words are left out; there is one entry at least.
std::vector<ContentsEntry> list_contents(const Publication& publication, const ChapterPlan& plan,
                                         const Words& words);

struct Navigation {
  std::string title;       // of the publication
  std::string identifier;  // of the publication
  std::string language;
  std::vector<ContentsEntry> contents;  // not empty
  std::vector<PageListEntry> pages;
  std::string cover_file;  // empty where there is no cover
  std::string first_file;  // where the text begins
};

std::string write_nav(const Navigation& navigation, const Words& words);
std::string write_ncx(const Navigation& navigation);

}  // namespace pubbuild
