// `{漢字|かん|じ}` → its base and its readings.
#include "read/markdown/ruby.h"

#include <algorithm>

namespace pubbuild::markdown {

namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::optional<Ruby> ruby(std::string_view text, size_t at) {
  std::vector<std::string_view> parts;
  size_t begin = at + 1;
  size_t end = begin;
  for (; end < text.size() && text[end] != '}'; ++end) {
    if (text[end] == '{' || text[end] == '\n') return std::nullopt;
    if (text[end] == '|') {
      parts.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
    if (text[end] == '\\') ++end;
  }
  if (end >= text.size() || parts.empty()) return std::nullopt;
  parts.push_back(text.substr(begin, end - begin));
  Ruby found{parts.front(), {parts.begin() + 1, parts.end()}, end + 1};
  const bool read = std::any_of(found.readings.begin(), found.readings.end(),
                                [](std::string_view reading) { return !is_blank(reading); });
  if (is_blank(found.base) || !read || is_ascii(text.substr(at, end - at))) return std::nullopt;
  return found;
}

}  // namespace pubbuild::markdown
