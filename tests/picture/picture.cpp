// Pictures of all kinds are read as they are; whatever else comes is refused with a reason.
#include "picture/picture.h"

#include <doctest/doctest.h>

#include "picture/made.h"

using namespace pubbuild;
using namespace pubbuild::test;

namespace {

using Bytes = std::vector<uint8_t>;

Picture sound(const std::string& file) {
  auto read = read_picture(file);
  if (const auto* fault = std::get_if<PictureFault>(&read)) FAIL(fault->reason);
  return std::get<Picture>(std::move(read));
}

std::string fault_of(const std::string& file) {
  const auto read = read_picture(file);
  const auto* fault = std::get_if<PictureFault>(&read);
  return fault != nullptr ? fault->reason : "";
}

bool is_sound(const std::string& file) {
  const auto read = read_picture(file);
  if (const auto* picture = std::get_if<Picture>(&read)) return decode(*picture).width > 0;
  return false;
}

Pixels pixels_of(const PngRecipe& recipe) {
  return decode(sound(png_of(recipe)));
}

std::string gradient_png() {
  PngRecipe recipe{40, 30, 6, 8, Interlace::none, {}, {}, {}, 0};
  for (int i = 0; i < 40 * 30 * 4; ++i) recipe.rows.push_back(static_cast<uint8_t>(i * 7 + i / 13));
  return png_of(recipe);
}

std::string gradient_jpeg(JpegKind kind) {
  JpegRecipe recipe{40, 30, kind, {}, 0};
  for (int i = 0; i < 40 * 30 * 4; ++i) recipe.samples.push_back(static_cast<uint8_t>(i / 19));
  return jpeg_of(recipe);
}

// Cut off at every `step`-th byte, and with every `step`-th byte changed, a file is refused or read, no more.
void try_damage(const std::string& file, size_t step) {
  for (size_t at = 0; at < file.size(); at += step) {
    CHECK(!is_sound(file.substr(0, at)));
    std::string flipped = file;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
    is_sound(flipped);
    flipped[at] = '\xFF';
    is_sound(flipped);
  }
}

}  // namespace

TEST_CASE("grey PNGs of every depth stay grey") {
  CHECK(pixels_of({8, 1, 0, 1, Interlace::none, {0b10100000}, {}, {}, 0}).samples ==
        Bytes{255, 0, 255, 0, 0, 0, 0, 0});
  CHECK(pixels_of({4, 1, 0, 2, Interlace::none, {0b00011011}, {}, {}, 0}).samples == Bytes{0, 85, 170, 255});
  CHECK(pixels_of({2, 1, 0, 4, Interlace::none, {0x3F}, {}, {}, 0}).samples == Bytes{0x33, 0xFF});
  CHECK(pixels_of({2, 1, 0, 8, Interlace::none, {7, 200}, {}, {}, 0}).samples == Bytes{7, 200});
  const Pixels deep = pixels_of({2, 1, 0, 16, Interlace::none, {0x12, 0x34, 0xFF, 0xFF}, {}, {}, 0});
  CHECK(deep.samples == Bytes{0x12, 0xFF});
  CHECK(deep.space == Pixels::Space::gray);
  CHECK(deep.alpha.empty());
}

TEST_CASE("coloured PNGs give RGB") {
  const Pixels rgb = pixels_of({2, 1, 2, 8, Interlace::none, {1, 2, 3, 4, 5, 6}, {}, {}, 0});
  CHECK(rgb.space == Pixels::Space::rgb);
  CHECK(rgb.samples == Bytes{1, 2, 3, 4, 5, 6});
  CHECK(pixels_of({1, 1, 2, 16, Interlace::none, {0xAB, 1, 0xCD, 2, 0xEF, 3}, {}, {}, 0}).samples ==
        Bytes{0xAB, 0xCD, 0xEF});
}

