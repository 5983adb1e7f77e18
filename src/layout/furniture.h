// The furniture of pages: running heads, folios and whatever else the margin boxes of @page hold.
#pragma once

#include <map>
#include <string>

#include "layout/document.h"

namespace pubbuild {

// What `content` in a margin box may ask for.
struct PageFacts {
  int32_t page = 1;   // the page counter
  int32_t pages = 1;  // how many there are
  std::map<std::string, std::string> strings;
};

std::string margin_text(const Content& content, const PageFacts& facts, const CounterStyles& styles);

// The items of all margin boxes of a page.
std::vector<Item> page_furniture(LayoutDocument& document, const PageStyle& style, const PageFacts& facts);

}  // namespace pubbuild
