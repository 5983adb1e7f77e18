// Styled tree → finished pages.
#pragma once

#include <unordered_map>

#include "base/diagnostics.h"
#include "font/fonts.h"
#include "layout/document.h"
#include "page/pages.h"

namespace pubbuild {

// Says what is wrong (a character no font has) in `diagnostics` and lays out all the same; an empty
// publication has one empty page.
PagedDocument lay_out(const LayoutInput& input, Fonts& fonts, const Sources& sources,
                      Diagnostics& diagnostics);

// Which way the pages of a publication follow each other: as its metadata say, else as the writing mode of
// its text does (CSS Writing Modes 4 §8.2).
PageProgression progression_of(const ComputedStyle& text, const Metadata& metadata);

}  // namespace pubbuild
