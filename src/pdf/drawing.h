// Rules, fills and frames of a page → path operators (ISO 32000-1 §8.5).
#pragma once

#include <string>

#include "page/pages.h"

namespace pubbuild::pdf {

// Places on a page, measured as PDF does: from the bottom left corner upwards.
class PageSpace {
 public:
  explicit PageSpace(Length height) : height_(height) {}
  Length up(Length y) const { return height_ - y; }
  // "x y x y": the bottom left and the top right corner.
  std::string box(const Rect& area) const;

 private:
  Length height_;
};

void append_fill(std::string& out, const Rect& area, PageSpace space);
void append_frame(std::string& out, const FrameItem& frame, PageSpace space);
void append_path(std::string& out, const PathItem& path, PageSpace space);
void append_stroke(std::string& out, const StrokeItem& stroke, PageSpace space);

}  // namespace pubbuild::pdf
