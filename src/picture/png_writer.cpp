// Encoding with libspng.
#include "picture/png_writer.h"

#include <spng.h>

#include <cstdlib>
#include <memory>

#include "base/error.h"

namespace pubbuild {

namespace {

constexpr int color_of_rgb = 2;
constexpr int color_of_rgba = 6;

void require(int status) {
  if (status != 0) throw Error(std::string("a picture cannot be written as PNG: ") + spng_strerror(status));
}

std::vector<uint8_t> without_opacity(const Rgba& pixels) {
  std::vector<uint8_t> samples;
  samples.reserve(pixels.samples.size() / 4 * 3);
  for (size_t at = 0; at + 3 < pixels.samples.size(); at += 4)
    samples.insert(samples.end(), {pixels.samples[at], pixels.samples[at + 1], pixels.samples[at + 2]});
  return samples;
}

}  // namespace

std::string write_png(const Rgba& pixels) {
  const std::unique_ptr<spng_ctx, decltype(&spng_ctx_free)> context(spng_ctx_new(SPNG_CTX_ENCODER),
                                                                    &spng_ctx_free);
  if (!context) throw std::bad_alloc();
  const bool is_opaque = pixels.is_opaque();
  const std::vector<uint8_t> samples = is_opaque ? without_opacity(pixels) : pixels.samples;
  spng_ihdr header{};
  header.width = pixels.width;
  header.height = pixels.height;
  header.bit_depth = 8;
  header.color_type = is_opaque ? color_of_rgb : color_of_rgba;
  require(spng_set_option(context.get(), SPNG_ENCODE_TO_BUFFER, 1));
  require(spng_set_ihdr(context.get(), &header));
  if (pixels.pixels_per_inch > 0) {
    const auto per_metre = static_cast<uint32_t>(pixels.pixels_per_inch * 10000LL / 254);
    spng_phys density{per_metre, per_metre, 1};
    require(spng_set_phys(context.get(), &density));
  }
  require(
      spng_encode_image(context.get(), samples.data(), samples.size(), SPNG_FMT_PNG, SPNG_ENCODE_FINALIZE));
  int status = 0;
  size_t length = 0;
  const std::unique_ptr<void, decltype(&std::free)> bytes(
      spng_get_png_buffer(context.get(), &length, &status), &std::free);
  require(status);
  return {static_cast<const char*>(bytes.get()), length};
}

}  // namespace pubbuild
