// Draws a picture, or in its stead a frame with the alternative text in its middle.
#include "layout/picture_items.h"

#include "layout/paragraph.h"
#include "page/move.h"

namespace pubbuild {

namespace {

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
    items.push_back(PictureItem{area, known->second, figure});
  }
}

}  // namespace pubbuild
