// Pages as text: for `pubbuild debug pages` and for tests.
#pragma once

#include <string>

#include "page/pages.h"

namespace pubbuild {

// A line a page, then a line an item with its place in points from the page's top left corner.
std::string dump(const PagedDocument& document);

}  // namespace pubbuild
