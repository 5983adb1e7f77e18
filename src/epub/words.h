// What an EPUB says in its own words, in the language of the publication.
#pragma once

#include <string_view>

#include "tree/publication.h"

namespace pubbuild {

struct Words {
  std::string_view contents;
  std::string_view landmarks;
  std::string_view pages;
  std::string_view cover;
  std::string_view text;  // where the body matter begins
  std::string_view untitled;
  std::string_view subtitle_mark;  // between title and subtitle
  // Sentences of the accessibility summary.
  std::string_view reflowable;
  std::string_view pictures_described;
  std::string_view pictures_not_described;
  std::string_view pages_marked;
  std::string_view between_sentences;
};

const Words& words_of(Script script);

}  // namespace pubbuild
