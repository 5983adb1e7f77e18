// Numbered paragraphs → lists in lists.
#pragma once

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "read/docx/styles.h"
#include "tree/tree.h"

namespace pubbuild::docx {

ListPlace list_place(const tinyxml2::XMLElement& numbering);

class Lists {
 public:
  Lists(Tree& tree, const Numbering& numbering) : tree_(tree), numbering_(numbering) {}

  // The words of a paragraph as the next item, in the list that is open or in a new one below `parent`.
  void add(NodeId words, const ListPlace& place, NodeId parent);
  // What Word writes before the next paragraph there ("第二章"); empty for bullets.
  std::string number(const ListPlace& place);
  void close() { open_.clear(); }

  struct Open {
    std::string number;
    int level = 0;
    NodeId list = NodeId::none;
    NodeId item = NodeId::none;
  };
  // The open lists, while something else is written.
  std::vector<Open> suspend() { return std::exchange(open_, {}); }
  void resume(std::vector<Open> open) { open_ = std::move(open); }

 private:
  int next(const ListPlace& place, int start);
  std::string shown_number(const ListPlace& place) const;
  NodeId make_list(const ListPlace& place, NodeId parent, const ListLevel& level, int first);

  Tree& tree_;
  const Numbering& numbering_;
  std::vector<Open> open_;
  std::map<std::string, std::array<int, 9>> counts_;
};

}  // namespace pubbuild::docx
