// Readings that a page put behind characters, as in 風(fēng) → what is damage of the text and what is not.
#pragma once

#include <string_view>
#include <vector>

#include "proof/finding.h"

namespace pubbuild::proof {

// Reports each reading in parentheses behind a character that has it (pinyin-gloss), `report(n, finding)` for
// the text `n`. It is certain damage where the character is frequent in these texts and never stands without
// its reading: no author explains a word each time. In a text with several such characters the same holds of
// those that stand once. They may go. What readings have shifted is reported too (shifted-bytes), and can
// be repaired where just one text becomes what stands there.
void find_glosses(const std::vector<std::u32string_view>& texts,
                  const std::function<void(size_t, Finding)>& report);

}  // namespace pubbuild::proof
