// Repairs → a text that has them, and how it differs from the one before.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "proof/proofread.h"

namespace pubbuild::proof {

// The repairs of one source, in the order of their places.
std::string repaired(std::string_view text, const std::vector<Repair>& repairs);

// A unified diff with three lines around each change, as `patch` reads it, of two texts of equally many
// lines; empty for equal texts.
std::string unified_diff(const std::string& name, std::string_view before, std::string_view after);

}  // namespace pubbuild::proof
