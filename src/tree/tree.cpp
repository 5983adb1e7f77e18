// The arena of the tree: making, linking and reading nodes.
#include "tree/tree.h"

#include <algorithm>

namespace pubbuild {

Tree::Tree(Tag root) {
  make_element(root, {});
}

NodeId Tree::add(Node node) {
  nodes_.push_back(node);
  return static_cast<NodeId>(nodes_.size() - 1);
}

std::string_view Tree::text(NodeId node) const {
  return std::string_view(text_).substr(at(node).content, at(node).text_length);
}

NodeId Tree::make_element(Tag tag, Span span) {
  Node node;
  node.tag = tag;
  node.span = span;
  return add(node);
}

NodeId Tree::make_text(std::string_view text, Span span) {
  Node node;
  node.kind = NodeKind::text;
  node.content = static_cast<uint32_t>(text_.size());
  node.text_length = static_cast<uint32_t>(text.size());
  node.span = span;
  text_.append(text);
  return add(node);
}

NodeId Tree::append_element(NodeId parent, Tag tag, Span span) {
  const NodeId node = make_element(tag, span);
  append(parent, node);
  return node;
}

NodeId Tree::append_text(NodeId parent, std::string_view text, Span span) {
  const NodeId last = at(parent).last_child;
  const bool joins = last != NodeId::none && is_text(last) &&
                     at(last).content + at(last).text_length == text_.size() &&
                     at(last).span.file == span.file;
  if (!joins) {
    const NodeId node = make_text(text, span);
    append(parent, node);
    return node;
  }
  text_.append(text);
  at(last).text_length += static_cast<uint32_t>(text.size());
  at(last).span = join(at(last).span, span);
  return last;
}

void Tree::append(NodeId parent, NodeId node) {
  detach(node);
  const NodeId last = at(parent).last_child;
  at(node).parent = parent;
  at(node).previous = last;
  (last == NodeId::none ? at(parent).first_child : at(last).next) = node;
  at(parent).last_child = node;
}

void Tree::insert_before(NodeId sibling, NodeId node) {
  detach(node);
  const NodeId parent = at(sibling).parent;
  const NodeId before = at(sibling).previous;
  at(node).parent = parent;
  at(node).previous = before;
  at(node).next = sibling;
  at(sibling).previous = node;
  (before == NodeId::none ? at(parent).first_child : at(before).next) = node;
}

void Tree::insert_after(NodeId sibling, NodeId node) {
  detach(node);
  const NodeId after = at(sibling).next;
  if (after == NodeId::none) {
    append(at(sibling).parent, node);
  } else {
    insert_before(after, node);
  }
}

void Tree::prepend(NodeId parent, NodeId node) {
  detach(node);
  const NodeId first = at(parent).first_child;
  if (first == NodeId::none) {
    append(parent, node);
  } else {
    insert_before(first, node);
  }
}

void Tree::detach(NodeId node) {
  const NodeId parent = at(node).parent;
  if (parent == NodeId::none) return;
  const NodeId before = at(node).previous;
  const NodeId after = at(node).next;
  (before == NodeId::none ? at(parent).first_child : at(before).next) = after;
  (after == NodeId::none ? at(parent).last_child : at(after).previous) = before;
  at(node).parent = at(node).previous = at(node).next = NodeId::none;
}

void Tree::move_children(NodeId from, NodeId to) {
  while (first_child(from) != NodeId::none) append(to, first_child(from));
}

void Tree::set_text(NodeId node, std::string_view text) {
  const std::string copy(text);  // `text` may lie in text_
  at(node).content = static_cast<uint32_t>(text_.size());
  at(node).text_length = static_cast<uint32_t>(copy.size());
  text_.append(copy);
}

const std::vector<Attribute>& Tree::attributes(NodeId element) const {
  static const std::vector<Attribute> none;
  const uint32_t place = at(element).content;
  return is_text(element) || place == 0 ? none : attributes_[place - 1];
}

std::vector<Attribute>& Tree::own_attributes(NodeId element) {
  uint32_t& place = at(element).content;
  if (place == 0) {
    attributes_.emplace_back();
    place = static_cast<uint32_t>(attributes_.size());
  }
  return attributes_[place - 1];
}

std::string_view Tree::attribute(NodeId element, Attr name) const {
  for (const Attribute& attribute : attributes(element)) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

bool Tree::has(NodeId element, Attr name) const {
  const std::vector<Attribute>& all = attributes(element);
  return std::any_of(all.begin(), all.end(), [&](const Attribute& each) { return each.name == name; });
}

bool Tree::has_class(NodeId element, std::string_view name) const {
  std::string_view rest = attribute(element, Attr::class_);
  while (!rest.empty()) {
    const size_t blank = rest.find(' ');
    if (rest.substr(0, blank) == name) return true;
    if (blank == std::string_view::npos) return false;
    rest.remove_prefix(blank + 1);
  }
  return false;
}

void Tree::set_attribute(NodeId element, Attr name, std::string_view value) {
  std::vector<Attribute>& all = own_attributes(element);
  for (Attribute& attribute : all) {
    if (attribute.name != name) continue;
    attribute.value = value;
    return;
  }
  all.push_back({name, std::string(value)});
}

void Tree::remove_attribute(NodeId element, Attr name) {
  if (has(element, name))
    std::erase_if(own_attributes(element), [&](const Attribute& each) { return each.name == name; });
}

void Tree::add_class(NodeId element, std::string_view name) {
  if (has_class(element, name)) return;
  const std::string_view before = attribute(element, Attr::class_);
  set_attribute(element, Attr::class_,
                before.empty() ? std::string(name) : std::string(before) + " " + std::string(name));
}

NodeId next_in_order(const Tree& tree, NodeId node, NodeId top) {
  if (tree.first_child(node) != NodeId::none) return tree.first_child(node);
  while (node != top && tree.next(node) == NodeId::none) node = tree.parent(node);
  return node == top ? NodeId::none : tree.next(node);
}

}  // namespace pubbuild
