// The head of an article: what its lines are and how they are written in its language.
#include "resolve/article_heads.h"

#include "base/roots.h"
#include "base/utf8.h"
#include "resolve/dates.h"
#include "resolve/headings.h"
#include "resolve/language.h"
#include "resolve/walk.h"

namespace pubbuild {

namespace {

constexpr std::string_view em_space = "\u3000";

NodeId first_block(const Tree& tree, const Article& article) {
  for (const NodeId child : children(tree, article.root)) {
    if (tree.is_element(child)) return child;
  }
  return NodeId::none;
}

// A line above the title ("第三讲"): a paragraph of the class `tag` that the text begins with; or none.
NodeId take_tag_line(Tree& tree, const Article& article) {
  const NodeId first = first_block(tree, article);
  if (first == NodeId::none || !tree.is_element(first, Tag::p) || !tree.has_class(first, "tag"))
    return NodeId::none;
  tree.detach(first);
  return first;
}

// The heading that is the title though it stands in the text, or none.
NodeId title_in_text(const Tree& tree, const Article& article) {
  const NodeId first = first_block(tree, article);
  if (!article.metadata.title.text.empty()) {
    const bool same = first != NodeId::none && tree.is_element(first, Tag::h1) &&
                      plain_words(tree, first) == article.metadata.title.text;
    return same ? first : NodeId::none;
  }
  const std::vector<NodeId> headings = outline_headings(tree, article.root);
  if (headings.empty()) return NodeId::none;
  const bool is_title = tree.is_element(headings.front(), Tag::h1) || headings.front() == first;
  return is_title && !plain_words(tree, headings.front()).empty() ? headings.front() : NodeId::none;
}

std::string untitled(std::string_view language) {
  switch (script_of(language)) {
    case Script::hans:
      return "无题";
    case Script::hant:
    case Script::japanese:
      return "無題";
    case Script::korean:
      return "무제";
    case Script::other:
      return "Untitled";
  }
  return "Untitled";
}

std::string title_from_file(const Article& article, const Sources& sources) {
  std::string name = article.file == FileId::none ? "" : file_name_of(sources[article.file].name());
  if (const size_t dot = name.rfind('.'); dot != std::string::npos && dot > 0) name.erase(dot);
  return name.empty() || name == "-" ? untitled(article.metadata.lang.text) : name;
}

NodeId make_title(Tree& tree, Article& article, const Sources& sources) {
  Field& title = article.metadata.title;
  if (const NodeId heading = title_in_text(tree, article); heading != NodeId::none) {
    tree.set_tag(heading, Tag::h1);
    title = {plain_words(tree, heading), tree.span(heading)};
    return heading;
  }
  if (title.text.empty()) title.text = title_from_file(article, sources);
  const NodeId heading = tree.make_element(Tag::h1, title.span);
  tree.append_text(heading, title.text, title.span);
  return heading;
}

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2E3A || c == 0x2E3B || c == 0x2500 || c == 0xFF0D;
}

std::string_view without_dashes(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t c = utf8::decode(text, at);
    if (!is_dash(c) && c != ' ' && c != 0x3000) return text.substr(begin);
  }
  return text;
}

// In Chinese and Japanese two em dashes lead a subtitle, whichever dash the author typed or left out.
std::string subtitle_line(std::string_view subtitle, std::string_view language) {
  const Script script = script_of(language);
  if (script == Script::korean || script == Script::other) return std::string(subtitle);
  return "——" + std::string(without_dashes(subtitle));
}

std::string author_line(const std::vector<Person>& authors, std::string_view language) {
  const bool cjk = is_cjk_language(language);
  std::string line;
  for (const Person& author : authors) {
    if (!line.empty()) line += cjk ? em_space : ", ";
    line += author.name;
    if (author.role.empty()) continue;
    line += cjk ? "\u00A0" + author.role : " (" + author.role + ")";
  }
  return line;
}

NodeId append_line(Tree& tree, NodeId head, std::string_view name, std::string_view text, Span span) {
  const NodeId line = tree.append_element(head, Tag::p, span);
  tree.set_attribute(line, Attr::class_, name);
  if (!text.empty()) tree.append_text(line, text, span);
  return line;
}

void append_source_line(Tree& tree, NodeId head, const Metadata& metadata) {
  const Field& source = metadata.source;
  const Field& date = metadata.date;
  if (source.text.empty() && date.text.empty()) return;
  const NodeId line = append_line(tree, head, "source", source.text, source.span);
  if (date.text.empty()) return;
  if (!source.text.empty()) {
    tree.append_text(line, is_cjk_language(metadata.lang.text) ? em_space : ", ", source.span);
  }
  const NodeId time = tree.append_element(line, Tag::time, date.span);
  if (const std::string iso = iso_date(date.text); !iso.empty())
    tree.set_attribute(time, Attr::datetime, iso);
  tree.append_text(time, date_in_words(date.text, metadata.lang.text), date.span);
}

void make_article_head(Tree& tree, Article& article, const Sources& sources) {
  const NodeId tag = take_tag_line(tree, article);
  const NodeId title = make_title(tree, article, sources);
  const NodeId head = tree.make_element(Tag::header, tree.span(title));
  tree.set_attribute(head, Attr::class_, "article-head");
  if (tag != NodeId::none) tree.append(head, tag);
  tree.append(head, title);
  const Metadata& metadata = article.metadata;
  const std::string& lang = metadata.lang.text;
  if (!metadata.subtitle.text.empty()) {
    append_line(tree, head, "subtitle", subtitle_line(metadata.subtitle.text, lang), metadata.subtitle.span);
  }
  if (!metadata.authors.empty()) {
    append_line(tree, head, "author", author_line(metadata.authors, lang), tree.span(title));
  }
  append_source_line(tree, head, metadata);
  tree.prepend(article.root, head);
}

}  // namespace

void make_article_heads(Publication& publication, const Sources& sources) {
  for (Article& article : publication.articles) make_article_head(publication.tree, article, sources);
  Metadata& metadata = publication.metadata;
  if (!metadata.title.text.empty()) return;
  if (publication.articles.empty()) {
    metadata.title.text = untitled(metadata.lang.text);
  } else {
    metadata.title = publication.articles.front().metadata.title;
  }
}

}  // namespace pubbuild
