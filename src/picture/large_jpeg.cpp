// Decoding at a fraction of the size, as libjpeg can, and encoding again.
#include "picture/large_jpeg.h"

#include <cstdlib>
#include <memory>
#include <vector>

#include "picture/exif.h"
#include "picture/jpeg_codec.h"
#include "picture/limits.h"

namespace pubbuild {

namespace {

constexpr uint32_t most_shrunk = 8;

JpegBytes bytes_of(std::string_view file) {
  return {reinterpret_cast<const uint8_t*>(file.data()), file.size()};
}

uint32_t divided(uint32_t side, uint32_t by) {
  return (side + by - 1) / by;
}

int channels_of(JpegColors colors) {
  if (colors == JpegColors::gray) return 1;
  return colors == JpegColors::rgb || colors == JpegColors::ycbcr ? 3 : 0;
}

struct Photo {
  std::vector<uint8_t> samples;
  uint32_t width = 0;
  uint32_t height = 0;
  int channels = 3;
};

// EXIF's orientation from 1 (TIFF 6.0, "Orientation"): which stored pixel stands at (x, y) of the upright
// photo.
Photo upright(Photo stored, int32_t orientation) {
  if (orientation <= 1 || orientation > 8) return stored;
  const bool is_sideways = orientation >= 5;
  Photo turned{{},
               is_sideways ? stored.height : stored.width,
               is_sideways ? stored.width : stored.height,
               stored.channels};
  turned.samples.reserve(stored.samples.size());
  const bool flips_x = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool flips_y = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  for (uint32_t y = 0; y < turned.height; ++y) {
    for (uint32_t x = 0; x < turned.width; ++x) {
      const uint32_t across = is_sideways ? y : x;
      const uint32_t down = is_sideways ? x : y;
      const size_t column = flips_x ? stored.width - 1 - across : across;
      const size_t row = flips_y ? stored.height - 1 - down : down;
      const auto channels = static_cast<size_t>(stored.channels);
      const auto pixel =
          stored.samples.begin() + static_cast<std::ptrdiff_t>((row * stored.width + column) * channels);
      turned.samples.insert(turned.samples.end(), pixel, pixel + stored.channels);
    }
  }
  return turned;
}

std::string fault_of(const JpegHeader& header) {
  if (uint64_t{header.width} * header.height > most_pixels_of_photo)
    return "has more than 250 million pixels";
  if (header.is_progressive) return "is a progressive JPEG of more than 40 million pixels";
  return channels_of(header.colors) == 0 || header.is_arithmetic ? too_many_pixels() : "";
}

}  // namespace

bool is_large_jpeg(std::string_view file) {
  JpegHeader header;
  char message[jpeg_message_size] = {};
  return read_jpeg_header(bytes_of(file), header, message) &&
         has_too_many_pixels(header.width, header.height);
}

std::variant<std::string, PictureFault> shrunk_jpeg(std::string_view file, uint32_t least) {
  JpegHeader header;
  char message[jpeg_message_size] = {};
  if (!read_jpeg_header(bytes_of(file), header, message))
    return PictureFault{"is damaged: " + std::string(message)};
  if (std::string fault = fault_of(header); !fault.empty()) return PictureFault{std::move(fault)};
  uint32_t shrink = least;
  while (shrink < most_shrunk &&
         has_too_many_pixels(divided(header.width, shrink), divided(header.height, shrink)))
    shrink *= 2;
  Photo photo{{}, divided(header.width, shrink), divided(header.height, shrink), channels_of(header.colors)};
  const size_t stride = size_t{photo.width} * static_cast<size_t>(photo.channels);
  photo.samples.resize(stride * photo.height);
  if (!read_jpeg_rows(bytes_of(file), {photo.samples.data(), stride}, message, shrink))
    return PictureFault{"is damaged: " + std::string(message)};
  const Exif exif = read_exif(file);
  const int32_t density = exif.pixels_per_inch > 0 ? exif.pixels_per_inch : header.pixels_per_inch;
  photo = upright(std::move(photo), exif.orientation);
  uint8_t* bytes = nullptr;
  unsigned long size = 0;
  const bool is_written = write_jpeg({photo.samples.data(), photo.width, photo.height, photo.channels,
                                      density / static_cast<int32_t>(shrink)},
                                     bytes, size, message);
  const std::unique_ptr<uint8_t, decltype(&std::free)> owned(bytes, &std::free);
  if (!is_written) return PictureFault{"cannot be made smaller: " + std::string(message)};
  return std::string(reinterpret_cast<const char*>(bytes), size);
}

}  // namespace pubbuild
