// Text → where a line may end: ICU's rules for the language (UAX #14), with what they get wrong for CJK
// mended.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "style/computed.h"

namespace pubbuild {

struct BreakRules {
  std::string lang;  // BCP 47
  LineBreak line_break = LineBreak::auto_;
  WordBreak word_break = WordBreak::normal;
  bool operator==(const BreakRules&) const = default;
};

enum class BreakKind : uint8_t { none, allowed, forced };

// For each character the kind of break before it; [0] is none. The end of the text is no break.
std::vector<BreakKind> break_opportunities(std::u32string_view text, const BreakRules& rules);

}  // namespace pubbuild
