// The four borders of a box → strokes and fills.
#pragma once

#include <vector>

#include "layout/box_outline.h"

namespace pubbuild {

// Appends the borders of `box`, whose area is the border box; a side without a width is open.
void paint_borders(const Sides<Border>& border, const RoundRect& box, std::vector<Item>& items);

// A border drawn along a line, its width on both sides of it.
StrokeItem border_stroke(const Border& border, Point from, Point to);

}  // namespace pubbuild
