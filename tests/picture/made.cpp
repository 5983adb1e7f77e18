// Picture files made for tests.
#include "picture/made.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>  // wants <cstdio> first
#include <spng.h>

namespace pubbuild::test {

namespace {

void set_colors(spng_ctx* context, const PngRecipe& recipe) {
  if (!recipe.palette.empty()) {
    spng_plte palette = {};
    spng_trns alphas = {};
    palette.n_entries = static_cast<uint32_t>(recipe.palette.size());
    alphas.n_type3_entries = palette.n_entries;
    for (size_t i = 0; i < recipe.palette.size(); ++i) {
      const auto& [red, green, blue, alpha] = recipe.palette[i];
      palette.entries[i] = {red, green, blue, 255};
      alphas.type3_alpha[i] = alpha;
    }
    REQUIRE(spng_set_plte(context, &palette) == 0);
    const bool is_opaque = std::all_of(recipe.palette.begin(), recipe.palette.end(),
                                       [](const auto& color) { return color[3] == 255; });
    if (!is_opaque) REQUIRE(spng_set_trns(context, &alphas) == 0);
  }
  if (recipe.transparent) {
    const auto& [red, green, blue] = *recipe.transparent;
    spng_trns transparency = {};
    transparency.gray = red;
    transparency.red = red;
    transparency.green = green;
    transparency.blue = blue;
    REQUIRE(spng_set_trns(context, &transparency) == 0);
  }
}

J_COLOR_SPACE space_of(JpegKind kind) {
  switch (kind) {
    case JpegKind::gray:
      return JCS_GRAYSCALE;
    case JpegKind::rgb:
      return JCS_RGB;
    case JpegKind::ycbcr:
    case JpegKind::ycbcr_progressive:
      return JCS_YCbCr;
    case JpegKind::cmyk:
    case JpegKind::cmyk_adobe:
      return JCS_CMYK;
    case JpegKind::ycck:
      return JCS_YCCK;
  }
  return JCS_UNKNOWN;
}

int channels_of(JpegKind kind) {
  if (kind == JpegKind::gray) return 1;
  return kind == JpegKind::cmyk || kind == JpegKind::cmyk_adobe || kind == JpegKind::ycck ? 4 : 3;
}

void set_options(jpeg_compress_struct& encoder, const JpegRecipe& recipe) {
  jpeg_set_defaults(&encoder);
  jpeg_set_colorspace(&encoder, space_of(recipe.kind));
  jpeg_set_quality(&encoder, 100, TRUE);
  encoder.write_Adobe_marker = recipe.kind == JpegKind::cmyk_adobe || recipe.kind == JpegKind::ycck;
  for (int i = 0; i < encoder.num_components; ++i) {
    encoder.comp_info[i].h_samp_factor = encoder.comp_info[i].v_samp_factor = 1;
  }
  if (recipe.kind == JpegKind::ycbcr_progressive) jpeg_simple_progression(&encoder);
  if (recipe.pixels_an_inch > 0) {
    encoder.density_unit = 1;
    encoder.X_density = encoder.Y_density = static_cast<UINT16>(recipe.pixels_an_inch);
  }
}

std::string big_endian(uint32_t value, int width) {
  std::string out;
  for (int i = width - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 255);
  return out;
}

}  // namespace

std::string png_of(const PngRecipe& recipe) {
  spng_ctx* context = spng_ctx_new(SPNG_CTX_ENCODER);
  spng_set_option(context, SPNG_ENCODE_TO_BUFFER, 1);
  spng_ihdr header = {};
  header.width = recipe.width;
  header.height = recipe.height;
  header.color_type = recipe.color_type;
  header.bit_depth = recipe.depth;
  header.interlace_method = recipe.interlace == Interlace::adam7 ? 1 : 0;
  REQUIRE(spng_set_ihdr(context, &header) == 0);
  set_colors(context, recipe);
  if (recipe.pixels_a_metre > 0) {
    spng_phys density = {recipe.pixels_a_metre, recipe.pixels_a_metre, 1};
    REQUIRE(spng_set_phys(context, &density) == 0);
  }
  const int status =
      spng_encode_image(context, recipe.rows.data(), recipe.rows.size(), SPNG_FMT_RAW, SPNG_ENCODE_FINALIZE);
  REQUIRE_MESSAGE(status == 0, spng_strerror(status));
  size_t length = 0;
  int error = 0;
  void* bytes = spng_get_png_buffer(context, &length, &error);
  REQUIRE(bytes != nullptr);
  std::string png(static_cast<const char*>(bytes), length);
  std::free(bytes);
  spng_ctx_free(context);
  return png;
}

std::string jpeg_of(const JpegRecipe& recipe) {
  jpeg_compress_struct encoder = {};
  jpeg_error_mgr errors = {};
  encoder.err = jpeg_std_error(&errors);
  jpeg_create_compress(&encoder);
  unsigned char* bytes = nullptr;
  unsigned long length = 0;
  jpeg_mem_dest(&encoder, &bytes, &length);
  encoder.image_width = static_cast<JDIMENSION>(recipe.width);
  encoder.image_height = static_cast<JDIMENSION>(recipe.height);
  encoder.input_components = channels_of(recipe.kind);
  encoder.in_color_space = encoder.input_components == 1   ? JCS_GRAYSCALE
                           : encoder.input_components == 3 ? JCS_RGB
                                                           : JCS_CMYK;
  set_options(encoder, recipe);
  jpeg_start_compress(&encoder, TRUE);
  const size_t stride = static_cast<size_t>(recipe.width * encoder.input_components);
  while (encoder.next_scanline < encoder.image_height) {
    JSAMPROW row = const_cast<uint8_t*>(recipe.samples.data() + stride * encoder.next_scanline);
    jpeg_write_scanlines(&encoder, &row, 1);
  }
  jpeg_finish_compress(&encoder);
  jpeg_destroy_compress(&encoder);
  std::string jpeg(reinterpret_cast<const char*>(bytes), length);
  std::free(bytes);
  return jpeg;
}

std::string with_exif(const std::string& jpeg, uint16_t orientation, uint32_t pixels_an_inch) {
  constexpr uint32_t short_type = 3;
  constexpr uint32_t rational_type = 5;
  std::string tiff = "MM" + big_endian(42, 2) + big_endian(8, 4) + big_endian(3, 2);
  tiff += big_endian(0x0112, 2) + big_endian(short_type, 2) + big_endian(1, 4) + big_endian(orientation, 2) +
          big_endian(0, 2);
  tiff += big_endian(0x011A, 2) + big_endian(rational_type, 2) + big_endian(1, 4) + big_endian(50, 4);
  tiff += big_endian(0x0128, 2) + big_endian(short_type, 2) + big_endian(1, 4) + big_endian(2, 2) +
          big_endian(0, 2);
  tiff += big_endian(0, 4) + big_endian(pixels_an_inch, 4) + big_endian(pixels_an_inch > 0 ? 1 : 0, 4);
  const std::string segment = std::string("Exif\0\0", 6) + tiff;
  std::string out = jpeg.substr(0, 2) + "\xFF\xE1";
  out += big_endian(static_cast<uint32_t>(segment.size() + 2), 2);
  return out + segment + jpeg.substr(2);
}

JpegRecipe quarters(int upright_width, int upright_height, int orientation) {
  constexpr std::array<std::array<uint8_t, 3>, 4> colors = {
      {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}}};
  const bool sideways = orientation >= 5;
  JpegRecipe recipe;
  recipe.width = sideways ? upright_height : upright_width;
  recipe.height = sideways ? upright_width : upright_height;
  for (int row = 0; row < recipe.height; ++row) {
    for (int column = 0; column < recipe.width; ++column) {
      // TIFF 6.0, "Orientation": row 0 is the visual top, bottom, left or right, and so is column 0.
      const bool far_row = row >= recipe.height / 2;
      const bool far_column = column >= recipe.width / 2;
      bool is_right = sideways ? far_row : far_column;
      bool is_bottom = sideways ? far_column : far_row;
      if (orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7) is_right = !is_right;
      if (orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8)
        is_bottom = !is_bottom;
      const auto& color = colors[(is_bottom ? 2 : 0) + (is_right ? 1 : 0)];
      recipe.samples.insert(recipe.samples.end(), color.begin(), color.end());
    }
  }
  return recipe;
}

}  // namespace pubbuild::test
