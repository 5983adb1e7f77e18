// GIF files → pixels of their first frame.
#pragma once

#include <string_view>
#include <variant>

#include "picture/picture.h"
#include "picture/rgba.h"

namespace pubbuild {

bool is_gif(std::string_view file);
// A frame that ends too early is a fault.
std::variant<Rgba, PictureFault> decode_gif(std::string_view file);

}  // namespace pubbuild
