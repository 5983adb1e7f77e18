// What every step of reading one Markdown text works on.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "base/span.h"
#include "read/markdown/links.h"
#include "tree/tree.h"

namespace pubbuild::markdown {

// Elements inside one another within a paragraph or within raw HTML; beyond it they are left out, not their
// text.
constexpr size_t max_element_depth = 100;

// Inline notes of an article: each costs some 2 KB in the tree, and no article has so many.
constexpr size_t max_inline_notes = 20'000;

// The labels of footnotes; a label matches as a link's does.
class NoteLabels {
 public:
  // False where the label is taken.
  bool add(std::string_view label) {
    const bool added = places_.try_emplace(normalized_label(label), labels_.size()).second;
    if (added) labels_.emplace_back(label);
    return added;
  }
  // As its definition spells it; nothing where there is no definition.
  const std::string* find(std::string_view label) const {
    if (labels_.empty()) return nullptr;
    const auto found = places_.find(normalized_label(label));
    return found == places_.end() ? nullptr : &labels_[found->second];
  }

 private:
  std::unordered_map<std::string, size_t> places_;
  std::vector<std::string> labels_;
};

struct Reading {
  std::string_view source;
  FileId file = FileId::none;
  Tree& tree;
  Diagnostics& diagnostics;
  References references{};
  NoteLabels labels{};
  std::map<NodeId, NodeId> captions{};  // of pictures alone in their paragraphs, not yet in the tree
  std::vector<NodeId> notes{};          // asides, not yet in the tree
  size_t inline_notes = 0;              // of them
  size_t inline_notes_found = 0;        // in the text, with those that became no asides
  size_t expansion_left = 0;            // bytes that link definitions may still add
  bool expansion_reported = false;
  bool depth_reported = false;
  bool cells_reported = false;
  bool notes_reported = false;
  size_t missing_cells_left = 0;  // cells that short table rows may still be given

  Span span(uint32_t begin, uint32_t end) const { return {file, begin, end}; }
};

}  // namespace pubbuild::markdown
