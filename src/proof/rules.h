// What an editor of CJK text looks for in one paragraph, a function a rule.
#pragma once

#include <string_view>

#include "base/language.h"
#include "proof/finding.h"

namespace pubbuild::proof {

// , : ; ? ! ( ) and . beside Han (half-width-punctuation).
void find_half_width_marks(std::u32string_view text, Script script, const Report& report);
// The same mark twice, or two that end a clause (doubled-punctuation).
void find_doubled_marks(std::u32string_view text, const Report& report);
// An opening mark without its closing one, or the other way round (unbalanced-mark). `goes_on`: the next
// paragraph begins with an opening quotation mark, as quotations of several paragraphs do.
void find_unbalanced_marks(std::u32string_view text, bool goes_on, const Report& report);
// " and ' beside Han (straight-quotes).
void find_straight_quotes(std::u32string_view text, const Report& report);
// A blank between two Han characters or beside a full-width mark, in a text that has marks
// (blank-between-han).
void find_blanks(std::u32string_view text, Script script, const Report& report);
// Ａ and ５ (full-width-letters), once a run.
void find_full_width_letters(std::u32string_view text, const Report& report);
// Private-use characters, compatibility ideographs and radicals, half-width katakana, invisible characters
// within Han.
void find_odd_characters(std::u32string_view text, const Report& report);
// ○ for 〇 (circle-for-zero) and ・ for · (foreign-interpunct) in Chinese text.
void find_chinese_signs(std::u32string_view text, const Report& report);
// &nbsp; and </p> (html-remains).
void find_html_remains(std::u32string_view text, const Report& report);
// Text that was read in a wrong encoding (mojibake), and what was lost in it (lost-characters).
void find_mojibake(std::u32string_view text, const Report& report);

}  // namespace pubbuild::proof
