// What a block's style asks for → where its border box begins and ends (CSS 2.2 §10.3.3, §10.4, §10.7).
#pragma once

#include "style/computed.h"

namespace pubbuild {

// The room a block is laid out in: from `x` on, `measure` wide; nothing may reach beyond `limit`.
struct BlockRoom {
  Length x;
  Length measure;
  Length limit;
};

// Along the line, of the border box.
struct InlineExtent {
  Length x;
  Length width;
};

// Borders and padding at both ends of a line of the block.
Length inline_sides(const ComputedStyle& style, Length measure);

// `auto` margins share what is left over; a width that would leave the page area is cut down to it.
InlineExtent border_box(const ComputedStyle& style, BlockRoom room);

// Width of a border box whose style asks for one, held between its least and largest; `otherwise` where it
// does not ask.
Length border_box_width(const ComputedStyle& style, Length measure, Length otherwise);

// The least height of the content box that height, min-height and max-height ask for: higher content makes
// the box grow, so that nothing is printed over what follows. A percentage of a height that is not known is
// none.
Length least_content_height(const ComputedStyle& style, Length measure);

}  // namespace pubbuild
