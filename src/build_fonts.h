// The fonts that a build may use, and what users are told of those that are not there.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "font/fonts.h"
#include "style/stylesheet.h"

namespace pubbuild {

// Those of the system and those beside the family map. Throws Error where the family map cannot be read.
Fonts find_fonts(const std::string& data_folder);

// One note of the families that others stand for, as far as the user's own style asks for them, and one of
// the font files that could not be used.
void tell_of_fonts(const Fonts& fonts, const StyleSheet& sheet, Diagnostics& diagnostics);

}  // namespace pubbuild
