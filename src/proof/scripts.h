// Texts in Chinese → where they mix what they should not: scripts, quotation marks.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "proof/finding.h"

namespace pubbuild::proof {

// Characters that are written in simplified Chinese only among traditional ones, or the other way round
// (mixed-scripts), where nearly all others are of one script. Each character once, where it first stands.
void find_mixed_scripts(const std::vector<std::u32string_view>& texts,
                        const std::function<void(size_t, Finding)>& report);

// 「 」 among “ ” or the other way round (mixed-quotation-marks), where the rarer first stands.
void find_mixed_quotes(const std::vector<std::u32string_view>& texts,
                       const std::function<void(size_t, Finding)>& report);

}  // namespace pubbuild::proof
