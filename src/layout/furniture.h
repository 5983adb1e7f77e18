// The furniture of pages: running heads, folios and whatever else the margin boxes of @page hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/margin_text.h"
#include "style/page_style.h"

namespace pubbuild {

// The counter style in which the margin boxes of such a page show its number; nothing where they do not.
std::optional<std::string> folio_style(const PageStyle& page);

// The background and the borders of the page itself, its margin boxes and their text, all of them artifacts.
// No box leaves its margin.
std::vector<Item> page_furniture(LayoutDocument& document, const PageStyle& page, const PageFacts& facts);

}  // namespace pubbuild
