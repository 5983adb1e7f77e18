// A font size → how far the em box of ideographs reaches from their baseline.
#pragma once

#include "base/length.h"

namespace pubbuild {

// Whatever a face's own metrics are, ideographs stand in the same box (CSS 2.2 §10.6.1 leaves it to us).
constexpr Length em_box_above(Length em) {
  return scaled(em, 880, 1000);
}
constexpr Length em_box_below(Length em) {
  return scaled(em, 120, 1000);
}
// Of its middle, above the baseline.
constexpr Length em_box_middle(Length em) {
  return (em_box_above(em) - em_box_below(em)) / 2;
}

}  // namespace pubbuild
