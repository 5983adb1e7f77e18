// Pictures as they came → as they are printed, without pixels that no printer shows.
#pragma once

#include <cstdint>
#include <optional>

#include "page/pages.h"
#include "picture/picture.h"

namespace pubbuild {

// Photos that have twice as many pixels an inch as asked for, or more, wherever the pages show them, are
// halved as often as that leaves what was asked for; the others are as they came. Nothing where that are all.
std::optional<Pictures> pictures_for_print(const PagedDocument& document, const Pictures& pictures,
                                           int64_t pixels_per_inch);

}  // namespace pubbuild
