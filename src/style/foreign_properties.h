// Properties that are CSS but nothing to our layout: rows that only say what the EPUB does with them.
#pragma once

#include <vector>

#include "style/properties.h"

namespace pubbuild::css {

const std::vector<Property>& foreign_properties();

}  // namespace pubbuild::css
