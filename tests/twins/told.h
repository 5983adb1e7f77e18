// What a finished file tells its readers, in the words of both formats.
#pragma once

#include <string>
#include <vector>

namespace pubbuild::test {

struct Page {
  std::string label;
  // EPUB: what stands after the mark that the page begins with, to the end of that block.
  // PDF: what stands between head and notes, in the order of reading.
  std::string text;
  // EPUB: where the page begins in a table's body, the table's head, which the PDF repeats.
  std::vector<std::string> repeated;
};

struct Told {
  std::vector<std::string> headings;  // two blanks a level
  std::vector<std::string> links;     // those that leave the publication
  std::vector<std::string> pictures;  // what is said in place of each
  std::vector<Page> pages;
};

}  // namespace pubbuild::test
