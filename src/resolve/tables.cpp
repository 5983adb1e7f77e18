// Header cells, scoped.
#include "resolve/tables.h"

#include "resolve/walk.h"

namespace pubbuild {

namespace {

bool is_in_head(const Tree& tree, NodeId cell) {
  const NodeId row = tree.parent(cell);
  return row != NodeId::none && tree.parent(row) != NodeId::none &&
         tree.is_element(tree.parent(row), Tag::thead);
}

}  // namespace

void scope_header_cells(Publication& publication) {
  Tree& tree = publication.tree;
  for (const NodeId element : elements_below(tree, tree.root())) {
    if (!tree.is_element(element, Tag::th) || tree.has(element, Attr::scope)) continue;
    tree.set_attribute(element, Attr::scope, is_in_head(tree, element) ? "col" : "row");
  }
}

}  // namespace pubbuild
