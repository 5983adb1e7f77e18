// The label of a list's first item → the ListNumbering of ISO 32000-1 §14.8.5.5.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>

#include "page/pages.h"

namespace pubbuild::pdf {

// "Decimal" for "1." and for whatever else orders items, "LowerAlpha" for "(a)", "Disc" for "•".
std::string_view list_numbering(std::string_view label);
// What the first label of each list shows, by the list's number in the structure. Views into the document.
std::map<uint32_t, std::string_view> first_labels(const PagedDocument& document);

}  // namespace pubbuild::pdf
