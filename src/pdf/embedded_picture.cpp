// A checked picture → an image XObject (ISO 32000-1 §8.9.5) and the matrix that puts it upright into a box.
#include "pdf/embedded_picture.h"

#include <array>
#include <cassert>

#include "pdf/deflate.h"
#include "pdf/row_filter.h"
#include "pdf/syntax.h"

namespace pubbuild::pdf {

namespace {

std::string picture_name(PictureId picture) {
  return "P" + integer(static_cast<uint32_t>(picture));
}

std::string_view color_space(Pixels::Space space) {
  switch (space) {
    case Pixels::Space::gray:
      return "/DeviceGray";
    case Pixels::Space::rgb:
      return "/DeviceRGB";
    case Pixels::Space::cmyk:
      return "/DeviceCMYK";
  }
  return "/DeviceRGB";
}

int channels(Pixels::Space space) {
  switch (space) {
    case Pixels::Space::gray:
      return 1;
    case Pixels::Space::rgb:
      return 3;
    case Pixels::Space::cmyk:
      return 4;
  }
  return 3;
}

struct Extent {
  uint32_t width = 0;
  uint32_t height = 0;
};

std::string image_body(Extent extent, int32_t bits, std::string_view colors) {
  std::string body = "/Type /XObject /Subtype /Image /Width " + integer(extent.width) + " /Height " +
                     integer(extent.height) + " /BitsPerComponent " + integer(bits) + " /ColorSpace ";
  return body += colors;
}

// Rows that are filtered as PNG filters them (§7.4.4.4).
std::string filtered_by_row(Extent extent, int32_t bits, int channel_count) {
  return " /Filter /FlateDecode /DecodeParms <</Predictor 15 /BitsPerComponent " + integer(bits) +
         " /Colors " + integer(channel_count) + " /Columns " + integer(extent.width) + ">>";
}

ObjectId add_samples(ObjectStore& store, Extent extent, Pixels::Space space,
                     const std::vector<uint8_t>& samples, const std::string& more = {}) {
  const int count = channels(space);
  std::string body = image_body(extent, 8, color_space(space)) + filtered_by_row(extent, 8, count) + more;
  const std::string rows = filter_rows(samples, extent.width, static_cast<size_t>(count));
  return store.add_stream(std::move(body), deflate(rows, Effort::fast));
}

ObjectId add_decoded_png(ObjectStore& store, const Picture& picture) {
  const Pixels pixels = decode(picture);
  const Extent extent{pixels.width, pixels.height};
  std::string mask;
  if (!pixels.alpha.empty()) {
    mask = " /SMask " + reference(add_samples(store, extent, Pixels::Space::gray, pixels.alpha));
  }
  return add_samples(store, extent, pixels.space, pixels.samples, mask);
}

// §8.6.6.3: the palette is a string of three bytes a colour.
std::string indexed_colors(const std::string& palette) {
  std::string out = "[/Indexed /DeviceRGB " + integer(static_cast<int64_t>(palette.size() / 3) - 1) + " <";
  for (const char byte : palette) append_byte(out, static_cast<uint8_t>(byte));
  return out += ">]";
}

ObjectId add_png(ObjectStore& store, const Picture& picture) {
  std::optional<PngRows> rows = png_rows(picture);
  if (!rows) return add_decoded_png(store, picture);
  const Extent extent{picture.width, picture.height};
  const bool is_indexed = !rows->palette.empty();
  const std::string colors =
      is_indexed ? indexed_colors(rows->palette) : std::string(color_space(rows->space));
  return store.add_stream(image_body(extent, rows->bits, colors) +
                              filtered_by_row(extent, rows->bits, is_indexed ? 1 : channels(rows->space)),
                          std::move(rows->deflated));
}

// The file itself is what /DCTDecode reads.
ObjectId add_jpeg(ObjectStore& store, const Picture& picture) {
  const JpegLayout layout = jpeg_layout(picture);
  std::string body =
      image_body({layout.width, layout.height}, 8, color_space(layout.space)) + " /Filter /DCTDecode";
  // §7.4.8: only a file without Adobe's marker needs to be told of.
  if (layout.space == Pixels::Space::rgb && !layout.is_transformed)
    body += " /DecodeParms <</ColorTransform 0>>";
  if (layout.is_inverted) body += " /Decode [1 0 1 0 1 0 1 0]";
  return store.add_stream_of(std::move(body), picture.bytes);
}

ObjectId add_picture(ObjectStore& store, const Picture& picture) {
  switch (picture.kind) {
    case PictureKind::png:
      return add_png(store, picture);
    case PictureKind::jpeg:
      return add_jpeg(store, picture);
  }
  return ObjectId::none;
}

// How the unit square of a stored picture lies in the upright one: x = a·u + c·v + e, y = b·u + d·v + f, by
// EXIF's orientation from 1 (TIFF 6.0, "Orientation": what side row 0 and column 0 are on).
struct Turn {
  int a, b, c, d, e, f;
};
constexpr std::array<Turn, 8> turns = {{
    {1, 0, 0, 1, 0, 0},
    {-1, 0, 0, 1, 1, 0},
    {-1, 0, 0, -1, 1, 1},
    {1, 0, 0, -1, 0, 1},
    {0, -1, -1, 0, 1, 1},
    {0, -1, 1, 0, 0, 1},
    {0, 1, 1, 0, 0, 0},
    {0, 1, -1, 0, 1, 0},
}};

void append_matrix(std::string& out, const Rect& area, int32_t orientation, PageSpace space) {
  const Turn turn = orientation >= 1 && orientation <= 8 ? turns[orientation - 1] : turns[0];
  const Length left = area.x;
  const Length bottom = space.up(area.y + area.height);
  for (const Length number :
       {area.width * turn.a, area.height * turn.b, area.width * turn.c, area.height * turn.d,
        left + area.width * turn.e, bottom + area.height * turn.f}) {
    append_length(out, number);
    out += ' ';
  }
  out += "cm ";
}

}  // namespace

void PictureBook::append(std::string& out, const PictureItem& item, PageSpace space) {
  const size_t index = static_cast<size_t>(item.picture);
  assert(index < pictures_.size());
  if (index >= pictures_.size()) return;
  if (!embedded_.contains(item.picture)) {
    embedded_.emplace(item.picture, add_picture(store_, pictures_[index]));
  }
  out += "q ";
  append_matrix(out, item.area, pictures_[index].orientation, space);
  out += '/';
  out += picture_name(item.picture);
  out += " Do Q\n";
}

std::string PictureBook::resources() const {
  std::string entries;
  for (const auto& [picture, object] : embedded_) {
    entries += "/" + picture_name(picture) + " " + reference(object) + " ";
  }
  return entries;
}

}  // namespace pubbuild::pdf
