// Ruby that is all bopomofo.
#include "resolve/readings.h"

#include "base/zhuyin.h"
#include "resolve/walk.h"
#include "tree/dump.h"

namespace pubbuild {

namespace {

bool has_only_zhuyin(const Tree& tree, NodeId ruby) {
  bool has_reading = false;
  for (const NodeId child : children(tree, ruby)) {
    if (!tree.is_element(child, Tag::rt)) continue;
    if (!is_zhuyin(text_content(tree, child))) return false;
    has_reading = true;
  }
  return has_reading;
}

}  // namespace

void mark_zhuyin(Publication& publication) {
  Tree& tree = publication.tree;
  for (const NodeId node : elements_below(tree, publication.body)) {
    if (tree.is_element(node, Tag::ruby) && has_only_zhuyin(tree, node)) tree.add_class(node, "zhuyin");
  }
}

}  // namespace pubbuild
