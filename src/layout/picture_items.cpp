// Draws a picture, or in its stead a frame with the alternative text in its middle.
#include "layout/picture_items.h"

#include <algorithm>
#include <string>

#include "layout/paragraph.h"
#include "page/move.h"

namespace pubbuild {

namespace {

// Pixels an inch: below it the pixels are seen at reading distance.
constexpr int64_t least_resolution = 150;

void append_frame(LayoutDocument& document, NodeId img, Rect area, StructureId structure,
                  std::vector<Item>& items) {
  const ComputedStyle& style = document.style(img);
  items.push_back(FrameItem{area, millipoints(500), ink_of(style.color)});
  const std::string alt(document.tree().attribute(img, Attr::alt));
  if (alt.empty()) return;
  const Length inset = style.font_size / 2;
  const Length measure = area.width - inset * 2;
  if (measure < style.font_size) return;
  const InlineContent words = inline_text(alt, style);
  std::vector<Line> lines = lay_out_paragraph(document, words, {area.x + inset, measure, structure});
  Length height;
  for (const Line& line : lines) height += line.height;
  Length y = area.y + max((area.height - height) / 2, Length{});
  for (Line& line : lines) {
    if (y + line.height > area.y + area.height) return;
    for (Item& item : line.items) {
      move(item, {Length{}, y});
      items.push_back(std::move(item));
    }
    y += line.height;
  }
}

// Pixels an inch on paper, along the side that has fewer.
int64_t resolution_of(const Picture& picture, Size printed) {
  constexpr int64_t inch = 72'000;
  const int64_t across = picture.width * inch / std::max<int64_t>(printed.width.milli, 1);
  const int64_t down = picture.height * inch / std::max<int64_t>(printed.height.milli, 1);
  return std::min(across, down);
}

void warn_of_coarse(LayoutDocument& document, NodeId img, PictureId picture, Size printed) {
  const int64_t resolution = resolution_of(document.input.pictures[static_cast<size_t>(picture)], printed);
  if (resolution >= least_resolution) return;
  document.diagnostics.note(
      "picture-coarse", document.tree().span(img),
      "this picture is printed with " + std::to_string(resolution) + " pixels an inch, and will look coarse",
      "find a larger one, or set a smaller width");
}

}  // namespace

void append_picture(LayoutDocument& document, NodeId img, Rect area, StructureId parent,
                    std::vector<Item>& items) {
  const std::string alt(document.tree().attribute(img, Attr::alt));
  const bool is_document_part = parent != StructureId::artifact;
  const StructureId figure =
      is_document_part ? document.structure.add(Role::figure, parent, {}, alt) : StructureId::artifact;
  const auto known = document.input.publication.pictures.find(img);
  if (known == document.input.publication.pictures.end()) {
    append_frame(document, img, area, figure, items);
  } else {
    warn_of_coarse(document, img, known->second, {area.width, area.height});
    items.push_back(PictureItem{area, known->second, figure});
  }
}

}  // namespace pubbuild
