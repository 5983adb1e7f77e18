// Galley → pages: breaks chosen by cost, notes at the foot of the page of their call, boxes and tables
// carried over.
#pragma once

#include "layout/page_canvas.h"
#include "layout/page_types.h"

namespace pubbuild {

// A page without its furniture (running heads and folio).
struct PageBody {
  const PageType* type = nullptr;
  PageSituation situation;
  std::vector<Item> items;
  std::vector<PlacedMark> marks;
  std::vector<NamedString> strings;
  size_t strings_at_start = 0;  // so many of them were set where the page begins
  std::vector<CounterMark> counters;
  TreePosition first;
};

// Where pages follow each other to the left, every recto is a left page.
// Blank pages are left so that the next begins on the side it must; they are of the type of the page before.
// The first page is a recto unless what stands on it wants another.
std::vector<PageBody> paginate(LayoutDocument& document, Galley galley, PageTypes& types,
                               PageProgression progression);

}  // namespace pubbuild
