// CSS files → parsed rules, in cascade order, with what is wrong in them said.
#pragma once

namespace pubbuild {

enum class Medium : uint8_t { print, reading_system };
enum class Origin : uint8_t { base, theme, user };

}  // namespace pubbuild
