// The words of a heading → the names that links may call it by.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pubbuild {

// An XML name of lower-case ASCII letters, digits and hyphens; empty where the words are not all ASCII or do
// not begin with a letter.
std::string ascii_slug(std::string_view words);

// The automatic identifiers of one article, heading after heading.
class IdentifierMaker {
 public:
  // GitHub's (letters and digits of any script, blanks to hyphens, `-1` after the first of a name) and
  // pandoc's (`auto_identifiers`: `.` kept, nothing before the first letter).
  std::vector<std::string> next(std::string_view words);

 private:
  std::string numbered(const std::string& name);
  std::unordered_map<std::string, int> seen_;
};

// "%E8%A7%84" → "规"; a stray percent sign stays.
std::string percent_decoded(std::string_view text);

}  // namespace pubbuild
