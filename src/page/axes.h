// The axes of text, along its lines and across them, → x and y of a page.
#pragma once

#include "page/pages.h"

namespace pubbuild {

// How the axes lie: quarter turns and reflections, with what lies at (0, 0) moved to `origin`.
struct Axes {
  struct Direction {
    int8_t x = 0;
    int8_t y = 0;
  };
  Direction along{1, 0};   // a step along the line, on the page
  Direction across{0, 1};  // a step from line to line
  Point origin{};

  Point place(Point at) const;
  Rect place(const Rect& area) const;
};

// Of horizontal lines one below the other, of vertical lines from right to left and from left to right;
// `origin` is where the first line begins.
constexpr Axes level_axes(Point origin) {
  return {{1, 0}, {0, 1}, origin};
}
constexpr Axes leftward_axes(Point origin) {
  return {{0, 1}, {-1, 0}, origin};
}
constexpr Axes rightward_axes(Point origin) {
  return {{0, 1}, {1, 0}, origin};
}
// Across upside down, in a height: what stood at 0 stands there.
constexpr Axes mirrored_axes(Length height) {
  return {{1, 0}, {0, -1}, {{}, height}};
}

// Pictures and glyphs stay upright or turned as they are; only where they stand changes.
void place(Item& item, const Axes& axes);

}  // namespace pubbuild
