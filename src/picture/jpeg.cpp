// JPEG files: checked, and decoded.
#include "picture/jpeg.h"

#include <string>

#include "base/error.h"
#include "picture/exif.h"
#include "picture/jpeg_codec.h"
#include "picture/limits.h"

namespace pubbuild {

namespace {

using Message = char[jpeg_message_size];

JpegBytes bytes_of(std::string_view file) {
  return {reinterpret_cast<const uint8_t*>(file.data()), file.size()};
}

size_t channels(JpegColors colors) {
  switch (colors) {
    case JpegColors::gray:
      return 1;
    case JpegColors::rgb:
    case JpegColors::ycbcr:
      return 3;
    case JpegColors::cmyk:
    case JpegColors::ycck:
      return 4;
    case JpegColors::unknown:
      break;
  }
  return 0;
}

Pixels::Space space_of(JpegColors colors) {
  switch (channels(colors)) {
    case 1:
      return Pixels::Space::gray;
    case 4:
      return Pixels::Space::cmyk;
    default:
      return Pixels::Space::rgb;
  }
}

// Adobe's programs, and all that follow them, write CMYK as what is left of the light.
bool is_inverted(const JpegHeader& header) {
  return channels(header.colors) == 4 && header.has_adobe_marker;
}

// Why the header's picture is refused before a row of it is decoded; empty where it is not.
std::string fault_of(const JpegHeader& header) {
  if (channels(header.colors) == 0) return "has colours that are neither grey, RGB nor CMYK";
  if (header.is_arithmetic) return "is coded arithmetically, which few programs can read";
  if (has_too_many_pixels(header.width, header.height)) return too_many_pixels();
  return {};
}

JpegHeader header_of(std::string_view file) {
  JpegHeader header;
  Message message = {};
  if (!read_jpeg_header(bytes_of(file), header, message)) {
    throw Error("a picture is damaged: " + std::string(message));
  }
  return header;
}

}  // namespace

std::variant<JpegMeasures, PictureFault> check_jpeg(std::string_view file) {
  JpegHeader header;
  Message message = {};
  if (!read_jpeg_header(bytes_of(file), header, message)) {
    return PictureFault{"is damaged: " + std::string(message)};
  }
  if (std::string fault = fault_of(header); !fault.empty()) return PictureFault{std::move(fault)};
  std::vector<uint8_t> row(header.width * channels(header.colors));
  if (!read_jpeg_rows(bytes_of(file), {row.data(), 0}, message)) {
    return PictureFault{"is damaged: " + std::string(message)};
  }
  const Exif exif = read_exif(file);
  const int32_t density = exif.pixels_per_inch > 0 ? exif.pixels_per_inch : header.pixels_per_inch;
  return JpegMeasures{header.width, header.height, exif.orientation, sensible_resolution(density)};
}

JpegLayout layout_of_jpeg(std::string_view file) {
  const JpegHeader header = header_of(file);
  JpegLayout layout;
  layout.space = space_of(header.colors);
  layout.is_inverted = is_inverted(header);
  layout.is_transformed = header.colors == JpegColors::ycbcr || header.colors == JpegColors::ycck;
  layout.width = header.width;
  layout.height = header.height;
  return layout;
}

Pixels decode_jpeg(std::string_view file) {
  const JpegHeader header = header_of(file);
  if (std::string fault = fault_of(header); !fault.empty()) throw Error("a picture " + fault);
  const size_t stride = header.width * channels(header.colors);
  Pixels pixels;
  pixels.space = space_of(header.colors);
  pixels.width = header.width;
  pixels.height = header.height;
  pixels.samples.resize(stride * header.height);
  Message message = {};
  if (!read_jpeg_rows(bytes_of(file), {pixels.samples.data(), stride}, message)) {
    throw Error("a picture is damaged: " + std::string(message));
  }
  if (is_inverted(header)) {
    for (uint8_t& sample : pixels.samples) sample = static_cast<uint8_t>(255 - sample);
  }
  return pixels;
}

}  // namespace pubbuild
