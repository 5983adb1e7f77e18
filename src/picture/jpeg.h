// JPEG files: checked, and decoded.
#pragma once

#include <string_view>
#include <variant>

#include "picture/picture.h"

namespace pubbuild {

struct JpegMeasures {
  uint32_t width = 0;  // as stored
  uint32_t height = 0;
  int32_t orientation = 1;
  int32_t pixels_per_inch = 0;
};

// Decodes every row, so that no damage stays unseen, and keeps none.
std::variant<JpegMeasures, PictureFault> check_jpeg(std::string_view file);
// Both throw Error where check_jpeg would have found a fault.
JpegLayout layout_of_jpeg(std::string_view file);
Pixels decode_jpeg(std::string_view file);

}  // namespace pubbuild
