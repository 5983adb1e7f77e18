// Makes resolved publications as the passes before the writer do.
#include "small_publication.h"

namespace pubbuild {

SmallPublication::SmallPublication() {
  publication.body = publication.tree.append_element(publication.tree.root(), Tag::body, {});
  publication.metadata.title.text = "小册子";
  publication.metadata.lang.text = "zh-Hans";
}

NodeId SmallPublication::add_article(std::string_view id, std::string_view title) {
  const NodeId article = add(publication.body, Tag::article);
  publication.articles.push_back({article, ".", FileId::none, {}});
  const NodeId head = add(article, Tag::header, {{Attr::class_, "article-head"}});
  add_heading(head, Tag::h1, id, title);
  return article;
}

NodeId SmallPublication::add(NodeId parent, Tag tag, AttributeList attributes, std::string_view text) {
  const NodeId node = publication.tree.append_element(parent, tag, {});
  for (const auto& [name, value] : attributes) publication.tree.set_attribute(node, name, value);
  if (!text.empty()) add_text(node, text);
  return node;
}

NodeId SmallPublication::add_text(NodeId parent, std::string_view text) {
  return publication.tree.append_text(parent, text, {});
}

NodeId SmallPublication::add_heading(NodeId article, Tag tag, std::string_view id, std::string_view text) {
  const NodeId heading = add(article, tag, {{Attr::id, id}}, text);
  const int32_t level = 1 + static_cast<int32_t>(tag) - static_cast<int32_t>(Tag::h1);
  publication.headings.push_back({heading, level, std::string(text), std::string(id)});
  return heading;
}

void SmallPublication::add_note(NodeId paragraph, std::string_view number, std::string_view text) {
  const std::string note = "n" + std::string(number);
  const std::string reference = "r" + std::string(number);
  const NodeId link = add(paragraph, Tag::a,
                          {{Attr::class_, "footnote-ref"},
                           {Attr::id, reference},
                           {Attr::href, "#" + note},
                           {Attr::epub_type, "noteref"},
                           {Attr::role, "doc-noteref"}});
  add(link, Tag::sup, {}, number);
  const NodeId aside = add(publication.tree.parent(paragraph), Tag::aside,
                           {{Attr::class_, "footnote"},
                            {Attr::id, note},
                            {Attr::epub_type, "footnote"},
                            {Attr::role, "doc-footnote"}});
  const NodeId body = add(aside, Tag::p);
  add(body, Tag::a, {{Attr::href, "#" + reference}, {Attr::role, "doc-backlink"}}, number);
  add_text(body, text);
}

NodeId SmallPublication::add_picture(NodeId parent, std::string_view alt, PictureId picture) {
  const NodeId node = add(parent, Tag::img, {{Attr::src, "a.png"}, {Attr::alt, alt}});
  if (picture != PictureId::none) publication.pictures[node] = picture;
  return node;
}

std::string SmallPublication::write() const {
  return write_epub(
      {publication, pictures, css, pages, "urn:uuid:00000000-0000-5000-8000-000000000000", 86'400});
}

Picture small_png() {
  constexpr unsigned char bytes[] = {
      0x89, 'P',  'N',  'G',  '\r', '\n', 0x1A, '\n', 0,    0,    0,    13,  'I',  'H',  'D',  'R',  0,
      0,    0,    1,    0,    0,    0,    1,    8,    0,    0,    0,    0,   0x3A, 0x7E, 0x9B, 0x55, 0,
      0,    0,    10,   'I',  'D',  'A',  'T',  0x78, 0xDA, 0x63, 0x68, 0,   0,    0,    0x82, 0,    0x81,
      0xDA, 0x45, 0x08, 0x3B, 0,    0,    0,    0,    'I',  'E',  'N',  'D', 0xAE, 0x42, 0x60, 0x82};
  Picture picture;
  picture.kind = PictureKind::png;
  picture.bytes.assign(reinterpret_cast<const char*>(bytes), sizeof bytes);
  picture.width = 1;
  picture.height = 1;
  return picture;
}

}  // namespace pubbuild
