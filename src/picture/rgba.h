// Decoded pixels on their way from one format of files to another.
#pragma once

#include <cstdint>
#include <vector>

namespace pubbuild {

// Four samples a pixel (red, green, blue, opacity), 8 bits each, rows from the top, not premultiplied.
struct Rgba {
  uint32_t width = 0;
  uint32_t height = 0;
  std::vector<uint8_t> samples;
  int32_t pixels_per_inch = 0;  // 0: not known

  bool is_opaque() const {
    for (size_t at = 3; at < samples.size(); at += 4) {
      if (samples[at] != 255) return false;
    }
    return true;
  }
};

}  // namespace pubbuild
