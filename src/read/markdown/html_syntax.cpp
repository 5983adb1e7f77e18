// Raw HTML as CommonMark §6.6 recognizes it: where a tag, a comment … ends, and what a tag says.
#include "read/markdown/html_syntax.h"

#include <algorithm>

#include "read/markdown/cursor.h"
#include "read/markdown/entities.h"

namespace pubbuild::markdown {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_blank_byte(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

bool begins_attribute_name(char c) {
  return is_letter(c) || c == '_' || c == ':';
}

bool continues_attribute_name(char c) {
  return begins_attribute_name(c) || is_digit(c) || c == '.' || c == '-';
}

bool is_unquoted(char c) {
  return !is_blank_byte(c) && std::string_view("\"'=<>`").find(c) == std::string_view::npos;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return result;
}

class TagWalker : public Cursor {
 public:
  using Cursor::Cursor;

  std::string_view take_tag_name() {
    if (!is_letter(byte())) return {};
    return take_while([](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
  }
  std::string_view take_attribute_name() {
    if (!begins_attribute_name(byte())) return {};
    return take_while(continues_attribute_name);
  }
  // False where there is an equals sign without a value.
  bool take_value(std::string_view& value) {
    const Cursor before = *this;
    take_blanks();
    if (!take('=')) {
      Cursor::operator=(before);
      return true;
    }
    take_blanks();
    for (const char quote : {'"', '\''}) {
      if (!take(quote)) continue;
      value = take_while([&](char c) { return c != quote; });
      return take(quote);
    }
    value = take_while(is_unquoted);
    return !value.empty();
  }
};

// Walks over the tag at the front of `text` and writes down what it says, where somebody asks. Length or 0.
size_t walk_tag(std::string_view text, HtmlTag* tag) {
  TagWalker walker(text);
  walker.take('<');
  const bool closing = walker.take('/');
  const std::string_view name = walker.take_tag_name();
  if (name.empty()) return 0;
  if (tag != nullptr) {
    tag->name = lower(name);
    tag->closing = closing;
  }
  while (walker.take_blanks() && !closing) {
    const size_t begin = walker.at();
    const std::string_view attribute = walker.take_attribute_name();
    if (attribute.empty()) break;
    std::string_view value;
    if (!walker.take_value(value)) return 0;
    if (tag != nullptr) {
      tag->attributes.push_back({lower(attribute), with_references_replaced(value), begin, walker.at()});
    }
  }
  const bool self_closing = !closing && walker.take('/');
  if (tag != nullptr) tag->self_closing = self_closing;
  return walker.take('>') ? walker.at() : 0;
}

}  // namespace

size_t html_tag_length(std::string_view text) {
  return walk_tag(text, nullptr);
}

HtmlTag parse_html_tag(std::string_view text) {
  HtmlTag tag;
  walk_tag(text, &tag);
  return tag;
}

std::optional<size_t> HtmlScanner::after(size_t from, std::string_view close, bool& missing) {
  if (missing) return std::nullopt;
  const size_t found = text_.find(close, from);
  missing = found == std::string_view::npos;
  return missing ? std::nullopt : std::optional(found + close.size());
}

std::optional<size_t> HtmlScanner::end_of_html(size_t at) {
  const std::string_view rest = text_.substr(at);
  if (rest.starts_with("<!-->")) return at + 5;
  if (rest.starts_with("<!--->")) return at + 6;
  if (rest.starts_with("<!--")) return after(at + 4, "-->", no_comment_end_);
  if (rest.starts_with("<?")) return after(at + 2, "?>", no_instruction_end_);
  if (rest.starts_with("<![CDATA[")) return after(at + 9, "]]>", no_cdata_end_);
  if (rest.starts_with("<!") && rest.size() > 2 && is_letter(rest[2])) {
    return after(at + 2, ">", no_declaration_end_);
  }
  const size_t length = html_tag_length(rest);
  return length > 0 ? std::optional(at + length) : std::nullopt;
}

}  // namespace pubbuild::markdown
