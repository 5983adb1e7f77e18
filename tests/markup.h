// Trees written as markup and read back as markup, so that a test shows what goes in and what comes out.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "tree/tree.h"

namespace pubbuild {

// Well-formed markup with double-quoted attributes and no entities: a test that writes anything else is wrong
// and stops.
inline void append_markup(Tree& tree, NodeId parent, std::string_view markup) {
  const auto require = [](bool holds) {
    if (!holds) std::abort();
  };
  NodeId open = parent;
  while (!markup.empty()) {
    const size_t tag_begin = std::min(markup.find('<'), markup.size());
    if (tag_begin > 0) tree.append_text(open, markup.substr(0, tag_begin), {});
    markup.remove_prefix(tag_begin);
    if (markup.empty()) break;
    const size_t tag_end = markup.find('>');
    require(tag_end != std::string_view::npos);
    std::string_view inside = markup.substr(1, tag_end - 1);
    markup.remove_prefix(tag_end + 1);
    if (inside.starts_with('/')) {
      open = tree.parent(open);
      continue;
    }
    const auto tag = tag_named(inside.substr(0, inside.find(' ')));
    require(tag.has_value());
    const NodeId element = tree.append_element(open, *tag, {});
    inside.remove_prefix(std::min(inside.find(' '), inside.size()));
    while (inside.find('=') != std::string_view::npos) {
      const size_t equals = inside.find('=');
      const size_t close = inside.find('"', equals + 2);
      require(close != std::string_view::npos);
      const auto name = attribute_named(inside.substr(1, equals - 1));
      require(name.has_value());
      tree.set_attribute(element, *name, inside.substr(equals + 2, close - equals - 2));
      inside.remove_prefix(close + 1);
    }
    if (!is_void(*tag)) open = element;
  }
  require(open == parent);
}

// The children of a node as markup; what the author did not write looks the same.
inline std::string markup_of(const Tree& tree, NodeId node) {
  std::string markup;
  for (const NodeId child : children(tree, node)) {
    if (tree.is_text(child)) {
      markup += tree.text(child);
      continue;
    }
    markup += "<" + std::string(name_of(tree.tag(child)));
    for (const Attribute& attribute : tree.attributes(child)) {
      markup += " " + std::string(name_of(attribute.name)) + "=\"" + attribute.value + "\"";
    }
    markup += ">";
    if (!is_void(tree.tag(child))) {
      markup += markup_of(tree, child) + "</" + std::string(name_of(tree.tag(child))) + ">";
    }
  }
  return markup;
}

}  // namespace pubbuild
