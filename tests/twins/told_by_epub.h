// The bytes of an EPUB → what it tells.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "told.h"

namespace pubbuild::test {

// The references to notes stand in the texts as this character, since each format numbers notes its own way.
constexpr char32_t note_reference = 0xFFFC;

struct Block {
  std::string text;
  bool preformatted = false;
};

struct ToldByEpub : Told {
  std::vector<std::string> ncx_headings;
  std::vector<std::string> marks;     // the labels of the page marks in the text
  std::set<std::string> images;       // the files of its pictures
  std::vector<Block> blocks;          // paragraphs, headings, items, cells, captions; no notes, no readings
  std::vector<std::string> readings;  // of ruby
  std::vector<std::string> notes;     // their text, without number
  std::vector<size_t> note_pages;     // for each note the page, counted from 0, on which it is referred to
};

ToldByEpub told_by_epub(const std::string& bytes);

}  // namespace pubbuild::test
