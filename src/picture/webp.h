// WebP files → pixels of their first frame.
#pragma once

#include <string_view>
#include <variant>

#include "picture/picture.h"
#include "picture/rgba.h"

namespace pubbuild {

bool is_webp(std::string_view file);
std::variant<Rgba, PictureFault> decode_webp(std::string_view file);

}  // namespace pubbuild
