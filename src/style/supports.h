// The condition of @supports → whether it holds on paper and on screens (CSS Conditional 3 §2).
#pragma once

#include "style/properties.h"

namespace pubbuild::css {

// Reading systems know more of CSS than our layout does.
struct Supported {
  bool on_paper = false;
  bool on_screens = false;
};

// Conditions that are not understood do not hold.
Supported is_supported(TokenView condition);

}  // namespace pubbuild::css
