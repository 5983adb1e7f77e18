// Style sheet → the CSS that goes into the EPUB: what paper alone can use taken out, the rest in the words
// that reading systems know.
#pragma once

#include <string>

#include "style/stylesheet.h"

namespace pubbuild {

// Deterministic. Of base.css only what stands in `@media not print`; sizes follow the reader's text size.
std::string css_for_reading_systems(const StyleSheet& sheet);

}  // namespace pubbuild
