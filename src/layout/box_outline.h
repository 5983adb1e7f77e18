// A box with round corners → its outline.
#pragma once

#include <vector>

#include "page/pages.h"
#include "style/computed.h"

namespace pubbuild {

// Half axes of the ellipses at the corners; nothing is round where one of the two is zero.
struct RoundRect {
  Rect area;
  Corners<Size> radii;
};

// Radii that together are longer than a side are all made smaller (CSS Backgrounds 3 §4.5).
RoundRect rounded(Rect area, const Corners<Radius>& radii);
bool is_round(const RoundRect& box);
// What is left inside of it when so much is taken off at each side (§4.2).
RoundRect inset(const RoundRect& box, const Sides<Length>& by);
// Appends one closed outline, clockwise.
void append_outline(const RoundRect& box, std::vector<PathStep>& path);

}  // namespace pubbuild
