// An article read from a text, and what was said about it.
#pragma once

#include <string>

#include "read/article.h"
#include "read/html_of.h"

namespace pubbuild {

struct ReadArticle {
  Sources sources;
  Publication publication = new_publication();
  Diagnostics diagnostics;
  explicit ReadArticle(std::string text, ArticleKind kind = ArticleKind::markdown) {
    const FileId file = sources.add("a.md", std::move(text));
    read_article(sources, {file, "folder", kind}, publication, diagnostics);
  }
  const Metadata& metadata() const { return publication.metadata; }
  std::string html() const { return html_of(sources, publication.tree, publication.articles.back().root); }
  std::string places() const { return places_of(sources, diagnostics); }
  std::string hint() const { return diagnostics.all().empty() ? "" : diagnostics.all()[0].hint; }
};

}  // namespace pubbuild
