// Small resolved publications, made by hand.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "epub/epub.h"
#include "tree/publication.h"

namespace pubbuild {

using AttributeList = std::initializer_list<std::pair<Attr, std::string_view>>;

// A publication and what the writer needs besides.
struct SmallPublication {
  Publication publication;
  Pictures pictures;
  std::string css = "p { margin: 0; text-indent: 2em }";
  std::vector<PageBreak> pages;

  SmallPublication();
  // An article with its head and title, in the contents at level 1.
  NodeId add_article(std::string_view id, std::string_view title);
  NodeId add(NodeId parent, Tag tag, AttributeList attributes = {}, std::string_view text = {});
  NodeId add_text(NodeId parent, std::string_view text);
  // A heading that the contents list.
  NodeId add_heading(NodeId article, Tag tag, std::string_view id, std::string_view text);
  // The reference goes into `paragraph`, the note after it.
  void add_note(NodeId paragraph, std::string_view number, std::string_view text);
  NodeId add_picture(NodeId parent, std::string_view alt, PictureId picture);

  std::string write() const;
};

// A grey PNG of one pixel.
Picture small_png();

}  // namespace pubbuild
