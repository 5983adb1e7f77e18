// Bytes of a file → a name that follows from them, so that equal files are one.
#pragma once

#include <string>
#include <string_view>

namespace pubbuild {

// `kind` and sixteen hexadecimal digits: "img-0123456789abcdef".
std::string name_of_content(std::string_view kind, std::string_view bytes);

}  // namespace pubbuild
