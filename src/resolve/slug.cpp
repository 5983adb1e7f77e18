// Automatic identifiers of headings, as pandoc and GitHub make them.
#include "resolve/slug.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"

namespace pubbuild {

namespace {

// Longer ids are of no use to anybody and make every link long.
constexpr size_t longest_slug = 60;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_word(char32_t c) {
  return u_isalnum(static_cast<UChar32>(c)) || u_getCombiningClass(static_cast<UChar32>(c)) != 0 ||
         c == '_' || c == '-';
}

std::string github_identifier(std::string_view words) {
  std::string name;
  for (size_t at = 0; at < words.size();) {
    const char32_t c = utf8::decode(words, at);
    if (c == ' ') {
      name += '-';
    } else if (is_word(c)) {
      utf8::append(name, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    }
  }
  return name;
}

std::string pandoc_identifier(std::string_view words) {
  std::string name;
  for (size_t at = 0; at < words.size();) {
    const char32_t c = utf8::decode(words, at);
    if (name.empty() && !u_isalpha(static_cast<UChar32>(c))) continue;
    if (c == ' ') {
      name += '-';
    } else if (is_word(c) || c == '.') {
      utf8::append(name, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    }
  }
  return name.empty() ? "section" : name;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::string ascii_slug(std::string_view words) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (words.empty() || !is_letter(words.front()) || !std::all_of(words.begin(), words.end(), is_ascii))
    return {};
  std::string slug;
  for (const char c : words) {
    const bool kept = is_letter(c) || (c >= '0' && c <= '9');
    if (kept) slug += is_letter(c) ? static_cast<char>(c | 0x20) : c;
    if (!kept && slug.back() != '-') slug += '-';
    if (slug.size() == longest_slug) break;
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

std::string IdentifierMaker::numbered(const std::string& name) {
  const int before = seen_[name]++;
  return before == 0 ? name : name + "-" + std::to_string(before);
}

std::vector<std::string> IdentifierMaker::next(std::string_view words) {
  const std::string github = github_identifier(words);
  const std::string pandoc = pandoc_identifier(words);
  if (github == pandoc) return {numbered(github)};
  return {numbered(github), numbered(pandoc)};
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (size_t at = 0; at < text.size(); ++at) {
    const int high = text[at] == '%' && at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[at + 2]) : -1;
    if (low >= 0) {
      decoded += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      decoded += text[at];
    }
  }
  return decoded;
}

}  // namespace pubbuild
