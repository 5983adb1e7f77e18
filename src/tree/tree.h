// The XHTML element tree: elements and text in an arena, each with the place it was written at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/span.h"
#include "tree/names.h"

namespace pubbuild {

enum class NodeKind : uint8_t { element, text };

struct Attribute {
  Attr name;
  std::string value;
};

// A tree always has a root element, made with it. Nodes are named by NodeId and never move or go away; a node
// that was detached is just not reached any more. Reading an id of another tree is a mistake of the caller.
class Tree {
 public:
  explicit Tree(Tag root = Tag::html);

  NodeId root() const { return NodeId{0}; }
  size_t size() const { return nodes_.size(); }

  NodeKind kind(NodeId node) const { return at(node).kind; }
  bool is_element(NodeId node) const { return at(node).kind == NodeKind::element; }
  bool is_text(NodeId node) const { return at(node).kind == NodeKind::text; }
  bool is_element(NodeId node, Tag tag) const { return is_element(node) && at(node).tag == tag; }
  // Of elements only.
  Tag tag(NodeId node) const { return at(node).tag; }
  // Of text nodes only; valid until the next text is added.
  std::string_view text(NodeId node) const;
  Span span(NodeId node) const { return at(node).span; }
  // Made by pubbuild (a number, a label), not written by the author.
  bool is_generated(NodeId node) const { return at(node).generated; }

  NodeId parent(NodeId node) const { return at(node).parent; }
  NodeId first_child(NodeId node) const { return at(node).first_child; }
  NodeId last_child(NodeId node) const { return at(node).last_child; }
  NodeId previous(NodeId node) const { return at(node).previous; }
  NodeId next(NodeId node) const { return at(node).next; }

  // In the order they were set.
  const std::vector<Attribute>& attributes(NodeId element) const;
  // Empty for an attribute that is not there; `has` tells the two apart.
  std::string_view attribute(NodeId element, Attr name) const;
  bool has(NodeId element, Attr name) const;
  bool has_class(NodeId element, std::string_view name) const;

  // New nodes belong nowhere until they are inserted.
  NodeId make_element(Tag tag, Span span);
  NodeId make_text(std::string_view text, Span span);
  NodeId append_element(NodeId parent, Tag tag, Span span);
  // Text after a text node that was itself just appended is joined to it.
  NodeId append_text(NodeId parent, std::string_view text, Span span);
  // Inserting a node that has a place moves it.
  void append(NodeId parent, NodeId node);
  void insert_before(NodeId sibling, NodeId node);
  void insert_after(NodeId sibling, NodeId node);
  void prepend(NodeId parent, NodeId node);
  void detach(NodeId node);
  // All children of `from` become the last children of `to`.
  void move_children(NodeId from, NodeId to);

  void set_tag(NodeId element, Tag tag) { at(element).tag = tag; }
  void set_span(NodeId node, Span span) { at(node).span = span; }
  void set_generated(NodeId node) { at(node).generated = true; }
  void set_text(NodeId node, std::string_view text);
  void set_attribute(NodeId element, Attr name, std::string_view value);
  void remove_attribute(NodeId element, Attr name);
  void add_class(NodeId element, std::string_view name);

 private:
  struct Node {
    NodeKind kind = NodeKind::element;
    Tag tag = Tag::html;
    bool generated = false;
    uint32_t content = 0;  // of a text: its first byte in text_; of an element: 1 + its place in attributes_
    uint32_t text_length = 0;  // bytes, of a text
    NodeId parent = NodeId::none;
    NodeId first_child = NodeId::none;
    NodeId last_child = NodeId::none;
    NodeId previous = NodeId::none;
    NodeId next = NodeId::none;
    Span span;
  };

  const Node& at(NodeId node) const { return nodes_[static_cast<size_t>(node)]; }
  Node& at(NodeId node) { return nodes_[static_cast<size_t>(node)]; }
  NodeId add(Node node);
  std::vector<Attribute>& own_attributes(NodeId element);

  std::vector<Node> nodes_;
  std::string text_;
  std::vector<std::vector<Attribute>> attributes_;
};

// Children of a node, for `for (NodeId child : children(tree, node))`; the child at hand may be moved
// meanwhile.
class Children {
 public:
  class Iterator {
   public:
    Iterator(const Tree& tree, NodeId node) : tree_(&tree), node_(node) { look_ahead(); }
    NodeId operator*() const { return node_; }
    Iterator& operator++() {
      node_ = next_;
      look_ahead();
      return *this;
    }
    bool operator!=(const Iterator& other) const { return node_ != other.node_; }

   private:
    void look_ahead() { next_ = node_ == NodeId::none ? NodeId::none : tree_->next(node_); }
    const Tree* tree_;
    NodeId node_;
    NodeId next_ = NodeId::none;
  };

  Children(const Tree& tree, NodeId node) : tree_(tree), first_(tree.first_child(node)) {}
  Iterator begin() const { return {tree_, first_}; }
  Iterator end() const { return {tree_, NodeId::none}; }

 private:
  const Tree& tree_;
  NodeId first_;
};

inline Children children(const Tree& tree, NodeId node) {
  return {tree, node};
}

// What comes behind a node in document order, its first child first, without leaving `top`; none at its end.
NodeId next_in_order(const Tree& tree, NodeId node, NodeId top);

}  // namespace pubbuild
