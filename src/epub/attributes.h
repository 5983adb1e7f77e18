// Attributes of the tree → those that XHTML lets an element carry.
#pragma once

#include <string>
#include <string_view>

#include "tree/names.h"

namespace pubbuild {

// Whether the attribute is written as it stands. Those that turn into others are not: `href`, `lang`,
// `style`, `align` and the measures of pictures.
bool is_written_as_is(Tag tag, Attr name, std::string_view value);
// `href` of a link out of the publication as a URL that holds; empty where it cannot be one or is of no kind
// that a reading system should open.
std::string external_address(std::string_view href);

}  // namespace pubbuild
