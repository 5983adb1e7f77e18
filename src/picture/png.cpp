// PNG files by libspng: checked, and decoded to 8 bits a channel.
#include "picture/png.h"

#include <spng.h>

#include <algorithm>
#include <memory>
#include <string>

#include "base/error.h"
#include "picture/limits.h"

namespace pubbuild {

namespace {

struct ContextDeleter {
  void operator()(spng_ctx* context) const { spng_ctx_free(context); }
};

// Metadata chunks (EXIF, colour profiles, text) are inflated into memory; honest ones are much shorter.
constexpr size_t longest_chunk = 8 * 1024 * 1024;
constexpr size_t most_chunk_bytes = 32 * 1024 * 1024;
constexpr std::string_view last_chunk("IEND\xAE\x42\x60\x82", 8);
constexpr uint32_t longest_side = 0x7FFFFFFF;

// A file being read; every member throws PictureFault where the file is damaged.
class PngReader {
 public:
  explicit PngReader(std::string_view file) : file_(file), context_(spng_ctx_new(0)) {
    if (!context_) throw Error("no memory for a picture");
    check(spng_set_crc_action(context_.get(), SPNG_CRC_ERROR, SPNG_CRC_ERROR));
    check(spng_set_image_limits(context_.get(), longest_side, longest_side));
    check(spng_set_chunk_limits(context_.get(), longest_chunk, most_chunk_bytes));
    check(spng_set_png_buffer(context_.get(), file.data(), file.size()));
    check(spng_get_ihdr(context_.get(), &header_));
    if (has_too_many_pixels(header_.width, header_.height)) throw PictureFault{too_many_pixels()};
  }

  uint32_t width() const { return header_.width; }
  uint32_t height() const { return header_.height; }
  size_t pixels() const { return size_t{header_.width} * header_.height; }
  bool is_gray() const {
    return header_.color_type == SPNG_COLOR_TYPE_GRAYSCALE ||
           header_.color_type == SPNG_COLOR_TYPE_GRAYSCALE_ALPHA;
  }
  bool has_alpha() {
    spng_trns transparency = {};
    return header_.color_type == SPNG_COLOR_TYPE_GRAYSCALE_ALPHA ||
           header_.color_type == SPNG_COLOR_TYPE_TRUECOLOR_ALPHA ||
           spng_get_trns(context_.get(), &transparency) == 0;
  }
  int32_t pixels_per_inch();
  void skip_rows();
  void finish();
  // Of 3 or, with alpha, 4 channels.
  std::vector<uint8_t> read(bool with_alpha);

 private:
  void check(int status) {
    if (status == SPNG_EMEM) throw Error("no memory for a picture");
    if (status != 0) throw PictureFault{std::string("is damaged: ") + spng_strerror(status)};
  }

  std::string_view file_;
  std::unique_ptr<spng_ctx, ContextDeleter> context_;
  spng_ihdr header_ = {};
};

// pHYs counts pixels a metre.
int32_t PngReader::pixels_per_inch() {
  constexpr uint8_t metre = 1;
  spng_phys density = {};
  if (spng_get_phys(context_.get(), &density) != 0 || density.unit_specifier != metre) return 0;
  return sensible_resolution((int64_t{density.ppu_x} * 254 + 5000) / 10'000);
}

void PngReader::skip_rows() {
  size_t length = 0;
  check(spng_decoded_image_size(context_.get(), SPNG_FMT_PNG, &length));
  std::vector<uint8_t> row(length / header_.height);
  check(spng_decode_image(context_.get(), nullptr, 0, SPNG_FMT_PNG, SPNG_DECODE_PROGRESSIVE));
  int status = 0;
  while (status == 0) status = spng_decode_row(context_.get(), row.data(), row.size());
  if (status != SPNG_EOI) check(status);
}

// libspng takes the last chunk for granted once it has seen its name.
void PngReader::finish() {
  check(spng_decode_chunks(context_.get()));
  if (file_.rfind(last_chunk) == std::string_view::npos) throw PictureFault{"is damaged: its end is missing"};
}

std::vector<uint8_t> PngReader::read(bool with_alpha) {
  std::vector<uint8_t> samples(pixels() * (with_alpha ? 4 : 3));
  check(spng_decode_image(context_.get(), samples.data(), samples.size(),
                          with_alpha ? SPNG_FMT_RGBA8 : SPNG_FMT_RGB8, with_alpha ? SPNG_DECODE_TRNS : 0));
  return samples;
}

// Moves channel 3 of 4 out of `samples`; gives nothing where all is opaque.
std::vector<uint8_t> split_alpha(std::vector<uint8_t>& samples) {
  const size_t count = samples.size() / 4;
  std::vector<uint8_t> alpha(count);
  for (size_t i = 0; i < count; ++i) {
    alpha[i] = samples[4 * i + 3];
    std::copy_n(&samples[4 * i], 3, &samples[3 * i]);
  }
  samples.resize(3 * count);
  if (std::all_of(alpha.begin(), alpha.end(), [](uint8_t a) { return a == 255; })) alpha.clear();
  return alpha;
}

// Of three equal channels keeps one.
void keep_gray(std::vector<uint8_t>& samples) {
  const size_t count = samples.size() / 3;
  for (size_t i = 0; i < count; ++i) samples[i] = samples[3 * i];
  samples.resize(count);
}

}  // namespace

std::variant<PngMeasures, PictureFault> check_png(std::string_view file) {
  try {
    PngReader reader(file);
    reader.skip_rows();
    reader.finish();
    return PngMeasures{reader.width(), reader.height(), reader.pixels_per_inch()};
  } catch (const PictureFault& fault) {
    return fault;
  }
}

Pixels decode_png(std::string_view file) {
  try {
    PngReader reader(file);
    Pixels pixels;
    pixels.width = reader.width();
    pixels.height = reader.height();
    const bool with_alpha = reader.has_alpha();
    pixels.samples = reader.read(with_alpha);
    if (with_alpha) pixels.alpha = split_alpha(pixels.samples);
    if (reader.is_gray()) {
      keep_gray(pixels.samples);
      pixels.space = Pixels::Space::gray;
    }
    return pixels;
  } catch (const PictureFault& fault) {
    throw Error("a picture " + fault.reason);
  }
}

}  // namespace pubbuild
