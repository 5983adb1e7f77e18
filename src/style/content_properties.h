// Values of the properties of generated content → fields of the computed style.
#pragma once

#include "style/properties.h"

namespace pubbuild::css {

bool set_content(Computation& computation, Values& values);
bool read_string_set(Values& values, std::vector<StringSet>& into);
bool read_counter_reset(Values& values, std::vector<CounterChange>& into);
bool read_counter_set(Values& values, std::vector<CounterChange>& into);
bool read_counter_increment(Values& values, std::vector<CounterChange>& into);
bool read_quotes(Values& values, Quotes& into);

}  // namespace pubbuild::css
