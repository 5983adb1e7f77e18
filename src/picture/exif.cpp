// A JPEG file → what its EXIF segment says of orientation and resolution (JEITA CP-3451; TIFF 6.0).
#include "picture/exif.h"

#include <algorithm>

namespace pubbuild {

namespace {

constexpr uint8_t app1 = 0xE1;
constexpr uint8_t start_of_scan = 0xDA;
constexpr std::string_view exif_mark("Exif\0\0", 6);

constexpr uint32_t tag_orientation = 0x0112;
constexpr uint32_t tag_x_resolution = 0x011A;
constexpr uint32_t tag_resolution_unit = 0x0128;
constexpr uint32_t unit_inch = 2;
constexpr uint32_t unit_centimetre = 3;
constexpr size_t entry_size = 12;

// Numbers in the byte order that the segment names; what lies out of bounds is 0.
class TiffBytes {
 public:
  explicit TiffBytes(std::string_view bytes) : bytes_(bytes), is_big_endian_(bytes.starts_with("MM")) {}

  bool is_tiff() const { return (bytes_.starts_with("MM") || bytes_.starts_with("II")) && u16(2) == 42; }
  uint32_t u16(size_t at) const { return number(at, 2); }
  uint32_t u32(size_t at) const { return number(at, 4); }

 private:
  uint32_t number(size_t at, size_t width) const {
    if (at > bytes_.size() || bytes_.size() - at < width) return 0;
    uint32_t value = 0;
    for (size_t i = 0; i < width; ++i) {
      const size_t from = is_big_endian_ ? at + i : at + width - 1 - i;
      value = value << 8 | static_cast<uint8_t>(bytes_[from]);
    }
    return value;
  }

  std::string_view bytes_;
  bool is_big_endian_;
};

// The segment's TIFF part; empty where the file has none before its first scan.
std::string_view find_segment(std::string_view jpeg) {
  size_t at = 2;
  while (jpeg.size() >= 4 && at <= jpeg.size() - 4 && static_cast<uint8_t>(jpeg[at]) == 0xFF) {
    const uint8_t marker = static_cast<uint8_t>(jpeg[at + 1]);
    if (marker == start_of_scan) return {};
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    const size_t length =
        static_cast<uint8_t>(jpeg[at + 2]) * size_t{256} + static_cast<uint8_t>(jpeg[at + 3]);
    if (length < 2) return {};
    const std::string_view segment = jpeg.substr(at + 4, length - 2);
    if (marker == app1 && segment.starts_with(exif_mark)) return segment.substr(exif_mark.size());
    at += 2 + length;
  }
  return {};
}

int32_t resolution(uint64_t numerator, uint64_t denominator, uint32_t unit) {
  if (denominator == 0) return 0;
  uint64_t resolution = numerator / denominator;
  if (unit == unit_centimetre) resolution = (numerator * 254 / denominator + 50) / 100;
  return unit == unit_inch || unit == unit_centimetre
             ? static_cast<int32_t>(std::min<uint64_t>(resolution, 1 << 20))
             : 0;
}

}  // namespace

Exif read_exif(std::string_view jpeg) {
  const TiffBytes tiff(find_segment(jpeg));
  Exif exif;
  if (!tiff.is_tiff()) return exif;
  const size_t directory = tiff.u32(4);
  const size_t count = tiff.u16(directory);
  size_t rational = 0;
  uint32_t unit = unit_inch;
  for (size_t i = 0; i < count; ++i) {
    const size_t entry = directory + 2 + i * entry_size;
    const uint32_t value = tiff.u16(entry + 8);
    switch (tiff.u16(entry)) {
      case tag_orientation:
        exif.orientation = value >= 1 && value <= 8 ? static_cast<int32_t>(value) : 1;
        break;
      case tag_x_resolution:
        rational = tiff.u32(entry + 8);
        break;
      case tag_resolution_unit:
        unit = value;
        break;
    }
  }
  if (rational > 0) exif.pixels_per_inch = resolution(tiff.u32(rational), tiff.u32(rational + 4), unit);
  return exif;
}

}  // namespace pubbuild
