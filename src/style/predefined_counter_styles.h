// The counter styles that every sheet has, by name.
#pragma once

#include <string_view>

#include "style/counter_style.h"

namespace pubbuild::css {

// nullptr: no predefined style is called so. Names are lower case.
const CounterStyle* predefined_counter_style(std::string_view lower_name);

}  // namespace pubbuild::css
