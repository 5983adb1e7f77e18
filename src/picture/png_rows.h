// A sound PNG file → its rows as they stand in it, still filtered and deflated.
#pragma once

#include <optional>
#include <string_view>

#include "picture/picture.h"

namespace pubbuild {

std::optional<PngRows> rows_in_png(std::string_view file);

}  // namespace pubbuild
