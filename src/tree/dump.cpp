// Tree → indented text.
#include "tree/dump.h"

#include "base/diagnostics.h"

namespace pubbuild {

namespace {

void dump(std::string& out, const Tree& tree, NodeId node, size_t depth) {
  out.append(2 * depth, ' ');
  if (tree.is_text(node)) {
    out += "\"" + printable(tree.text(node)) + "\"\n";
    return;
  }
  out += name_of(tree.tag(node));
  for (const Attribute& attribute : tree.attributes(node)) {
    out += " " + std::string(name_of(attribute.name)) + "=\"" + printable(attribute.value) + "\"";
  }
  out += "\n";
  for (const NodeId child : children(tree, node)) dump(out, tree, child, depth + 1);
}

void append_text_content(std::string& out, const Tree& tree, NodeId node) {
  if (tree.is_text(node)) out += tree.text(node);
  for (const NodeId child : children(tree, node)) append_text_content(out, tree, child);
}

}  // namespace

std::string dump(const Tree& tree, NodeId node) {
  std::string out;
  dump(out, tree, node, 0);
  return out;
}

std::string text_content(const Tree& tree, NodeId node) {
  std::string out;
  append_text_content(out, tree, node);
  return out;
}

}  // namespace pubbuild
