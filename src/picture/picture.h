// Pictures: recognised by their bytes, checked by decoding them wholly, measured.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/ids.h"
#include "base/length.h"

namespace pubbuild {

enum class PictureKind : uint8_t { png, jpeg };

// A checked picture file. Pixels are counted as the picture stands upright; `orientation` is EXIF's (1 to 8),
// how the stored rows are to be turned for that.
struct Picture {
  PictureKind kind = PictureKind::png;
  std::string bytes;
  uint32_t width = 0;
  uint32_t height = 0;
  int32_t orientation = 1;
  int32_t pixels_per_inch = 0;  // 0: the file does not say
};

// Why a picture is not usable, as a clause after its name ("is damaged: …").
struct PictureFault {
  std::string reason;
};

// Decodes the whole picture as a check, keeping nothing of it but its measures. WebP, GIF and SVG become PNG:
// of an animation the first frame, of a drawing what 300 pixels an inch show.
std::variant<Picture, PictureFault> read_picture(std::string bytes);

// Rows from the top, 8 bits a channel, no padding; upright only if orientation is 1. `alpha` is empty where
// all is opaque; of cmyk, 255 is full ink.
struct Pixels {
  enum class Space : uint8_t { gray, rgb, cmyk };
  Space space = Space::rgb;
  uint32_t width = 0;
  uint32_t height = 0;
  std::vector<uint8_t> samples;
  std::vector<uint8_t> alpha;
};

// Of a picture that read_picture accepted. Throws Error when memory or the library fails.
Pixels decode(const Picture& picture);

// How the file of a JPEG is to be taken as it is: its stored measures and colours.
struct JpegLayout {
  Pixels::Space space = Pixels::Space::rgb;
  bool is_inverted = false;     // 255 is no ink, as Adobe's programs write CMYK
  bool is_transformed = false;  // stored as YCbCr or YCCK
  uint32_t width = 0;
  uint32_t height = 0;
};

// Of a JPEG that read_picture accepted. Throws Error when memory or the library fails.
JpegLayout jpeg_layout(const Picture& picture);

// The rows of a PNG as they stand in its file: filtered and deflated by PNG's rules, which PDF knows too.
struct PngRows {
  Pixels::Space space = Pixels::Space::rgb;  // of the samples or, where there is a palette, of its colours
  int32_t bits = 8;                          // a channel
  std::string palette;                       // three bytes a colour; empty: the samples are no indices
  std::string deflated;
};

// Of a PNG that read_picture accepted. Nothing for one that is interlaced or has any transparency: decode it.
std::optional<PngRows> png_rows(const Picture& picture);

// The pictures of a build, by PictureId.
using Pictures = std::vector<Picture>;

// The size at its own resolution, 96 pixels an inch (CSS) where it names none.
Size natural_size(const Picture& picture);

}  // namespace pubbuild
