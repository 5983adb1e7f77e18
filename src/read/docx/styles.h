// styles.xml and numbering.xml → what a paragraph is and how its list counts (ECMA-376 part 1, §17.7, §17.9).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "read/docx/package.h"

namespace pubbuild::docx {

enum class ParagraphKind : uint8_t {
  text,
  title,
  subtitle,
  author,
  date,
  heading,
  quote,
  code,
  rule,
  head_of_column
};

struct ListPlace {
  std::string number;  // w:numId
  int level = 0;
};

// What a style says, with all that it is based on.
struct Style {
  ParagraphKind kind = ParagraphKind::text;
  int heading = 0;  // 1 to 6, of headings
  std::optional<ListPlace> list;
  bool is_bold = false;
  bool is_italic = false;
};

class Styles {
 public:
  explicit Styles(const tinyxml2::XMLElement* root);
  // The language of East Asian text that is in no other; empty where none is said.
  std::string_view language() const { return language_; }
  // Of a style that is not there: plain text.
  Style style(std::string_view id) const;

 private:
  struct Entry {
    std::string name;  // in lower case
    std::string based_on;
    const tinyxml2::XMLElement* element = nullptr;
  };
  std::map<std::string, Entry, std::less<>> entries_;
  std::string language_;
};

// How a list counts on one level.
struct ListLevel {
  std::string format;  // w:numFmt: bullet, decimal, chineseCounting …
  std::string text;    // w:lvlText: "第%1章"
  int start = 1;
};

class Numbering {
 public:
  explicit Numbering(const tinyxml2::XMLElement* root);
  // Of a list or level that is not there: a bullet.
  ListLevel level(const ListPlace& place) const;

 private:
  std::map<std::string, std::map<int, ListLevel>> lists_;  // by w:numId
};

// A number as Word writes it in a format.
std::string number_in(std::string_view format, int number);

}  // namespace pubbuild::docx
