// The coarsest place where a picture is printed says how many pixels it needs.
#include "printed_pictures.h"

#include <algorithm>
#include <map>
#include <utility>

#include "picture/large_jpeg.h"

namespace pubbuild {

namespace {

constexpr int64_t inch = 72'000;
constexpr uint32_t most_shrunk = 8;

// Pixels an inch along the side that has fewer.
int64_t resolution_of(const Picture& picture, const Rect& area) {
  return std::min(picture.width * inch / std::max<int64_t>(area.width.milli, 1),
                  picture.height * inch / std::max<int64_t>(area.height.milli, 1));
}

std::map<PictureId, int64_t> resolutions(const PagedDocument& document, const Pictures& pictures) {
  std::map<PictureId, int64_t> found;
  for (const Page& page : document.pages) {
    for (const Item& item : page.items) {
      const auto* shown = std::get_if<PictureItem>(&item);
      if (shown == nullptr) continue;
      const int64_t here = resolution_of(pictures[static_cast<size_t>(shown->picture)], shown->area);
      const auto [known, is_new] = found.try_emplace(shown->picture, here);
      known->second = std::min(known->second, here);
    }
  }
  return found;
}

// 1, 2, 4 or 8.
uint32_t shrink_for(int64_t resolution, int64_t wanted) {
  uint32_t shrink = 1;
  while (shrink < most_shrunk && resolution / (shrink * 2) >= wanted) shrink *= 2;
  return shrink;
}

// The same picture with its sides divided; nothing where that cannot be done.
std::optional<Picture> shrunk(const Picture& picture, uint32_t by) {
  auto smaller = shrunk_jpeg(picture.bytes, by);
  if (!std::holds_alternative<std::string>(smaller)) return std::nullopt;
  auto read = read_picture(std::move(std::get<std::string>(smaller)));
  if (!std::holds_alternative<Picture>(read)) return std::nullopt;
  return std::move(std::get<Picture>(read));
}

}  // namespace

std::optional<Pictures> pictures_for_print(const PagedDocument& document, const Pictures& pictures,
                                           int64_t pixels_per_inch) {
  std::optional<Pictures> printed;
  for (const auto& [id, resolution] : resolutions(document, pictures)) {
    const auto index = static_cast<size_t>(id);
    const uint32_t by = shrink_for(resolution, pixels_per_inch);
    if (by == 1 || pictures[index].kind != PictureKind::jpeg) continue;
    std::optional<Picture> smaller = shrunk(pictures[index], by);
    if (!smaller) continue;
    if (!printed) printed = pictures;
    (*printed)[index] = std::move(*smaller);
  }
  return printed;
}

}  // namespace pubbuild
