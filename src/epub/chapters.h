// The tree of all articles → the files of the text, and which of them holds which id.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tree/publication.h"

namespace pubbuild {

enum class Piece { first, continued };

// A file of the text: the children of `root`, a child of the body, from `first` up to but without `end`.
struct Chapter {
  std::string file;  // "ch001.xhtml"
  std::string title;
  NodeId root = NodeId::none;
  NodeId first = NodeId::none;
  NodeId end = NodeId::none;
  Piece piece = Piece::first;
};

// Points into the attributes of the publication it was made from.
struct ChapterPlan {
  std::vector<Chapter> chapters;
  std::unordered_map<std::string_view, size_t> chapter_of_id;

  // "ch002.xhtml#id"; empty where no file holds the id.
  std::string address_of(std::string_view id) const;
};

// One file an article; an article that reading systems would open slowly is cut before headings, or, where it
// has none, before blocks. Notes stay with the block they belong to. There is always one chapter at least.
ChapterPlan plan_chapters(const Publication& publication);

}  // namespace pubbuild
