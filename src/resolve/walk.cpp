// Walking in document order without recursion.
#include "resolve/walk.h"

namespace pubbuild {

namespace {

// The next node in document order that is not below `node`; none at the end of the subtree of `root`.
NodeId next_after(const Tree& tree, NodeId node, NodeId root) {
  while (node != root) {
    if (tree.next(node) != NodeId::none) return tree.next(node);
    node = tree.parent(node);
  }
  return NodeId::none;
}

bool is_silent(const Tree& tree, NodeId node) {
  if (!tree.is_element(node)) return false;
  const Tag tag = tree.tag(node);
  return tag == Tag::rt || tag == Tag::rtc || tag == Tag::rp || tree.has_class(node, "footnote-ref") ||
         tree.has_class(node, "ref");
}

void append_collapsed(std::string& words, std::string_view text) {
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
}

}  // namespace

std::vector<NodeId> elements_below(const Tree& tree, NodeId root) {
  std::vector<NodeId> elements;
  for (NodeId node = tree.first_child(root); node != NodeId::none; node = next_in_order(tree, node, root)) {
    if (tree.is_element(node)) elements.push_back(node);
  }
  return elements;
}

std::string plain_words(const Tree& tree, NodeId root) {
  std::string words;
  NodeId node = tree.first_child(root);
  while (node != NodeId::none) {
    if (tree.is_text(node)) append_collapsed(words, tree.text(node));
    if (tree.is_element(node, Tag::br)) append_collapsed(words, " ");
    node = is_silent(tree, node) ? next_after(tree, node, root) : next_in_order(tree, node, root);
  }
  if (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

bool is_heading(const Tree& tree, NodeId node) {
  return tree.is_element(node) && tree.tag(node) >= Tag::h1 && tree.tag(node) <= Tag::h6;
}

int32_t heading_level(const Tree& tree, NodeId heading) {
  return static_cast<int32_t>(tree.tag(heading)) - static_cast<int32_t>(Tag::h1) + 1;
}

}  // namespace pubbuild
