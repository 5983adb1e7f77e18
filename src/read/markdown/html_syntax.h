// Raw HTML as CommonMark §6.6 recognizes it: where a tag, a comment … ends, and what a tag says.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pubbuild::markdown {

struct HtmlAttribute {
  std::string name;   // lower case
  std::string value;  // character references replaced
  size_t begin = 0;   // in the text of the tag
  size_t end = 0;
};

struct HtmlTag {
  std::string name;  // lower case
  bool closing = false;
  bool self_closing = false;
  std::vector<HtmlAttribute> attributes;
};

// Length of the open or closing tag at the front of `text`, or 0.
size_t html_tag_length(std::string_view text);
// `text` is what html_tag_length measured.
HtmlTag parse_html_tag(std::string_view text);

// Recognizes raw HTML in one text, remembering what is nowhere below a point: `<!--` a thousand times costs
// one search.
class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view text) : text_(text) {}
  // The end of the raw HTML that begins with `<` at `at`; nothing where it is none.
  std::optional<size_t> end_of_html(size_t at);

 private:
  std::optional<size_t> after(size_t from, std::string_view close, bool& missing);

  std::string_view text_;
  bool no_comment_end_ = false;
  bool no_instruction_end_ = false;
  bool no_declaration_end_ = false;
  bool no_cdata_end_ = false;
};

}  // namespace pubbuild::markdown
