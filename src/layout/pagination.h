// Galley → pages: breaks chosen by cost, notes at the foot of the page of their call, boxes and tables
// carried over.
#pragma once

#include "layout/page_canvas.h"

namespace pubbuild {

// A page without its furniture (running heads and folio).
struct PageBody {
  std::vector<Item> items;
  std::vector<PlacedMark> marks;
  std::vector<NamedString> strings;
  TreePosition first;
  bool is_blank = false;  // left empty so that the next begins on the side it must
};

// The area above the notes of a page: the white before its rule, the rule, the white after it.
struct FootnoteArea {
  Border rule;
  Length rule_length;
  Length gap;   // between rule and notes
  Length step;  // the area takes whole steps, the rest above the rule
};

// Frames of right and left pages; the first page is a right one.
struct FacingFrames {
  PageFrame right;
  PageFrame left;
};

std::vector<PageBody> paginate(LayoutDocument& document, Galley galley, const FacingFrames& frames,
                               const FootnoteArea& footnotes);

}  // namespace pubbuild
