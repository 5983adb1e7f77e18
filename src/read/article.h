// An article in any of the formats that are read → an `article` of the publication, with its metadata.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/encoding.h"
#include "base/source.h"
#include "tree/publication.h"

namespace pubbuild {

enum class ArticleKind : uint8_t { markdown, text, html, docx };

// What the file's name ends in says which it is; nothing where it says none of them. A name without an ending
// means Markdown.
std::optional<ArticleKind> kind_of(std::string_view file_name);

// An article's file: a text of at most 16 MB in valid UTF-8, or a document that is no text, whose bytes its
// reader takes apart. The paths in it are relative to `folder`.
struct ArticleFile {
  FileId file = FileId::none;  // of a text
  std::string folder;
  ArticleKind kind = ArticleKind::markdown;
  std::optional<TextEncoding> written_as{};  // of a text whose bytes in this encoding are the file
  std::string name{};                        // of a document
  std::string bytes{};                       // of a document
};

// A publication whose tree is html > body, without articles.
Publication new_publication();

// Appends the article to the publication's body. The first article's metadata is also the publication's. A
// file without text is an error, and an article without content.
void read_article(Sources& sources, const ArticleFile& input, Publication& publication,
                  Diagnostics& diagnostics);

}  // namespace pubbuild
