// How glyphs stand in the line they are set in: in horizontal lines all alike, in vertical ones by character.
#pragma once

#include <cstdint>

namespace pubbuild {

// CSS Writing Modes 4 §5.1 and §9.1.
enum class Posture : uint8_t {
  level,     // in a horizontal line
  sideways,  // in a vertical line, with it turned clockwise
  upright,   // in a vertical line, one below the other
  combined,  // in a vertical line, side by side in the frame of one character
};

}  // namespace pubbuild
