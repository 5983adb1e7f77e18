// Takes style attributes apart and leaves out what would make an EPUB invalid.
#include "epub/style_attribute.h"

#include <algorithm>

#include "epub/xml.h"

namespace pubbuild {

namespace {

// The end of the declaration that begins at `at`: a semicolon outside quotes and brackets.
size_t declaration_end(std::string_view text, size_t at) {
  char quote = '\0';
  int brackets = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '(') {
      ++brackets;
    } else if (c == ')') {
      --brackets;
    } else if (c == ';' && brackets <= 0) {
      return at;
    }
  }
  return text.size();
}

bool is_balanced(std::string_view value) {
  char quote = '\0';
  int brackets = 0;
  for (const char c : value) {
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else {
      brackets += (c == '(') - (c == ')');
      if (brackets < 0) return false;
    }
  }
  return quote == '\0' && brackets == 0;
}

bool is_property(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const std::string_view word = name.starts_with('-') ? name.substr(1) : name;
  const bool is_named =
      !word.empty() && is_letter(word[0]) &&
      std::all_of(word.begin(), word.end(), [&](char c) { return is_letter(c) || c == '-'; });
  return is_named && name != "direction" && name != "unicode-bidi";
}

bool is_value(std::string_view value) {
  return !value.empty() && value.find_first_of("{}[]@\\<>") == std::string_view::npos &&
         value.find("/*") == std::string_view::npos && value.find("url(") == std::string_view::npos &&
         is_balanced(value);
}

}  // namespace

std::string clean_style(std::string_view written) {
  std::string style;
  for (size_t begin = 0; begin < written.size();) {
    const size_t end = declaration_end(written, begin);
    const std::string declaration = plain_line(written.substr(begin, end - begin));
    begin = end + 1;
    const size_t colon = std::min(declaration.find(':'), declaration.size());
    const std::string name = plain_line(std::string_view(declaration).substr(0, colon));
    const std::string value =
        plain_line(std::string_view(declaration).substr(std::min(colon + 1, declaration.size())));
    if (!is_property(name) || !is_value(value)) continue;
    style += (style.empty() ? "" : "; ") + name + ": " + value;
  }
  return style;
}

}  // namespace pubbuild
