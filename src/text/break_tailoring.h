// The rules of CJK typography that UAX #14 does not know → what ICU is shown of a text, and what is changed
// in the line breaks that it finds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/break_opportunities.h"

namespace pubbuild {

// Chinese of the mainland follows GB/T 15834 at solidi where the tag of the language says so (zh-Hans,
// zh-CN); plain `zh` and Chinese in traditional characters follow CLREQ's basic level.
enum class Typography : uint8_t { chinese, mainland, japanese, korean, other };
// CLREQ's none as a remedy, basic and strict; JLREQ's loose, strict and very strict.
enum class BreakLevel : uint8_t { loose, normal, strict };

struct BreakTradition {
  Typography typography = Typography::other;
  BreakLevel level = BreakLevel::strict;
};

// `auto` is normal for Chinese and strict for all else.
BreakTradition break_tradition(const std::string& lang, LineBreak line_break);

// As many characters as the text has: those that CLREQ and JLREQ treat otherwise than UAX #14 are replaced by
// one of the class that they should have.
std::u32string text_for_rules(std::u32string_view text, BreakTradition tradition);

// Changes what depends on the characters around a place: numbers with their units, reference marks, pairs.
void tailor_breaks(std::u32string_view text, BreakTradition tradition, std::vector<BreakKind>& breaks);

}  // namespace pubbuild
