// The bytes of a file → a picture that is known to be sound, or the reason why it is not used.
#include "picture/picture.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "picture/gif.h"
#include "picture/jpeg.h"
#include "picture/large_jpeg.h"
#include "picture/limits.h"
#include "picture/png.h"
#include "picture/png_rows.h"
#include "picture/png_writer.h"
#include "picture/svg.h"
#include "picture/webp.h"

namespace pubbuild {

namespace {

constexpr std::string_view png_mark("\x89PNG\r\n\x1A\n", 8);
constexpr std::string_view jpeg_mark("\xFF\xD8\xFF", 3);
// CSS's own resolution, where a file names none.
constexpr int32_t css_pixels_per_inch = 96;

// A kind of file that is known and not read: `mark` stands at byte `at`.
struct OtherKind {
  size_t at;
  std::string_view mark;
  std::string_view name;
};
constexpr std::array<OtherKind, 12> other_kinds = {{
    {0, "BM", "a BMP picture"},
    {0, std::string_view("II*\0", 4), "a TIFF picture"},
    {0, std::string_view("MM\0*", 4), "a TIFF picture"},
    {4, "ftypavif", "an AVIF picture"},
    {4, "ftyphei", "a HEIC picture"},
    {4, "ftypmif1", "a HEIF picture"},
    {4, "jP  ", "a JPEG 2000 picture"},
    {0, "8BPS", "a Photoshop document"},
    {0, "%PDF-", "a PDF document"},
    {0, "%!PS", "a PostScript program"},
    {0, "<?xml", "an XML file and no drawing"},
    {0, "<!DOCTYPE", "a page of HTML, not the picture itself"},
}};

PictureFault fault_of_kind(std::string_view bytes) {
  for (const OtherKind& kind : other_kinds) {
    if (bytes.size() < kind.at || !bytes.substr(kind.at).starts_with(kind.mark)) continue;
    return {"is " + std::string(kind.name) + ", which is not read; save it as PNG or JPEG"};
  }
  return {"is no picture: neither PNG, JPEG, WebP, GIF nor SVG by its first bytes"};
}

std::variant<Picture, PictureFault> read_png(std::string bytes) {
  const auto checked = check_png(bytes);
  if (const auto* fault = std::get_if<PictureFault>(&checked)) return *fault;
  const PngMeasures& measures = std::get<PngMeasures>(checked);
  return Picture{PictureKind::png,        std::move(bytes), measures.width, measures.height, 1,
                 measures.pixels_per_inch};
}

std::variant<Picture, PictureFault> read_jpeg(std::string bytes) {
  constexpr int32_t first_sideways = 5;  // EXIF orientations 5 to 8 swap width and height
  const auto checked = check_jpeg(bytes);
  if (const auto* fault = std::get_if<PictureFault>(&checked)) return *fault;
  const JpegMeasures& measures = std::get<JpegMeasures>(checked);
  uint32_t width = measures.width;
  uint32_t height = measures.height;
  if (measures.orientation >= first_sideways) std::swap(width, height);
  return Picture{PictureKind::jpeg,    std::move(bytes),        width, height,
                 measures.orientation, measures.pixels_per_inch};
}

std::variant<Picture, PictureFault> read_photo(std::string_view bytes) {
  auto shrunk = shrunk_jpeg(bytes);
  if (const auto* fault = std::get_if<PictureFault>(&shrunk)) return *fault;
  return read_jpeg(std::move(std::get<std::string>(shrunk)));
}

// A picture of a kind that only screens show, as one that all outputs take.
std::variant<Picture, PictureFault> as_png(std::variant<Rgba, PictureFault> decoded) {
  if (const auto* fault = std::get_if<PictureFault>(&decoded)) return *fault;
  return read_png(write_png(std::get<Rgba>(decoded)));
}

}  // namespace

std::variant<Picture, PictureFault> read_picture(std::string bytes) {
  if (bytes.empty()) return PictureFault{"is empty"};
  if (bytes.size() > longest_picture_file) return PictureFault{"is longer than 64 MB"};
  if (bytes.starts_with(png_mark)) return read_png(std::move(bytes));
  if (bytes.starts_with(jpeg_mark))
    return is_large_jpeg(bytes) ? read_photo(bytes) : read_jpeg(std::move(bytes));
  if (is_webp(bytes)) return as_png(decode_webp(bytes));
  if (is_gif(bytes)) return as_png(decode_gif(bytes));
  if (is_svg(bytes)) return as_png(draw_svg(bytes));
  return fault_of_kind(bytes);
}

Pixels decode(const Picture& picture) {
  switch (picture.kind) {
    case PictureKind::png:
      return decode_png(picture.bytes);
    case PictureKind::jpeg:
      return decode_jpeg(picture.bytes);
  }
  throw Error("a picture of no known kind");
}

JpegLayout jpeg_layout(const Picture& picture) {
  return layout_of_jpeg(picture.bytes);
}

std::optional<PngRows> png_rows(const Picture& picture) {
  return rows_in_png(picture.bytes);
}

Size natural_size(const Picture& picture) {
  const int32_t density = picture.pixels_per_inch > 0 ? picture.pixels_per_inch : css_pixels_per_inch;
  return {scaled(points(72), picture.width, density), scaled(points(72), picture.height, density)};
}

}  // namespace pubbuild
