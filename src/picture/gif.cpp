// Decoding with giflib, up to the end of the first frame.
#include "picture/gif.h"

#include <gif_lib.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "picture/limits.h"

namespace pubbuild {

namespace {

constexpr int no_transparency = -1;

struct Unread {
  std::string_view bytes;
};

int read_bytes(GifFileType* gif, GifByteType* into, int wanted) {
  std::string_view& bytes = static_cast<Unread*>(gif->UserData)->bytes;
  const size_t count = std::min(bytes.size(), static_cast<size_t>(wanted));
  std::memcpy(into, bytes.data(), count);
  bytes.remove_prefix(count);
  return static_cast<int>(count);
}

struct CloseGif {
  void operator()(GifFileType* gif) const { DGifCloseFile(gif, nullptr); }
};
using Gif = std::unique_ptr<GifFileType, CloseGif>;

// GIF89a, Appendix E: the rows of an interlaced frame in the order they are stored.
uint32_t row_at(uint32_t stored, uint32_t height, bool is_interlaced) {
  if (!is_interlaced) return stored;
  constexpr uint32_t starts[] = {0, 4, 2, 1};
  constexpr uint32_t steps[] = {8, 8, 4, 2};
  for (int pass = 0; pass < 4; ++pass) {
    const uint32_t rows = height > starts[pass] ? (height - starts[pass] + steps[pass] - 1) / steps[pass] : 0;
    if (stored < rows) return starts[pass] + stored * steps[pass];
    stored -= rows;
  }
  return height - 1;
}

class FirstFrame {
 public:
  explicit FirstFrame(GifFileType& gif) : gif_(gif) {}

  // Whether a whole frame was found.
  bool read(Rgba& into) {
    GifRecordType record = UNDEFINED_RECORD_TYPE;
    while (DGifGetRecordType(&gif_, &record) == GIF_OK && record != TERMINATE_RECORD_TYPE) {
      if (record == IMAGE_DESC_RECORD_TYPE) return read_frame(into);
      if (record == EXTENSION_RECORD_TYPE && !read_extension()) return false;
    }
    return false;
  }

 private:
  bool read_extension() {
    int code = 0;
    GifByteType* block = nullptr;
    if (DGifGetExtension(&gif_, &code, &block) != GIF_OK) return false;
    while (block != nullptr) {
      GraphicsControlBlock control;
      if (code == GRAPHICS_EXT_FUNC_CODE && DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK)
        transparent_ = control.TransparentColor;
      if (DGifGetExtensionNext(&gif_, &block) != GIF_OK) return false;
    }
    return true;
  }

  bool read_frame(Rgba& into) {
    if (DGifGetImageDesc(&gif_) != GIF_OK) return false;
    const GifImageDesc& frame = gif_.Image;
    const ColorMapObject* colors = frame.ColorMap != nullptr ? frame.ColorMap : gif_.SColorMap;
    if (colors == nullptr || frame.Width <= 0 || frame.Height <= 0) return false;
    if (has_too_many_pixels(static_cast<uint64_t>(frame.Width), static_cast<uint64_t>(frame.Height)))
      return false;
    std::vector<GifPixelType> row(static_cast<size_t>(frame.Width));
    const auto height = static_cast<uint32_t>(frame.Height);
    for (uint32_t n = 0; n < height; ++n) {
      if (DGifGetLine(&gif_, row.data(), frame.Width) != GIF_OK) return false;
      write_row(row, static_cast<uint32_t>(frame.Top) + row_at(n, height, frame.Interlace), *colors, into);
    }
    return true;
  }

  void write_row(const std::vector<GifPixelType>& row, uint32_t y, const ColorMapObject& colors,
                 Rgba& into) const {
    if (y >= into.height) return;
    for (size_t n = 0; n < row.size(); ++n) {
      const size_t x = static_cast<size_t>(gif_.Image.Left) + n;
      if (x >= into.width || row[n] == transparent_ || row[n] >= colors.ColorCount) continue;
      const GifColorType& color = colors.Colors[row[n]];
      uint8_t* const pixel = &into.samples[(y * size_t{into.width} + x) * 4];
      pixel[0] = color.Red;
      pixel[1] = color.Green;
      pixel[2] = color.Blue;
      pixel[3] = 255;
    }
  }

  GifFileType& gif_;
  int transparent_ = no_transparency;
};

}  // namespace

bool is_gif(std::string_view file) {
  return file.starts_with("GIF87a") || file.starts_with("GIF89a");
}

std::variant<Rgba, PictureFault> decode_gif(std::string_view file) {
  Unread unread{file};
  int error = 0;
  const Gif gif(DGifOpen(&unread, &read_bytes, &error));
  if (!gif || gif->SWidth <= 0 || gif->SHeight <= 0) return PictureFault{"is a damaged GIF picture"};
  Rgba pixels{static_cast<uint32_t>(gif->SWidth), static_cast<uint32_t>(gif->SHeight), {}, 0};
  if (has_too_many_pixels(pixels.width, pixels.height)) return PictureFault{too_many_pixels()};
  pixels.samples.resize(size_t{4} * pixels.width * pixels.height);
  if (!FirstFrame(*gif).read(pixels)) return PictureFault{"is a damaged GIF picture"};
  return pixels;
}

}  // namespace pubbuild