TEST_CASE("alpha of a PNG stands by itself, and is gone where all is opaque") {
  const Pixels rgba = pixels_of({2, 1, 6, 8, Interlace::none, {1, 2, 3, 4, 5, 6, 7, 255}, {}, {}, 0});
  CHECK(rgba.samples == Bytes{1, 2, 3, 5, 6, 7});
  CHECK(rgba.alpha == Bytes{4, 255});
  CHECK(pixels_of({1, 1, 6, 8, Interlace::none, {1, 2, 3, 255}, {}, {}, 0}).alpha.empty());
  CHECK(pixels_of({1, 1, 6, 16, Interlace::none, {9, 1, 8, 1, 7, 1, 6, 1}, {}, {}, 0}).alpha == Bytes{6});
  const Pixels gray = pixels_of({1, 1, 4, 8, Interlace::none, {90, 80}, {}, {}, 0});
  CHECK(gray.samples == Bytes{90});
  CHECK(gray.alpha == Bytes{80});
  CHECK(pixels_of({1, 1, 4, 16, Interlace::none, {90, 1, 80, 1}, {}, {}, 0}).alpha == Bytes{80});
}

TEST_CASE("palettes of every depth, with transparent entries") {
  const std::vector<std::array<uint8_t, 4>> palette = {{10, 20, 30, 255}, {40, 50, 60, 128}};
  for (const uint8_t depth : Bytes{1, 2, 4, 8}) {
    const uint8_t packed = static_cast<uint8_t>(1 << (8 - depth));  // entry 1, then 0s
    PngRecipe recipe{2, 1, 3, depth, Interlace::none, {packed}, palette, {}, 0};
    if (depth == 8) recipe.rows = {1, 0};
    const Pixels pixels = pixels_of(recipe);
    CHECK(pixels.samples == Bytes{40, 50, 60, 10, 20, 30});
    CHECK(pixels.alpha == Bytes{128, 255});
  }
}

TEST_CASE("a colour named transparent is transparent") {
  const std::array<uint16_t, 3> color = {4, 5, 6};
  CHECK(pixels_of({2, 1, 2, 8, Interlace::none, {1, 2, 3, 4, 5, 6}, {}, color, 0}).alpha == Bytes{255, 0});
  CHECK(pixels_of({2, 1, 0, 8, Interlace::none, {4, 5}, {}, color, 0}).alpha == Bytes{0, 255});
  CHECK(pixels_of({2, 1, 0, 16, Interlace::none, {0, 4, 0, 5}, {}, color, 0}).alpha == Bytes{0, 255});
}

TEST_CASE("an interlaced PNG is the same picture") {
  PngRecipe recipe{5, 5, 2, 8, Interlace::none, {}, {}, {}, 0};
  for (int i = 0; i < 75; ++i) recipe.rows.push_back(static_cast<uint8_t>(i * 3));
  const Pixels plain = pixels_of(recipe);
  recipe.interlace = Interlace::adam7;
  CHECK(pixels_of(recipe).samples == plain.samples);
}

TEST_CASE("JPEGs of every kind are read") {
  CHECK(decode(sound(gradient_jpeg(JpegKind::gray))).space == Pixels::Space::gray);
  for (const JpegKind kind : {JpegKind::rgb, JpegKind::ycbcr, JpegKind::ycbcr_progressive}) {
    CHECK(decode(sound(gradient_jpeg(kind))).space == Pixels::Space::rgb);
  }
  const JpegRecipe ink{1, 1, JpegKind::cmyk, {200, 100, 50, 0}, 0};
  for (const JpegKind kind : {JpegKind::cmyk, JpegKind::cmyk_adobe, JpegKind::ycck}) {
    JpegRecipe recipe = ink;
    recipe.kind = kind;
    const Picture picture = sound(jpeg_of(recipe));
    CHECK(jpeg_layout(picture).is_inverted == (kind != JpegKind::cmyk));
    const Pixels pixels = decode(picture);
    CHECK(pixels.space == Pixels::Space::cmyk);
    CHECK(std::abs(pixels.samples[0] - (kind == JpegKind::cmyk ? 200 : 55)) < 3);
  }
}

TEST_CASE("EXIF turns a picture and names its resolution") {
  const std::string upright = jpeg_of(quarters(32, 16, 1));
  for (uint16_t orientation = 1; orientation <= 8; ++orientation) {
    const Picture picture = sound(with_exif(jpeg_of(quarters(32, 16, orientation)), orientation, 300));
    CHECK(picture.orientation == orientation);
    CHECK(picture.width == 32);
    CHECK(picture.height == 16);
    CHECK(picture.pixels_per_inch == 300);
  }
  CHECK(sound(with_exif(upright, 9)).orientation == 1);
  CHECK(sound(with_exif(upright, 0)).pixels_per_inch == 0);
}

