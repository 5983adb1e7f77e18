// `{#id .class key="value"}`, as pandoc writes attributes → what it says, and onto an element.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/markdown/html_syntax.h"
#include "read/markdown/reading.h"

namespace pubbuild::markdown {

// A class is an entry of the name "class" each, an id one of the name "id". Places are bytes of the text that
// was read.
struct AttributeList {
  std::vector<HtmlAttribute> entries;
  size_t begin = 0;  // of the opening brace
  size_t end = 0;    // past the closing one
};

// What begins with `{` at `at`; nothing where it is no list of attributes.
std::optional<AttributeList> attribute_list(std::string_view text, size_t at);
// The list that `text` ends with, after any blanks behind it.
std::optional<AttributeList> trailing_attribute_list(std::string_view text);
// Whether what stands at `at` was likely meant as attributes although it is no list of them.
bool looks_like_attributes(std::string_view text, size_t at);

// Sets the attributes on `element`, those that XHTML has there and that are safe; warns of the others. `list`
// is written at `span`.
void set_attributes(Reading& reading, NodeId element, const AttributeList& list, Span span);

}  // namespace pubbuild::markdown
