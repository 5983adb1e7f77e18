// Pictures stand in their boxes, upright and in their colours.
#include <doctest/doctest.h>

#include "paged.h"
#include "picture/made.h"

using namespace pubbuild;
using namespace pubbuild::test;

namespace {

Picture sound(const std::string& file) {
  auto read = read_picture(file);
  REQUIRE(std::holds_alternative<Picture>(read));
  return std::get<Picture>(std::move(read));
}

PagedDocument document_with_picture() {
  PictureItem item;
  item.area = {points(100), points(50), points(80), points(40)};
  item.picture = PictureId{0};
  FillItem ground{{points(0), points(0), points(300), points(200)}, {0, 0, 0}, StructureId::artifact};
  ground.ink = {255, 255, 0};
  return document_of({ground, item});
}

bool is_near(uint32_t color, uint32_t wanted) {
  for (const int shift : {0, 8, 16}) {
    if (std::abs(static_cast<int>(color >> shift & 255) - static_cast<int>(wanted >> shift & 255)) > 8)
      return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a JPEG stands upright whatever its EXIF orientation") {
  for (int orientation = 1; orientation <= 8; ++orientation) {
    CAPTURE(orientation);
    const std::string file =
        with_exif(jpeg_of(quarters(64, 32, orientation)), static_cast<uint16_t>(orientation));
    const std::string pdf = write(document_with_picture(), {sound(file)});
    CHECK(is_sound(pdf));
    const Rendering page = render(pdf);
    CHECK(is_near(page.at(105, 55), 0xFF0000));
    CHECK(is_near(page.at(175, 55), 0x00FF00));
    CHECK(is_near(page.at(105, 85), 0x0000FF));
    CHECK(is_near(page.at(175, 85), 0xFFFFFF));
    CHECK(page.at(95, 55) == 0xFFFF00);
    CHECK(page.at(105, 95) == 0xFFFF00);
  }
}

TEST_CASE("a JPEG's file is in the PDF byte by byte") {
  const std::string file = jpeg_of(quarters(64, 32, 1));
  CHECK(write(document_with_picture(), {sound(file)}).find(file) != std::string::npos);
}

TEST_CASE("CMYK of Adobe's programs is not shown as its negative") {
  const JpegRecipe inverted{8, 8, JpegKind::cmyk_adobe, std::vector<uint8_t>(256, 255), 0};
  const Rendering white = render(write(document_with_picture(), {sound(jpeg_of(inverted))}));
  CHECK(is_near(white.at(140, 70), 0xFFFFFF));
  const JpegRecipe plain{8, 8, JpegKind::cmyk, std::vector<uint8_t>(256, 0), 0};
  CHECK(is_near(render(write(document_with_picture(), {sound(jpeg_of(plain))})).at(140, 70), 0xFFFFFF));
}

TEST_CASE("the ground shows through a transparent PNG") {
  PngRecipe recipe{2, 2, 6, 8, Interlace::none, {}, {}, {}, 0};
  recipe.rows = {255, 0, 0, 255, 0, 255, 0, 0, 0, 0, 255, 128, 255, 255, 255, 255};
  const std::string pdf = write(document_with_picture(), {sound(png_of(recipe))});
  CHECK(is_sound(pdf));
  const Rendering page = render(pdf);
  CHECK(page.at(105, 55) == 0xFF0000);
  CHECK(page.at(175, 55) == 0xFFFF00);
  CHECK(is_near(page.at(105, 85), 0x808080));
  CHECK(page.at(175, 85) == 0xFFFFFF);
}

TEST_CASE("a grey PNG stays grey") {
  const PngRecipe recipe{3, 2, 0, 8, Interlace::none, {0, 80, 255, 80, 80, 80}, {}, {}, 0};
  const std::string pdf = write(document_with_picture(), {sound(png_of(recipe))});
  CHECK(unpacked(pdf).find("/DeviceGray") != std::string::npos);
  CHECK(is_near(render(pdf).at(140, 85), 0x505050));
}

TEST_CASE("a picture shown twice is embedded once") {
  PagedDocument document = document_with_picture();
  PictureItem again = std::get<PictureItem>(document.pages[0].items[1]);
  again.area.x = points(10);
  document.pages[0].items.push_back(again);
  const std::string images = ask(write(document, {sound(jpeg_of(quarters(64, 32, 1)))}), "pdfimages -list %");
  CHECK(images.find(" 0 image") != images.rfind(" 1 image"));
  const std::string pdf = unpacked(write(document, {sound(jpeg_of(quarters(64, 32, 1)))}));
  CHECK(pdf.find("/Subtype /Image") == pdf.rfind("/Subtype /Image"));
}

TEST_CASE("PNGs of all colours and depths look the same whether taken as they are or decoded") {
  const std::vector<std::array<uint8_t, 4>> palette = {{255, 0, 0, 255}, {0, 0, 255, 255}};
  const std::vector<uint8_t> deep = {255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255};
  const PngRecipe two_bits{2, 1, 0, 2, Interlace::none, {0b00'10'0000}, {}, {}, 0};
  const Rendering gray = render(write(document_with_picture(), {sound(png_of(two_bits))}));
  CHECK(gray.at(110, 70) == 0x000000);
  CHECK(gray.at(170, 70) == 0xAAAAAA);
  std::vector<PngRecipe> red_and_blue = {
      {2, 1, 2, 8, Interlace::none, {255, 0, 0, 0, 0, 255}, {}, {}, 0},
      {2, 1, 2, 16, Interlace::none, deep, {}, {}, 0},
      {2, 1, 3, 1, Interlace::none, {0b0100'0000}, palette, {}, 0},
      {2, 1, 3, 4, Interlace::none, {0x01}, palette, {}, 0},
  };
  for (PngRecipe& recipe : red_and_blue) {
    for (const Interlace interlace : {Interlace::none, Interlace::adam7}) {
      recipe.interlace = interlace;
      const Rendering page = render(write(document_with_picture(), {sound(png_of(recipe))}));
      CHECK(page.at(110, 70) == 0xFF0000);
      CHECK(page.at(170, 70) == 0x0000FF);
    }
  }
}
