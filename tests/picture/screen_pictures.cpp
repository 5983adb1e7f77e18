// Pictures as web pages have them become PNG.
#include <doctest/doctest.h>

#include "picture/gif.h"
#include "picture/picture.h"
#include "picture/png_writer.h"
#include "picture/svg.h"
#include "picture/webp.h"

using namespace pubbuild;

namespace {

using Bytes = std::vector<uint8_t>;

// A red pixel, then a blue one that is transparent; two frames of it.
const std::string gif(
    "GIF89a\2\0\1\0\x80\0\0\xFF\0\0\0\0\xFF\x21\xF9\4\1\0\0\1\0,\0\0\0\0\2\0\1\0\0\2\2\x44\x0A\0"
    ",\0\0\0\0\2\0\1\0\0\2\2\x44\x0A\0;",
    59);

// One pixel, lossy.
const std::string webp(
    "\x52\x49\x46\x46\x22\x00\x00\x00\x57\x45\x42\x50\x56\x50\x38\x20\x16\x00\x00\x00"
    "\x30\x01\x00\x9D\x01\x2A\x01\x00\x01\x00\x0E\xC0\xFE\x25\xA4\x00\x03\x70\x00\x00"
    "\x00\x00",
    42);

const std::string svg =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"96\" height=\"48\"><script>alert(1)</script>"
    "<rect width=\"48\" height=\"48\" fill=\"#ff0000\"/></svg>";

Picture picture(const std::string& bytes) {
  const auto read = read_picture(bytes);
  if (const auto* fault = std::get_if<PictureFault>(&read)) FAIL(fault->reason);
  return std::get<Picture>(read);
}

std::string fault(const std::string& bytes) {
  const auto read = read_picture(bytes);
  return std::holds_alternative<PictureFault>(read) ? std::get<PictureFault>(read).reason : "";
}

}  // namespace

TEST_CASE("of a GIF the first frame is shown, what is transparent stays so") {
  const Picture read = picture(gif);
  CHECK(read.kind == PictureKind::png);
  CHECK((read.width == 2 && read.height == 1));
  const Pixels pixels = decode(read);
  CHECK(Bytes(pixels.samples.begin(), pixels.samples.begin() + 3) == Bytes{255, 0, 0});
  CHECK(pixels.alpha == Bytes{255, 0});
}

TEST_CASE("a WebP becomes a PNG of its size") {
  const Picture read = picture(webp);
  CHECK(read.kind == PictureKind::png);
  CHECK((read.width == 1 && read.height == 1));
}

TEST_CASE("a drawing is drawn at 300 pixels an inch, in its own size") {
  const Picture read = picture(svg);
  CHECK(read.kind == PictureKind::png);
  CHECK((read.width == 300 && read.height == 150));
  CHECK(natural_size(read).width == points(72));
  const Pixels pixels = decode(read);
  CHECK(pixels.samples[0] == 255);
  CHECK(pixels.alpha.front() == 255);
  CHECK(pixels.alpha.back() == 0);
}

TEST_CASE("a drawing of a view box alone has its size, a huge one fewer pixels") {
  CHECK(picture("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 16\"/>").width == 100);
  const Picture huge =
      picture("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"50000\" height=\"50000\"/>");
  CHECK(uint64_t{huge.width} * huge.height < 10'000'000);
}

TEST_CASE("the same pixels are the same bytes") {
  CHECK(picture(svg).bytes == picture(svg).bytes);
  CHECK(write_png({1, 1, {1, 2, 3, 255}, 0}).size() < write_png({1, 1, {1, 2, 3, 4}, 0}).size() + 8);
}

TEST_CASE("every damage of such a file is a fault or a picture, never more") {
  for (const std::string* file : {&gif, &webp, &svg}) {
    for (size_t length = 1; length < file->size(); ++length) read_picture(file->substr(0, length));
    for (size_t at = 0; at < file->size(); ++at) {
      for (const char c : {'\0', '\xFF', '\x7F'}) {
        std::string damaged = *file;
        damaged[at] = c;
        read_picture(damaged);
      }
    }
  }
  CHECK(fault(gif.substr(0, 30)) == "is a damaged GIF picture");
  CHECK(fault(webp.substr(0, 30)) == "is a damaged WebP picture");
  CHECK(fault("<svg") == "is a damaged SVG drawing");
}

TEST_CASE("drawings that would take very long, or have no size, are faults") {
  std::string filters = "<svg xmlns=\"http://www.w3.org/2000/svg\">";
  for (int n = 0; n < 50; ++n) filters += "<filter><feTurbulence/></filter>";
  CHECK(fault(filters + "</svg>") == "is an SVG drawing with too many filters");
  CHECK(fault("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\"/>") ==
        "is an SVG drawing of no sensible size");
}
