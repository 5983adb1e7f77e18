// A style attribute → the same with the families of an EPUB's fonts.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pubbuild {

// After what was written, the families as css_for_reading_systems has them in rules: embedded fonts before
// the families they are for. A text that asks for no families stays as it is, right or wrong.
std::string with_known_families(std::string_view style,
                                const std::map<std::vector<std::string>, std::string>& embedded_families);

}  // namespace pubbuild
