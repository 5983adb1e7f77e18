// PNG files by libspng: checked, and decoded to 8 bits a channel.
#pragma once

#include <string_view>
#include <variant>

#include "picture/picture.h"

namespace pubbuild {

// What the file's header says.
struct PngMeasures {
  uint32_t width = 0;
  uint32_t height = 0;
  int32_t pixels_per_inch = 0;
};

// Decodes every row, so that no damage stays unseen, and keeps none.
std::variant<PngMeasures, PictureFault> check_png(std::string_view file);
// Throws Error where check_png would have found a fault.
Pixels decode_png(std::string_view file);

}  // namespace pubbuild
