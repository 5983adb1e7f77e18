// A Markdown article → an `article` of the publication, with its metadata.
#include "read/article.h"

#include "read/front_matter.h"
#include "read/markdown.h"

namespace pubbuild {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

Publication new_publication() {
  Publication publication;
  publication.body = publication.tree.append_element(publication.tree.root(), Tag::body, {});
  return publication;
}

void read_article(const Sources& sources, FileId file, std::string folder, Publication& publication,
                  Diagnostics& diagnostics) {
  if (publication.body == NodeId::none) publication = new_publication();
  const std::string_view source = sources[file].text();
  Span text{file, 0, static_cast<uint32_t>(source.size())};
  if (source.starts_with(byte_order_mark)) text.begin = static_cast<uint32_t>(byte_order_mark.size());
  Article article;
  article.root = publication.tree.append_element(publication.body, Tag::article, text);
  article.folder = std::move(folder);
  article.file = file;
  if (sources.text(text).find_first_not_of(" \t\r\n") == std::string_view::npos) {
    diagnostics.error("empty", {file, text.begin, text.begin}, "the file is empty");
  } else {
    FrontMatter front = read_front_matter(sources, text, diagnostics);
    article.metadata = std::move(front.metadata);
    article.only = std::move(front.only);
    publication.captions.merge(read_markdown(sources, {file, front.body_begin, text.end}, publication.tree,
                                             article.root, diagnostics));
  }
  if (publication.articles.empty()) publication.metadata = article.metadata;
  publication.articles.push_back(std::move(article));
}

}  // namespace pubbuild
