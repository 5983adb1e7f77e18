// Photos of very many pixels are taken smaller, and upright.
#include "picture/large_jpeg.h"

#include <doctest/doctest.h>

#include "picture/made.h"

using namespace pubbuild;
using namespace pubbuild::test;

namespace {

Picture shrunk(const std::string& file) {
  auto made = shrunk_jpeg(file);
  if (const auto* fault = std::get_if<PictureFault>(&made)) FAIL(fault->reason);
  auto read = read_picture(std::get<std::string>(made));
  if (const auto* fault = std::get_if<PictureFault>(&read)) FAIL(fault->reason);
  return std::get<Picture>(std::move(read));
}

// Whether the pixel is about of this colour.
bool is_about(const Pixels& pixels, uint32_t x, uint32_t y, int red, int green, int blue) {
  const uint8_t* pixel = &pixels.samples[(size_t{y} * pixels.width + x) * 3];
  const auto near = [](int a, int b) { return a - b < 40 && b - a < 40; };
  return near(pixel[0], red) && near(pixel[1], green) && near(pixel[2], blue);
}

}  // namespace

TEST_CASE("a photo is halved and stands upright whichever way it was taken") {
  for (uint16_t orientation = 1; orientation <= 8; ++orientation) {
    CAPTURE(orientation);
    const Picture picture = shrunk(with_exif(jpeg_of(quarters(128, 64, orientation)), orientation, 300));
    CHECK((picture.width == 64 && picture.height == 32 && picture.orientation == 1));
    CHECK(picture.pixels_per_inch == 150);
    const Pixels pixels = decode(picture);
    CHECK(is_about(pixels, 8, 8, 255, 0, 0));
    CHECK(is_about(pixels, 56, 8, 0, 255, 0));
    CHECK(is_about(pixels, 8, 24, 0, 0, 255));
    CHECK(is_about(pixels, 56, 24, 255, 255, 255));
  }
}

TEST_CASE("only photos of more than 40 million pixels are large, damaged ones are faults") {
  const std::string file = jpeg_of(quarters(128, 64, 1));
  CHECK_FALSE(is_large_jpeg(file));
  CHECK(std::holds_alternative<PictureFault>(shrunk_jpeg(file.substr(0, file.size() / 2))));
  CHECK(std::holds_alternative<PictureFault>(shrunk_jpeg("no JPEG")));
}
