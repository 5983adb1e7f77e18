// A page of HTML → its element tree as browsers see it, by gumbo.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>

namespace pubbuild::html {

// The parse of a page, which must outlive it.
class Document {
 public:
  explicit Document(std::string_view page);
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  const GumboNode& root() const { return *output_->root; }
  // nullptr for a page of frames.
  const GumboNode* head() const { return child_of_root(GUMBO_TAG_HEAD); }
  const GumboNode* body() const { return child_of_root(GUMBO_TAG_BODY); }
  // Whether it was written as a page of its own and not as a part of one.
  bool is_whole() const;

 private:
  const GumboNode* child_of_root(GumboTag tag) const;

  class Memory;
  std::unique_ptr<Memory> memory_;
  GumboOptions options_;
  GumboOutput* output_ = nullptr;
};

// Why a page is not parsed, and where: elements or attributes in numbers that no author writes, for which
// gumbo needs quadratic time. An empty reason: it is.
struct PageRefusal {
  std::string reason;
  size_t at = 0;
};
PageRefusal refusal_of(std::string_view page);

bool is_element(const GumboNode& node);
bool is_element(const GumboNode& node, GumboTag tag);
bool is_text(const GumboNode& node);
// In lower case, of unknown elements too.
std::string name_of(const GumboNode& element);
// Empty for an attribute that is not there.
std::string_view attribute(const GumboNode& element, const char* name);
size_t child_count(const GumboNode& node);
const GumboNode& child(const GumboNode& node, size_t n);
// Where it was written; 0 for what was not.
size_t offset_of(const GumboNode& node);

// Calls `enter` for each node below and including `node` in document order, not for what is below one for
// which it gives false, and `leave` when all below a node has been seen.
template <typename Enter, typename Leave>
void walk(const GumboNode& node, Enter enter, Leave leave);

// The words below a node, runs of blanks as one, without scripts; at most `limit` bytes of them.
std::string words_of(const GumboNode& node, size_t limit);

template <typename Enter, typename Leave>
void walk(const GumboNode& top, Enter enter, Leave leave) {
  const GumboNode* node = &top;
  while (true) {
    if (enter(*node) && child_count(*node) > 0) {
      node = &child(*node, 0);
      continue;
    }
    leave(*node);
    while (node != &top && node->index_within_parent + 1 >= child_count(*node->parent)) {
      node = node->parent;
      leave(*node);
    }
    if (node == &top) return;
    node = &child(*node->parent, node->index_within_parent + 1);
  }
}

}  // namespace pubbuild::html