TEST_CASE("a picture is as large as its resolution says") {
  JpegRecipe jpeg = quarters(32, 16, 1);
  jpeg.pixels_an_inch = 144;
  CHECK(natural_size(sound(jpeg_of(jpeg))) == Size{points(16), points(8)});
  const PngRecipe png{300, 1, 0, 8, Interlace::none, Bytes(300), {}, {}, 11811};
  CHECK(sound(png_of(png)).pixels_per_inch == 300);
  CHECK(natural_size(sound(png_of(png))).width == points(72));
  PngRecipe unnamed = png;
  unnamed.pixels_a_metre = 0;
  CHECK(natural_size(sound(png_of(unnamed))).width == points(225));
}

TEST_CASE("what is no picture that is read is named") {
  CHECK(fault_of("") == "is empty");
  CHECK(fault_of("BM……") == "is a BMP picture, which is not read; save it as PNG or JPEG");
  CHECK(fault_of("%PDF-1.7") == "is a PDF document, which is not read; save it as PNG or JPEG");
  CHECK(fault_of("just words") == "is no picture: neither PNG, JPEG, WebP, GIF nor SVG by its first bytes");
  CHECK(fault_of("\x89PNG\r\n\x1A\n").starts_with("is damaged: "));
  CHECK(fault_of("\xFF\xD8\xFF").starts_with("is damaged: "));
}

TEST_CASE("a damaged file is refused or read, and nothing worse") {
  try_damage(gradient_png(), 50);
  try_damage(gradient_jpeg(JpegKind::ycbcr), 50);
  try_damage(gradient_jpeg(JpegKind::ycbcr_progressive), 50);
  try_damage(gradient_jpeg(JpegKind::ycck), 50);
  try_damage(with_exif(jpeg_of(quarters(8, 8, 6)), 6, 300), 1);
  const PngRecipe palette{4, 4, 3, 8, Interlace::adam7, Bytes(16, 1), {{1, 2, 3, 4}, {5, 6, 7, 8}}, {}, 300};
  try_damage(png_of(palette), 1);
}

TEST_CASE("a picture of too many pixels is refused by its header") {
  PngRecipe recipe{1, 1, 3, 1, Interlace::none, {0}, {{1, 2, 3, 255}}, {}, 0};
  std::string png = png_of(recipe);
  png.replace(16, 8, std::string("\0\1\0\0\0\1\0\0", 8));
  png.replace(29, 4, std::string("\x56\x4A\xA2\xA0", 4));
  CHECK(fault_of(png) == "has more than 40 million pixels");
  JpegRecipe jpeg{1, 1, JpegKind::gray, {0}, 0};
  std::string large = jpeg_of(jpeg);
  const size_t frame = large.find("\xFF\xC0");
  large.replace(frame + 5, 4, "\xFD\xE8\xFD\xE8");
  CHECK(fault_of(large) == "has more than 250 million pixels");
}

TEST_CASE("rows of a PNG are taken as they are unless interlaced or transparent") {
  const std::vector<std::array<uint8_t, 4>> palette = {{1, 2, 3, 255}, {4, 5, 6, 255}};
  PngRecipe recipe{2, 1, 3, 8, Interlace::none, {0, 1}, palette, {}, 0};
  const auto rows = png_rows(sound(png_of(recipe)));
  REQUIRE(rows);
  CHECK(rows->palette == std::string("\1\2\3\4\5\6"));
  CHECK(rows->bits == 8);
  CHECK(!rows->deflated.empty());
  recipe.interlace = Interlace::adam7;
  CHECK(!png_rows(sound(png_of(recipe))));
  CHECK(!png_rows(sound(gradient_png())));
  const std::array<uint16_t, 3> color = {4, 5, 6};
  CHECK(!png_rows(sound(png_of({1, 1, 0, 8, Interlace::none, {4}, {}, color, 0}))));
}
