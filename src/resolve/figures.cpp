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

// The title, else the alternative text with the markup it was written with; none where both are blank.
NodeId take_caption(Publication& publication, NodeId picture) {
  Tree& tree = publication.tree;
  const std::string title(tree.attribute(picture, Attr::title));
  tree.remove_attribute(picture, Attr::title);
  const auto written = publication.captions.find(picture);
  if (title.empty() && written != publication.captions.end()) return written->second;
  const std::string words = title.empty() ? std::string(tree.attribute(picture, Attr::alt)) : title;
  if (is_blank(words)) return NodeId::none;
  const NodeId caption = tree.make_element(Tag::figcaption, tree.span(picture));
  tree.append_text(caption, words, tree.span(picture));
  return caption;
}

// References to the picture mean the figure.
void take_id(Tree& tree, NodeId figure, NodeId picture) {
  const std::string id(tree.attribute(picture, Attr::id));
  if (id.empty()) return;
  tree.set_attribute(figure, Attr::id, id);
  tree.remove_attribute(picture, Attr::id);
}

void make_figure(Publication& publication, NodeId paragraph, NodeId picture, Diagnostics& diagnostics) {
  Tree& tree = publication.tree;
  const Span span = tree.span(picture);
  tree.set_tag(paragraph, Tag::figure);
  take_id(tree, paragraph, picture);
  for (const NodeId child : children(tree, paragraph)) {
    if (child != picture) tree.detach(child);
  }
  const NodeId caption = take_caption(publication, picture);
  if (is_blank(tree.attribute(picture, Attr::alt))) {
    diagnostics.warning("picture-alt", span, "the picture has no alternative text",
                        "say what it shows: ![…](picture.jpg)");
  }
  if (caption != NodeId::none) tree.append(paragraph, caption);
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
      if (picture != NodeId::none) make_figure(publication, node, picture, diagnostics);
    }
  }
}

}  // namespace pubbuild
