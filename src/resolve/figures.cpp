// Figures out of paragraphs.
#include "resolve/figures.h"

#include "resolve/walk.h"

namespace pubbuild {

namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The one picture of a paragraph, or none where there is something else.
NodeId only_picture(const Tree& tree, NodeId paragraph) {
  NodeId picture = NodeId::none;
  for (const NodeId child : children(tree, paragraph)) {
    if (tree.is_text(child) && is_blank(tree.text(child))) continue;
    if (picture != NodeId::none || !tree.is_element(child, Tag::img)) return NodeId::none;
    picture = child;
  }
  return picture;
}

std::string take_caption(Tree& tree, NodeId picture) {
  std::string caption(tree.attribute(picture, Attr::title));
  tree.remove_attribute(picture, Attr::title);
  return caption.empty() ? std::string(tree.attribute(picture, Attr::alt)) : caption;
}

void make_figure(Tree& tree, NodeId paragraph, NodeId picture, Diagnostics& diagnostics) {
  const Span span = tree.span(picture);
  tree.set_tag(paragraph, Tag::figure);
  for (const NodeId child : children(tree, paragraph)) {
    if (child != picture) tree.detach(child);
  }
  const std::string caption = take_caption(tree, picture);
  if (is_blank(tree.attribute(picture, Attr::alt))) {
    diagnostics.warning("picture-alt", span, "the picture has no alternative text",
                        "say what it shows: ![…](picture.jpg)");
  }
  if (!is_blank(caption))
    tree.append_text(tree.append_element(paragraph, Tag::figcaption, span), caption, span);
}

}  // namespace

void make_figures(Publication& publication, Diagnostics& diagnostics) {
  Tree& tree = publication.tree;
  for (const Article& article : publication.articles) {
    for (const NodeId node : elements_below(tree, article.root)) {
      if (tree.is_element(node, Tag::img) && !tree.has(node, Attr::alt))
        tree.set_attribute(node, Attr::alt, "");
      if (!tree.is_element(node, Tag::p)) continue;
      const NodeId picture = only_picture(tree, node);
      if (picture != NodeId::none) make_figure(tree, node, picture, diagnostics);
    }
  }
}

}  // namespace pubbuild
