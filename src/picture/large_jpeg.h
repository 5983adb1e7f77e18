// A photo of more pixels than any page shows → the same with fewer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "picture/picture.h"

namespace pubbuild {

// Whether the file is a JPEG of more than 40 million pixels.
bool is_large_jpeg(std::string_view file);
// Half, a quarter or an eighth of each side (`least` is 2, 4 or 8), upright whatever EXIF says. A fault where
// the file is damaged, has more than 250 million pixels, is progressive (all of it would have to be in
// memory), or is no gray or RGB.
std::variant<std::string, PictureFault> shrunk_jpeg(std::string_view file, uint32_t least = 2);

}  // namespace pubbuild
