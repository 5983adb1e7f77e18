// A chapter of the tree → the XHTML of its file.
#pragma once

#include <string>
#include <vector>

#include "epub/chapters.h"
#include "epub/page_markers.h"
#include "epub/picture_files.h"

namespace pubbuild {

// What chapters are written from; what it refers to must outlive it.
struct TextSource {
  const Publication& publication;
  const Pictures& pictures;
  const ChapterPlan& plan;
  const PageMarkers& markers;
  const PictureFiles& picture_files;
};

// A page of the printed edition and the address of its marker.
struct PageListEntry {
  std::string folio;
  std::string address;
};

struct WrittenChapter {
  std::string xhtml;
  std::vector<PageListEntry> pages;  // in the order of the text
};

WrittenChapter write_chapter(const TextSource& source, const Chapter& chapter);

}  // namespace pubbuild
