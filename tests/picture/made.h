// Picture files made for tests.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pubbuild::test {

enum class Interlace { none, adam7 };

// A PNG of raw samples as its colour type and depth lay them out; `rows` are packed rows.
struct PngRecipe {
  uint32_t width = 1;
  uint32_t height = 1;
  uint8_t color_type = 2;
  uint8_t depth = 8;
  Interlace interlace = Interlace::none;
  std::vector<uint8_t> rows;
  std::vector<std::array<uint8_t, 4>> palette;         // red, green, blue, alpha
  std::optional<std::array<uint16_t, 3>> transparent;  // the colour that is not there
  uint32_t pixels_a_metre = 0;
};
std::string png_of(const PngRecipe& recipe);

enum class JpegKind { gray, rgb, ycbcr, ycbcr_progressive, cmyk, cmyk_adobe, ycck };

struct JpegRecipe {
  int width = 1;
  int height = 1;
  JpegKind kind = JpegKind::ycbcr;
  std::vector<uint8_t> samples;  // of 1, 3 or 4 channels
  int pixels_an_inch = 0;
};
std::string jpeg_of(const JpegRecipe& recipe);

// The JPEG with an EXIF segment after its first marker.
std::string with_exif(const std::string& jpeg, uint16_t orientation, uint32_t pixels_an_inch = 0);

// Red, green, blue and white quarters, 3 bytes a pixel, turned so that EXIF's `orientation` sets them
// upright: red top left, green top right, blue bottom left, white bottom right.
JpegRecipe quarters(int upright_width, int upright_height, int orientation);

}  // namespace pubbuild::test
