// The items of a page → its content stream, tagged with the structure they belong to.
#pragma once

#include <cstdint>
#include <string>

#include "page/pages.h"
#include "pdf/drawing.h"
#include "pdf/embedded_font.h"
#include "pdf/embedded_picture.h"
#include "pdf/ink.h"
#include "pdf/structure.h"
#include "pdf/text_writer.h"

namespace pubbuild::pdf {

// Links leave nothing in the contents: they are annotations.
class PageContent {
 public:
  PageContent(const Page& page, uint32_t number, const FontBook& fonts, PictureBook& pictures,
              StructureTree& structure);
  PageContent(const PageContent&) = delete;
  PageContent& operator=(const PageContent&) = delete;

  std::string write() &&;

  void operator()(const TextItem& item);
  void operator()(const FillItem& item);
  void operator()(const StrokeItem& item);
  void operator()(const PathItem& item);
  void operator()(const FrameItem& item);
  void operator()(const PictureItem& item);
  void operator()(const LinkItem&) {}

 private:
  void mark(StructureId element);
  void end_mark();

  const Page& page_;
  uint32_t number_;
  PictureBook& pictures_;
  StructureTree& structure_;
  PageSpace space_;
  std::string out_;
  InkState ink_;
  TextWriter text_;
  StructureId marked_ = StructureId::artifact;
  bool is_marked_ = false;
};

}  // namespace pubbuild::pdf
