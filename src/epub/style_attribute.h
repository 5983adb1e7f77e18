// A style attribute as an author wrote it → the declarations of it that an EPUB may hold.
#pragma once

#include <string>
#include <string_view>

namespace pubbuild {

// Declarations that are whole (CSS Style Attributes §3): no open bracket or quote, no blocks, no comments, no
// addresses; without those that EPUB 3.3 §6.1.3.1.4 forbids. Empty where none is left.
std::string clean_style(std::string_view written);

}  // namespace pubbuild
