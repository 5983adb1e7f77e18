// How large a picture may be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace pubbuild {

// A page at 600 pixels an inch has 35 million; more only takes memory (four bytes each).
constexpr uint64_t most_pixels = 40'000'000;
constexpr size_t longest_picture_file = 64 * 1024 * 1024;

// A photo beyond that is taken smaller; what no camera makes is refused.
constexpr uint64_t most_pixels_of_photo = 250'000'000;

inline bool has_too_many_pixels(uint64_t width, uint64_t height) {
  return width * height > most_pixels;
}
inline std::string too_many_pixels() {
  return "has more than 40 million pixels";
}

// A resolution is taken seriously in this range; other values are mistakes of the program that wrote them.
constexpr int64_t coarsest_resolution = 10;
constexpr int64_t finest_resolution = 10'000;

// 0 for what is out of range.
constexpr int32_t sensible_resolution(int64_t pixels_per_inch) {
  const bool is_sensible = pixels_per_inch >= coarsest_resolution && pixels_per_inch <= finest_resolution;
  return is_sensible ? static_cast<int32_t>(pixels_per_inch) : 0;
}

}  // namespace pubbuild
