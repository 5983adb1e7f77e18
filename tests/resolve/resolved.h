// A publication written as markup, resolved, and what was said about it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "markup.h"
#include "resolve/resolve.h"
#include "tree/dump.h"

namespace pubbuild {

class Resolved {
 public:
  Sources sources;
  Publication publication;
  Pictures pictures;
  Diagnostics diagnostics;

  Resolved() { publication.body = publication.tree.append_element(publication.tree.root(), Tag::body, {}); }

  // Another article, whose file is called `file`.
  Article& article(std::string_view markup, const std::string& file = "article.md") {
    const NodeId root = publication.tree.append_element(publication.body, Tag::article, {});
    append_markup(publication.tree, root, markup);
    publication.articles.push_back({root, folder_of(file), sources.add(file, "text"), {}});
    publication.articles.back().metadata.lang.text = "zh-Hans";
    return publication.articles.back();
  }

  Resolved& run(std::map<std::string, std::string> files = {}) {
    resolve(publication, pictures, MemoryRoots(std::move(files)), sources, diagnostics);
    return *this;
  }

  std::string markup(size_t article = 0) const {
    return markup_of(publication.tree, publication.articles[article].root);
  }

  // What follows the article's head.
  std::string body(size_t article = 0) const {
    const std::string all = markup(article);
    const size_t end = all.find("</header>");
    return end == std::string::npos ? all : all.substr(end + 9);
  }

  std::vector<std::string> codes() const {
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : diagnostics.all()) codes.emplace_back(diagnostic.code);
    return codes;
  }
};

inline Resolved resolved(std::string_view markup) {
  Resolved result;
  result.article(markup);
  result.run();
  return result;
}

using Codes = std::vector<std::string>;

}  // namespace pubbuild
