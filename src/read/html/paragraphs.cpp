// Empty blocks, lines in one block, typed indentations.
#include "read/html/paragraphs.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "read/cjk.h"

namespace pubbuild::html {

namespace {

bool is_blank_text(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (!markdown::is_blank(c) && c != 0x200B && c != 0xFEFF) return false;
  }
  return true;
}

bool is_blank(const Tree& tree, NodeId node) {
  return tree.is_text(node) && is_blank_text(tree.text(node));
}

size_t without_indentation(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    if (!markdown::is_blank(utf8::decode(text, at))) return begin;
  }
  return text.size();
}

bool begins_indented(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text.substr(first).starts_with("\u3000");
}

bool may_be_dropped(Tag tag) {
  return tag == Tag::p || tag == Tag::div || tag == Tag::span || tag == Tag::strong || tag == Tag::b ||
         tag == Tag::em || tag == Tag::i || tag == Tag::u || (tag >= Tag::h1 && tag <= Tag::h6);
}

bool may_hold_paragraphs(Tag tag) {
  return tag == Tag::div || tag == Tag::p || tag == Tag::blockquote || tag == Tag::article;
}

class Paragraphs {
 public:
  explicit Paragraphs(Tree& tree) : tree_(tree) {}

  // From the leaves up.
  void settle(NodeId top) {
    std::vector<NodeId> nodes;
    for (NodeId node = top; node != NodeId::none; node = next_in_order(tree_, node, top))
      nodes.push_back(node);
    for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
      if (tree_.is_element(*node)) settle_element(*node, *node == top);
    }
  }

 private:
  void settle_element(NodeId node, bool is_top) {
    if (!is_top && may_be_dropped(tree_.tag(node)) && !tree_.has(node, Attr::id) && is_empty(node))
      return tree_.detach(node);
    if (tree_.is_element(node, Tag::span) && tree_.attributes(node).empty()) return unwrap(node);
    if (tree_.is_element(node, Tag::table)) return make_head(node);
    settle_lines(node);
    if (!is_top && tree_.is_element(node, Tag::div) && holds_words_only(node)) tree_.set_tag(node, Tag::p);
    if (tree_.is_element(node, Tag::p)) drop_indentation(node);
  }

  // A first row of nothing but headers is the head of its table, which pages repeat.
  void make_head(NodeId table) {
    const NodeId body = first_element(table, Tag::tbody);
    const NodeId row = body == NodeId::none ? body : first_element(body, Tag::tr);
    if (row == NodeId::none || first_element(table, Tag::thead) != NodeId::none) return;
    if (first_element(row, Tag::th) == NodeId::none || first_element(row, Tag::td) != NodeId::none) return;
    const NodeId head = tree_.make_element(Tag::thead, tree_.span(row));
    tree_.insert_before(body, head);
    tree_.append(head, row);
    if (first_element(body, Tag::tr) == NodeId::none) tree_.detach(body);
  }

  NodeId first_element(NodeId parent, Tag tag) const {
    for (const NodeId child : children(tree_, parent)) {
      if (tree_.is_element(child, tag)) return child;
    }
    return NodeId::none;
  }

  void unwrap(NodeId span) {
    for (const NodeId child : children(tree_, span)) tree_.insert_before(span, child);
    tree_.detach(span);
  }

  bool holds_words_only(NodeId node) const {
    for (const NodeId child : children(tree_, node)) {
      if (tree_.is_element(child) && !is_phrasing(tree_.tag(child))) return false;
    }
    return true;
  }

  bool is_empty(NodeId node) const {
    for (const NodeId child : children(tree_, node)) {
      if (!is_blank(tree_, child) && !tree_.is_element(child, Tag::br)) return false;
    }
    return true;
  }

  // What stands between the blocks of a block: beside blocks each run of lines is a paragraph at least.
  void settle_lines(NodeId node) {
    if (!may_hold_paragraphs(tree_.tag(node))) return;
    std::vector<std::vector<NodeId>> runs(1);
    for (const NodeId child : children(tree_, node)) {
      if (tree_.is_element(child) && !is_phrasing(tree_.tag(child))) {
        runs.emplace_back();
      } else {
        runs.back().push_back(child);
      }
    }
    const bool has_blocks = runs.size() > 1;
    for (const std::vector<NodeId>& run : runs) settle_run(node, run, has_blocks);
  }

  // Two line breaks, or one with an indentation behind it, end a paragraph.
  void settle_run(NodeId node, const std::vector<NodeId>& run, bool has_blocks) {
    std::vector<std::vector<NodeId>> paragraphs(1);
    std::vector<NodeId> blanks;
    std::vector<NodeId> parting;
    size_t lines = 0;
    for (const NodeId child : run) {
      lines += tree_.is_element(child, Tag::br);
      if (tree_.is_element(child, Tag::br) || is_blank(tree_, child)) {
        blanks.push_back(child);
        continue;
      }
      const bool is_indented = tree_.is_text(child) && begins_indented(tree_.text(child));
      const bool begins = paragraphs.back().empty() || lines >= 2 || (lines == 1 && is_indented);
      if (begins && !paragraphs.back().empty()) paragraphs.emplace_back();
      std::vector<NodeId>& into = begins ? parting : paragraphs.back();
      into.insert(into.end(), blanks.begin(), blanks.end());
      blanks.clear();
      lines = 0;
      paragraphs.back().push_back(child);
    }
    if (has_blocks) parting.insert(parting.end(), blanks.begin(), blanks.end());
    if (!has_blocks && paragraphs.size() == 1) return;
    for (const NodeId blank : parting) tree_.detach(blank);
    if (tree_.is_element(node, Tag::p)) tree_.set_tag(node, Tag::div);
    for (const std::vector<NodeId>& words : paragraphs) wrap(words);
  }

  void wrap(const std::vector<NodeId>& words) {
    if (words.empty()) return;
    const NodeId paragraph = tree_.make_element(Tag::p, tree_.span(words.front()));
    tree_.insert_before(words.front(), paragraph);
    for (const NodeId word : words) tree_.append(paragraph, word);
    drop_indentation(paragraph);
  }

  void drop_indentation(NodeId paragraph) {
    NodeId node = tree_.first_child(paragraph);
    while (node != NodeId::none && tree_.is_element(node)) node = tree_.first_child(node);
    if (node == NodeId::none) return;
    const std::string text(tree_.text(node));
    if (const size_t begin = without_indentation(text); begin > 0) tree_.set_text(node, text.substr(begin));
  }

  Tree& tree_;
};

}  // namespace

void settle_paragraphs(Tree& tree, NodeId parent) {
  Paragraphs(tree).settle(parent);
}

}  // namespace pubbuild::html
