// The condition of @supports → whether it holds on paper and on screens (CSS Conditional 3 §2).
#pragma once

#include "style/properties.h"

namespace pubbuild::css {

enum class Supported : uint8_t {
  no,
  by_reading_systems,  // CSS that our layout does not know
  yes,
};

// Conditions that are not understood do not hold.
Supported is_supported(TokenView condition);

}  // namespace pubbuild::css
