// The items of a page → its content stream, tagged with the structure they belong to.
#include "pdf/page_content.h"

#include <variant>

#include "pdf/syntax.h"

namespace pubbuild::pdf {

PageContent::PageContent(const Page& page, uint32_t number, const FontBook& fonts, PictureBook& pictures,
                         StructureTree& structure)
    : page_(page),
      number_(number),
      pictures_(pictures),
      structure_(structure),
      space_(page.size.height),
      ink_(out_),
      text_(out_, ink_, fonts) {}

std::string PageContent::write() && {
  for (const Item& item : page_.items) std::visit(*this, item);
  end_mark();
  return std::move(out_);
}

// What follows belongs to `element` (ISO 32000-1 §14.7.4.2) or, if there is no such element, is an artifact
// (§14.8.2.2).
void PageContent::mark(StructureId element) {
  if (structure_.is_empty()) return;
  if (!structure_.has(element)) element = StructureId::artifact;
  if (is_marked_ && marked_ == element) return;
  end_mark();
  if (element == StructureId::artifact) {
    out_ += "/Artifact BMC\n";
  } else {
    out_ += '/';
    out_ += name_of(structure_.role(element));
    out_ += "<</MCID ";
    append_integer(out_, structure_.add_content(element, number_));
    out_ += ">>BDC\n";
  }
  marked_ = element;
  is_marked_ = true;
}

void PageContent::end_mark() {
  text_.close();
  if (is_marked_) out_ += "EMC\n";
  is_marked_ = false;
}

void PageContent::operator()(const TextItem& item) {
  if (!text_.can_show(item)) return;
  mark(item.structure);
  text_.show(item, item.origin.x, space_.up(item.origin.y));
}

void PageContent::operator()(const FillItem& item) {
  mark(item.structure);
  text_.close();
  ink_.fill(item.ink);
  append_fill(out_, item.area, space_);
}

void PageContent::operator()(const StrokeItem& item) {
  mark(StructureId::artifact);
  text_.close();
  ink_.stroke(item.ink);
  append_stroke(out_, item, space_);
}

void PageContent::operator()(const PathItem& item) {
  mark(StructureId::artifact);
  text_.close();
  if (item.width > Length{})
    ink_.stroke(item.ink);
  else
    ink_.fill(item.ink);
  append_path(out_, item, space_);
}

void PageContent::operator()(const FrameItem& item) {
  mark(StructureId::artifact);
  text_.close();
  ink_.stroke(item.ink);
  append_frame(out_, item, space_);
}

void PageContent::operator()(const PictureItem& item) {
  mark(item.structure);
  text_.close();
  pictures_.append(out_, item, space_);
  if (structure_.has(item.structure)) structure_.add_box(item.structure, space_.box(item.area));
}

}  // namespace pubbuild::pdf
