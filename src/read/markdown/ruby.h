// `{漢字|かん|じ}` → what stands in the line and how it is read.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace pubbuild::markdown {

// All parts as written.
struct Ruby {
  std::string_view base;
  std::vector<std::string_view> readings;  // one for all of the base, or one a character
  size_t end = 0;                          // past the closing brace
};

// What begins with `{` at `at`, on one line and with a character beyond ASCII in it; nothing where it is no
// ruby. Braces and bars in it are escaped with a backslash.
std::optional<Ruby> ruby(std::string_view text, size_t at);

}  // namespace pubbuild::markdown
