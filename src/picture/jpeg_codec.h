// One call of libjpeg-turbo: bytes of a JPEG file → its header and rows, or a message. Nothing in here has a
// destructor, because libjpeg leaves it by longjmp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace pubbuild {

enum class JpegColors : uint8_t { gray, rgb, ycbcr, cmyk, ycck, unknown };

struct JpegHeader {
  uint32_t width = 0;
  uint32_t height = 0;
  JpegColors colors = JpegColors::unknown;
  bool has_adobe_marker = false;
  bool is_arithmetic = false;
  bool is_progressive = false;
  int32_t pixels_per_inch = 0;  // of the JFIF marker; 0: it does not say
};

constexpr size_t jpeg_message_size = 200;  // JMSG_LENGTH_MAX of libjpeg

struct JpegBytes {
  const uint8_t* bytes = nullptr;
  size_t size = 0;
};

// Where rows go: each `stride` bytes after the one before. A stride of 0 lays all into one row's room.
struct JpegRows {
  uint8_t* samples = nullptr;
  size_t stride = 0;
};

// False and `message` where the file is damaged.
bool read_jpeg_header(JpegBytes file, JpegHeader& header, char (&message)[jpeg_message_size]);
// Rows of 1, 3 or 4 samples a pixel, as the file means them: gray, RGB, or CMYK however inverted. `shrink` is
// 1, 2, 4 or 8: each side is divided by it, and rounded up. False and `message` where the file is damaged, be
// it so little that libjpeg only warns.
bool read_jpeg_rows(JpegBytes file, JpegRows rows, char (&message)[jpeg_message_size], uint32_t shrink = 1);

// What is to be written, rows of 1 (gray) or 3 (RGB) samples a pixel without white between them.
struct JpegSamples {
  const uint8_t* samples = nullptr;
  uint32_t width = 0;
  uint32_t height = 0;
  int channels = 3;
  int32_t pixels_per_inch = 0;
};
// A file at the quality of good cameras. `bytes` is to be freed; false and `message` where that fails.
bool write_jpeg(const JpegSamples& pixels, uint8_t*& bytes, unsigned long& size,
                char (&message)[jpeg_message_size]);

}  // namespace pubbuild
