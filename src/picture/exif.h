// A JPEG file → what its EXIF segment says of orientation and resolution (JEITA CP-3451; TIFF 6.0).
#pragma once

#include <cstdint>
#include <string_view>

namespace pubbuild {

struct Exif {
  int32_t orientation = 1;
  int32_t pixels_per_inch = 0;  // 0: it does not say
};

// A damaged segment says nothing; it does not make the picture bad.
Exif read_exif(std::string_view jpeg);

}  // namespace pubbuild
