// Header cells, scoped.
#include "resolve/tables.h"

#include "resolve/walk.h"

namespace pubbuild {

namespace {

bool holds_headers_only(const Tree& tree, NodeId row) {
  for (const NodeId cell : children(tree, row)) {
    if (tree.is_element(cell, Tag::td)) return false;
  }
  return true;
}

// In the head of its table, or in a first row that has no other cells.
bool heads_column(const Tree& tree, NodeId cell) {
  const NodeId row = tree.parent(cell);
  if (row == NodeId::none || tree.parent(row) == NodeId::none) return false;
  if (tree.is_element(tree.parent(row), Tag::thead)) return true;
  const NodeId before = tree.previous(row);
  const bool is_first = before == NodeId::none || !tree.is_element(before);
  return is_first && holds_headers_only(tree, row);
}

}  // namespace

void scope_header_cells(Publication& publication) {
  Tree& tree = publication.tree;
  for (const NodeId element : elements_below(tree, tree.root())) {
    if (!tree.is_element(element, Tag::th) || tree.has(element, Attr::scope)) continue;
    tree.set_attribute(element, Attr::scope, heads_column(tree, element) ? "col" : "row");
  }
}

}  // namespace pubbuild
