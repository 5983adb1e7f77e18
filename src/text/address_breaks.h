// Addresses of pages and of mail in a text → where they may be parted.
#pragma once

#include <string_view>
#include <vector>

#include "text/break_opportunities.h"

namespace pubbuild {

// An address has no hyphens of its own to give, so a line ends after one of its marks, which shows that it
// goes on, and never within or right after the scheme.
void break_addresses(std::u32string_view text, std::vector<BreakKind>& breaks);

}  // namespace pubbuild
