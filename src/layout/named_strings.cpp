// Evaluates string-set.
#include "layout/named_strings.h"

#include "tree/dump.h"

namespace pubbuild {

namespace {

std::string value_of(const Tree& tree, NodeId element, const Content& content) {
  std::string value;
  for (const ContentPiece& piece : content) {
    if (piece.kind == ContentPiece::Kind::string) value += piece.text;
    if (piece.kind == ContentPiece::Kind::element_text) value += text_content(tree, element);
    if (piece.kind != ContentPiece::Kind::attribute) continue;
    if (const auto name = attribute_named(piece.name)) value += tree.attribute(element, *name);
  }
  return value;
}

}  // namespace

std::vector<NamedString> named_strings(const Tree& tree, NodeId element, const ComputedStyle& style) {
  std::vector<NamedString> strings;
  for (const StringSet& set : style.string_set)
    strings.push_back({set.name, value_of(tree, element, set.content)});
  return strings;
}

}  // namespace pubbuild
