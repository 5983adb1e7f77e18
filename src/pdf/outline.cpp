// Outline entries → the outline tree that viewers show beside the pages (ISO 32000-1 §12.3.3).
#include "pdf/outline.h"

#include <string>

#include "pdf/links.h"
#include "pdf/syntax.h"

namespace pubbuild::pdf {

namespace {

constexpr size_t none = SIZE_MAX;

// An entry's place in the tree; number 0 is the root, entry i has number i + 1.
struct Branch {
  ObjectId object = ObjectId::none;
  size_t parent = none;
  size_t previous = none;
  size_t next = none;
  size_t first = none;
  size_t last = none;
  int64_t children = 0;
};

void hang_below(std::vector<Branch>& tree, size_t parent, size_t child) {
  Branch& above = tree[parent];
  tree[child].parent = parent;
  tree[child].previous = above.last;
  if (above.last != none) tree[above.last].next = child;
  if (above.first == none) above.first = child;
  above.last = child;
  ++above.children;
}

std::vector<Branch> grow(const std::vector<OutlineEntry>& entries) {
  std::vector<Branch> tree(entries.size() + 1);
  std::vector<size_t> open{0};
  for (size_t i = 0; i < entries.size(); ++i) {
    while (open.size() > 1 && entries[open.back() - 1].level >= entries[i].level) open.pop_back();
    hang_below(tree, open.back(), i + 1);
    open.push_back(i + 1);
  }
  return tree;
}

std::string links_of(const std::vector<Branch>& tree, const Branch& branch) {
  std::string out;
  const auto add = [&](const char* key, size_t to) {
    if (to != none) out += key + reference(tree[to].object);
  };
  add(" /Parent ", branch.parent);
  add(" /Prev ", branch.previous);
  add(" /Next ", branch.next);
  add(" /First ", branch.first);
  add(" /Last ", branch.last);
  return out;
}

}  // namespace

ObjectId write_outline(ObjectStore& store, const PagedDocument& document,
                       const std::vector<ObjectId>& pages) {
  const std::vector<OutlineEntry>& entries = document.outline;
  if (entries.empty()) return ObjectId::none;
  std::vector<Branch> tree = grow(entries);
  for (Branch& branch : tree) branch.object = store.add();
  store.set(tree[0].object,
            "/Type /Outlines" + links_of(tree, tree[0]) + " /Count " + integer(tree[0].children));
  for (size_t i = 0; i < entries.size(); ++i) {
    const Branch& branch = tree[i + 1];
    std::string body = "/Title " + text_string(entries[i].title) + links_of(tree, branch);
    // A negative count: the branch is closed when the document opens.
    if (branch.children > 0) body += " /Count " + integer(-branch.children);
    const std::string destination = destination_array(document, entries[i].destination, pages);
    if (!destination.empty()) body += " /Dest " + destination;
    store.set(branch.object, std::move(body));
  }
  return tree[0].object;
}

}  // namespace pubbuild::pdf
