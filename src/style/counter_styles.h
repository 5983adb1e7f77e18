// A counter's value → its numeral in a counter style (CSS Counter Styles 3, and Ready-made Counter Styles).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pubbuild {

// Whether `name` is the name of a style that counter_text knows.
bool is_counter_style(std::string_view name);

// What counter(…, style) shows: "3", "iii", "三". Beyond its range a style falls back, in the end to decimal,
// which also stands in for a name that is not known. A style that begins with '"' is the string after it (as
// ComputedStyle has it).
std::string counter_text(int32_t value, std::string_view style);

// What the marker of a list item shows: the numeral with what goes before and after it ("3.", "三、"). The
// blank that ends some suffixes is left to whoever places the marker. "none" gives no text.
std::string marker_text(int32_t value, std::string_view style);

}  // namespace pubbuild
