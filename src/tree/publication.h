// What was read: the metadata and the one tree of all articles.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/span.h"
#include "tree/tree.h"

namespace pubbuild {

struct Person {
  std::string name;
  std::string role;     // as the author wrote it ("整理"), or empty
  std::string file_as;  // for sorting, or empty
  bool operator==(const Person&) const = default;
};

// A field of the front matter as text, and where it was written.
struct Field {
  std::string text;
  Span span;
};

struct Metadata {
  Field title;
  Field subtitle;
  std::vector<Person> authors;
  Field source;
  Field date;  // as written; `iso_date` reads it
  Field lang;  // BCP 47; empty where nobody said
  Field publisher;
  Field rights;
  Field description;
  std::vector<std::string> subjects;
  Field identifier;
  Field series;
  Field volume;
  Field cover;               // path of a picture
  std::vector<Field> style;  // theme names or CSS files
  Field line_break;
  Field paper;
  Field font_size;
  Field margins;
  Field direction;
  Field writing_mode;

  // Whether the next page lies to the left: direction rtl, lines from top to bottom and right to left.
  bool turns_leftwards() const;
};

// The tree: html > body > one `article` an article, each beginning with a `header.article-head` once
// resolved. `folder` is what the article's own paths are relative to; `metadata` its front matter.
struct Article {
  NodeId root = NodeId::none;
  std::string folder;
  FileId file = FileId::none;
  Metadata metadata;
  std::vector<std::string> only{};  // the profiles that it is for; empty: for all
};

// A heading of the contents: levels count from 1, the article's title; `text` has no markup, `id` is its
// element's.
struct Heading {
  NodeId node = NodeId::none;
  int32_t level = 1;
  std::string text;
  std::string id;
};

// A term of the index where it stands: `key` is the spelling that it is sorted by, empty where that is the
// term's own.
struct IndexTerm {
  NodeId node = NodeId::none;
  std::string term;
  std::string key;
  std::string id;
};

// What the articles say, read and, once resolved, decided: `headings`, `index`, `pictures` and
// `cover_picture` are empty before.
struct Publication {
  Metadata metadata;
  Tree tree;
  NodeId body = NodeId::none;
  std::vector<Article> articles;
  std::map<NodeId, NodeId> captions;     // of img elements, in no place before they are resolved
  std::vector<Heading> headings;         // in document order
  std::vector<IndexTerm> index;          // in document order
  std::map<NodeId, PictureId> pictures;  // of img elements; one that cannot be shown has none
  PictureId cover_picture = PictureId::none;
};

// "2026-05", "2026-05-03", "2026年5月3日" → "2026-05-03" (first day where none is said); empty where it is no
// date.
std::string iso_date(std::string_view written);

}  // namespace pubbuild
