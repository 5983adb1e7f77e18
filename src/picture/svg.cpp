// Drawing with librsvg on a surface of cairo.
#include "picture/svg.h"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace pubbuild {

namespace {

constexpr double css_pixels_per_inch = 96;
constexpr double printed_pixels_per_inch = 300;
// What a drawing may take: the width and height of a page at that resolution.
constexpr double most_pixels_of_drawing = 9'000'000;
constexpr size_t longest_svg = 8 * 1024 * 1024;
// A filter takes time for every pixel, each time that it is used.
constexpr double most_pixels_of_filtered = 1'500'000;
constexpr size_t most_filterings = 200;

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
};
using Handle = std::unique_ptr<RsvgHandle, Unref>;
using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Pen = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

size_t count_of(std::string_view text, std::string_view words) {
  size_t count = 0;
  for (size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) ++count;
  return count;
}

// How often a filter may be applied, at most.
size_t filterings_in(std::string_view file) {
  const size_t primitives = count_of(file, "<fe");
  return primitives == 0 ? 0 : primitives * count_of(file, "filter") * (1 + count_of(file, "<use"));
}

struct DrawingSize {
  double width = 300;  // what CSS takes for a drawing that says nothing
  double height = 150;
};

DrawingSize size_of(RsvgHandle& handle) {
  DrawingSize size;
  if (rsvg_handle_get_intrinsic_size_in_pixels(&handle, &size.width, &size.height) != FALSE) return size;
  gboolean has_width = FALSE;
  gboolean has_height = FALSE;
  gboolean has_box = FALSE;
  RsvgLength width;
  RsvgLength height;
  RsvgRectangle box;
  rsvg_handle_get_intrinsic_dimensions(&handle, &has_width, &width, &has_height, &height, &has_box, &box);
  if (has_box != FALSE) size = {box.width, box.height};
  return size;
}

// cairo's samples are premultiplied, in words of the machine.
Rgba pixels_of(cairo_surface_t& surface) {
  const auto width = static_cast<uint32_t>(cairo_image_surface_get_width(&surface));
  const auto height = static_cast<uint32_t>(cairo_image_surface_get_height(&surface));
  const auto stride = static_cast<size_t>(cairo_image_surface_get_stride(&surface));
  const unsigned char* const rows = cairo_image_surface_get_data(&surface);
  Rgba pixels{width, height, {}, 0};
  pixels.samples.reserve(size_t{4} * width * height);
  for (uint32_t y = 0; y < height; ++y) {
    const auto* const row = reinterpret_cast<const uint32_t*>(rows + y * stride);
    for (uint32_t x = 0; x < width; ++x) {
      const uint32_t opacity = row[x] >> 24U;
      for (const unsigned shift : {16U, 8U, 0U}) {
        const uint32_t sample = row[x] >> shift & 255U;
        pixels.samples.push_back(
            opacity == 0 ? 0 : static_cast<uint8_t>(std::min(255U, (sample * 255 + opacity / 2) / opacity)));
      }
      pixels.samples.push_back(static_cast<uint8_t>(opacity));
    }
  }
  return pixels;
}

}  // namespace

bool is_svg(std::string_view file) {
  const std::string_view front = file.substr(0, 4096);
  const size_t first = front.find('<');
  return first != std::string_view::npos && front.find("<svg") != std::string_view::npos &&
         front.find("<html") == std::string_view::npos;
}

std::variant<Rgba, PictureFault> draw_svg(std::string_view file) {
  if (file.size() > longest_svg) return PictureFault{"is an SVG drawing of more than 8 MB"};
  const size_t filterings = filterings_in(file);
  if (filterings > most_filterings) return PictureFault{"is an SVG drawing with too many filters"};
  const Handle handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(file.data()), file.size(), nullptr));
  if (!handle) return PictureFault{"is a damaged SVG drawing"};
  const DrawingSize size = size_of(*handle);
  if (!(size.width >= 1 && size.height >= 1 && size.width <= 100'000 && size.height <= 100'000))
    return PictureFault{"is an SVG drawing of no sensible size"};
  const double pixels_at_most = filterings > 0 ? most_pixels_of_filtered : most_pixels_of_drawing;
  const double scale = std::min(printed_pixels_per_inch / css_pixels_per_inch,
                                std::sqrt(pixels_at_most / (size.width * size.height)));
  const auto width = static_cast<int>(std::max(1.0, std::round(size.width * scale)));
  const auto height = static_cast<int>(std::max(1.0, std::round(size.height * scale)));
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height),
                        &cairo_surface_destroy);
  const Pen pen(cairo_create(surface.get()), &cairo_destroy);
  const RsvgRectangle area{0, 0, static_cast<double>(width), static_cast<double>(height)};
  if (rsvg_handle_render_document(handle.get(), pen.get(), &area, nullptr) == FALSE)
    return PictureFault{"is an SVG drawing that cannot be drawn"};
  cairo_surface_flush(surface.get());
  Rgba pixels = pixels_of(*surface);
  pixels.pixels_per_inch = static_cast<int32_t>(std::round(scale * css_pixels_per_inch));
  return pixels;
}

}  // namespace pubbuild
