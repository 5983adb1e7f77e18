// Pixels → a PNG file.
#pragma once

#include <string>

#include "picture/rgba.h"

namespace pubbuild {

// Without a channel of opacity where all is opaque. The same pixels give the same bytes. Throws Error when
// the library fails.
std::string write_png(const Rgba& pixels);

}  // namespace pubbuild
