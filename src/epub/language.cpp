// Checks language tags.
#include "epub/language.h"

#include <algorithm>

namespace pubbuild {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_subtag(std::string_view subtag) {
  const auto plain = [](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
  return !subtag.empty() && subtag.size() <= 8 && std::all_of(subtag.begin(), subtag.end(), plain);
}

// Letters, 2 or 3 of them: longer primary subtags are reserved.
bool is_primary(std::string_view subtag) {
  return (subtag.size() == 2 || subtag.size() == 3) && std::all_of(subtag.begin(), subtag.end(), is_letter);
}

// Script, region or variant by their lengths; extensions and private use say nothing to a reading system.
bool is_secondary(std::string_view subtag) {
  if (!is_subtag(subtag)) return false;
  const bool letters = std::all_of(subtag.begin(), subtag.end(), is_letter);
  const bool digit_first = subtag[0] >= '0' && subtag[0] <= '9';
  switch (subtag.size()) {
    case 2:
      return letters;
    case 3:
      return letters || std::none_of(subtag.begin(), subtag.end(), is_letter);
    case 4:
      return letters || digit_first;
    default:
      return subtag.size() >= 5;
  }
}

// The order of RFC 5646: three-letter extension, script, region, variants.
int rank_of(std::string_view subtag) {
  const bool letters = std::all_of(subtag.begin(), subtag.end(), is_letter);
  if (subtag.size() == 3 && letters) return 1;
  if (subtag.size() == 4 && letters) return 2;
  return subtag.size() <= 3 ? 3 : 4;
}

}  // namespace

std::string language_tag(std::string_view written) {
  std::string tag(written);
  std::replace(tag.begin(), tag.end(), '_', '-');
  int rank = 0;
  for (size_t begin = 0; begin <= tag.size();) {
    const size_t end = std::min(tag.find('-', begin), tag.size());
    const std::string_view subtag = std::string_view(tag).substr(begin, end - begin);
    if (begin == 0 ? !is_primary(subtag) : !is_secondary(subtag)) return {};
    if (begin > 0) {
      if (rank_of(subtag) <= rank) return {};
      rank = rank_of(subtag);
    }
    begin = end + 1;
  }
  return tag;
}

std::string publication_language(std::string_view written) {
  const std::string tag = language_tag(written);
  return tag.empty() ? "zh-Hans" : tag;
}

}  // namespace pubbuild
