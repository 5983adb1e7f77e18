// Tokens → an+b (CSS Syntax 3 §6).
#pragma once

#include <cstdint>
#include <optional>

#include "style/tokens.h"

namespace pubbuild::css {

// The places step × n + offset, for n from 0.
struct Nth {
  int32_t step = 0;
  int32_t offset = 0;
  bool operator==(const Nth&) const = default;
};

// Whether the place, counted from 1, is one of them; 0 is none.
bool holds(const Nth& nth, int64_t place);

// All the tokens, blanks at the ends aside; nothing where they are no an+b. Numbers are clamped to a million.
std::optional<Nth> read_nth(TokenView tokens);

}  // namespace pubbuild::css
