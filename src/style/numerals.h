// A value and a counter style → the numeral, as the system of the style makes it.
#pragma once

#include <optional>
#include <string>

#include "style/counter_style.h"

namespace pubbuild::css {

// Numerals that would be longer, in bytes, are made by the fallback: §2 lets us do so beyond 60 characters.
constexpr size_t longest_numeral = 400;

// With sign and pad. Nothing where the style has no numeral for the value, or too long a one. Styles that
// extend others must have been resolved.
std::optional<std::string> numeral(int32_t value, const CounterStyle& style);

}  // namespace pubbuild::css
