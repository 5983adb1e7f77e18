// Big-endian numbers of a font's tables, read with a check of every bound.
#pragma once

#include <hb.h>

#include <cstddef>
#include <cstdint>
#include <span>

namespace pubbuild {

// Reading past the end gives 0 and is remembered: ask `overrun()` once, after the numbers were read.
class FontBytes {
 public:
  FontBytes() = default;
  explicit FontBytes(std::span<const uint8_t> bytes) : bytes_(bytes) {}

  size_t size() const { return bytes_.size(); }
  bool overrun() const { return overrun_; }
  uint32_t u8(size_t at) const { return number(at, 1); }
  uint32_t u16(size_t at) const { return number(at, 2); }
  int32_t i16(size_t at) const { return static_cast<int16_t>(number(at, 2)); }
  uint32_t u32(size_t at) const { return number(at, 4); }
  // A number of 0 to 4 bytes.
  uint32_t number(size_t at, size_t width) const {
    if (at > bytes_.size() || bytes_.size() - at < width) {
      overrun_ = true;
      return 0;
    }
    uint32_t value = 0;
    for (size_t i = 0; i < width; ++i) value = value << 8 | bytes_[at + i];
    return value;
  }

 private:
  std::span<const uint8_t> bytes_;
  mutable bool overrun_ = false;
};

inline std::span<const uint8_t> bytes_of(hb_blob_t* blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return {reinterpret_cast<const uint8_t*>(data), length};
}

}  // namespace pubbuild
