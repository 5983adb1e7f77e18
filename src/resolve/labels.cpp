// Figures and tables to number, boxes to label.
#include "resolve/labels.h"

#include <algorithm>

#include "resolve/walk.h"

namespace pubbuild {

namespace {

bool is_named_for_its_number(const Tree& tree, NodeId node) {
  const std::string_view id = tree.attribute(node, Attr::id);
  if (tree.is_element(node, Tag::figure)) return id.starts_with("fig:");
  return tree.is_element(node, Tag::table) && id.starts_with("tbl:");
}

bool is_box(const Tree& tree, NodeId node) {
  constexpr std::string_view classes[] = {"note", "warning", "exercise", "answer"};
  return tree.is_element(node, Tag::div) &&
         std::any_of(std::begin(classes), std::end(classes),
                     [&](std::string_view name) { return tree.has_class(node, name); });
}

NodeId first_written(const Tree& tree, NodeId parent) {
  for (const NodeId child : children(tree, parent)) {
    if (tree.is_element(child) || tree.text(child).find_first_not_of(" \t\n") != std::string_view::npos)
      return child;
  }
  return NodeId::none;
}

// A heading, a paragraph of that class, or bold words at the front.
bool has_own_label(const Tree& tree, NodeId box) {
  const NodeId first = first_written(tree, box);
  if (first == NodeId::none || !tree.is_element(first)) return false;
  if (is_heading(tree, first) || tree.has_class(first, "label")) return true;
  const NodeId front = first_written(tree, first);
  if (front == NodeId::none || !tree.is_element(front)) return false;
  return tree.is_element(front, Tag::strong) || tree.has_class(front, "label");
}

}  // namespace

void label_boxes(Publication& publication) {
  Tree& tree = publication.tree;
  for (const NodeId node : elements_below(tree, publication.body)) {
    if (is_named_for_its_number(tree, node)) tree.add_class(node, "numbered");
    if (is_box(tree, node) && !has_own_label(tree, node)) tree.add_class(node, "unlabelled");
  }
}

}  // namespace pubbuild
