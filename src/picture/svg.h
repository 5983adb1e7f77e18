// SVG drawings → pixels.
#pragma once

#include <string_view>
#include <variant>

#include "picture/picture.h"
#include "picture/rgba.h"

namespace pubbuild {

bool is_svg(std::string_view file);
// Drawn by librsvg as a still picture at 300 pixels an inch, less where that would be very many. Scripts and
// animations have no effect, and nothing outside the file is read.
std::variant<Rgba, PictureFault> draw_svg(std::string_view file);

}  // namespace pubbuild
