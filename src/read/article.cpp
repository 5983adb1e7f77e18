// The reader for each kind of article, and what they have in common.
#include "read/article.h"

#include <algorithm>

#include "base/roots.h"
#include "read/docx/article.h"
#include "read/front_matter.h"
#include "read/html/article.h"
#include "read/markdown/article.h"
#include "read/text/article.h"

namespace pubbuild {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Ending {
  std::string_view ending;
  ArticleKind kind;
};
constexpr Ending endings[] = {
    {".md", ArticleKind::markdown}, {".markdown", ArticleKind::markdown}, {".txt", ArticleKind::text},
    {".text", ArticleKind::text},   {".html", ArticleKind::html},         {".htm", ArticleKind::html},
    {".xhtml", ArticleKind::html},  {".docx", ArticleKind::docx},
};

// What every reader works on.
struct ArticleReading {
  Sources& sources;
  Publication& publication;
  Article& article;
  Diagnostics& diagnostics;
};

void read_markdown_article(const ArticleReading& reading, Span text) {
  FrontMatter front = read_front_matter(reading.sources, text, reading.diagnostics);
  reading.article.metadata = std::move(front.metadata);
  reading.article.only = std::move(front.only);
  reading.publication.captions.merge(read_markdown(reading.sources, {text.file, front.body_begin, text.end},
                                                   reading.publication.tree, reading.article.root,
                                                   reading.diagnostics));
}

// A text without its byte order mark.
Span text_of(const Sources& sources, FileId file) {
  const std::string_view source = sources[file].text();
  const size_t begin = source.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  return {file, static_cast<uint32_t>(begin), static_cast<uint32_t>(source.size())};
}

void read_text(const ArticleReading& reading, ArticleKind kind) {
  const Span text = text_of(reading.sources, reading.article.file);
  reading.publication.tree.set_span(reading.article.root, text);
  if (reading.sources.text(text).find_first_not_of(" \t\r\n") == std::string_view::npos) {
    reading.diagnostics.error("empty", {text.file, text.begin, text.begin}, "the file is empty");
    return;
  }
  switch (kind) {
    case ArticleKind::markdown:
      return read_markdown_article(reading, text);
    case ArticleKind::text:
      reading.article.metadata = read_text_article(reading.sources, text, reading.publication.tree,
                                                   reading.article.root, reading.diagnostics);
      return;
    case ArticleKind::html:
      reading.article.metadata = read_html_article(reading.sources, text, reading.publication.tree,
                                                   reading.article.root, reading.diagnostics);
      return;
    case ArticleKind::docx:
      return;
  }
}

}  // namespace

std::optional<ArticleKind> kind_of(std::string_view file_name) {
  const std::string ending = ending_of(file_name);
  if (ending.empty()) return ArticleKind::markdown;
  const auto* const found = std::ranges::find(endings, ending, &Ending::ending);
  if (found == std::end(endings)) return std::nullopt;
  return found->kind;
}

Publication new_publication() {
  Publication publication;
  publication.body = publication.tree.append_element(publication.tree.root(), Tag::body, {});
  return publication;
}

void read_article(Sources& sources, const ArticleFile& input, Publication& publication,
                  Diagnostics& diagnostics) {
  if (publication.body == NodeId::none) publication = new_publication();
  Article article;
  article.root = publication.tree.append_element(publication.body, Tag::article, {});
  article.folder = input.folder;
  article.file = input.file;
  const ArticleReading reading{sources, publication, article, diagnostics};
  if (input.kind == ArticleKind::docx) {
    DocxArticle document =
        read_docx_article(input.bytes, input.name, sources, publication.tree, article.root, diagnostics);
    article.file = document.file;
    article.metadata = std::move(document.metadata);
  } else {
    read_text(reading, input.kind);
  }
  if (publication.articles.empty()) publication.metadata = article.metadata;
  publication.articles.push_back(std::move(article));
}

}  // namespace pubbuild
