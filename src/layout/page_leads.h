// A block → what it, or the first block in it, asks of the page before its content.
#pragma once

#include <string_view>

#include "layout/document.h"

namespace pubbuild {

bool forces_break(Break value);
// Of two forced breaks that meet, the later one that asks for a side has it (CSS Fragmentation 3 §3.1).
Break combined_break(Break earlier, Break later);

// A break before the first block in a block stands before the outer one too (CSS Fragmentation 3 §3.1), and
// so does the name of its pages (CSS Paged Media 3 §8.1).
struct PageLead {
  Break forced = Break::auto_;
  std::string_view page;    // lives as long as the styles
  bool names_page = false;  // the block says so itself, rather than the one around it
  size_t blocks = 0;        // so many blocks in it, each the first of the one before, are spoken for
};

// `page`: the name that holds for the block where it says none.
PageLead page_lead(const LayoutDocument& document, NodeId block, std::string_view page);

// Whether the nodes from `first` up to but not `end` (siblings, none of them blocks) make a line.
bool make_lines(const LayoutDocument& document, NodeId first, NodeId end);

}  // namespace pubbuild
