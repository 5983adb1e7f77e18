// Characters → the classes that the rules for Chinese, Japanese and Korean text ask for.
#pragma once

#include <cstddef>
#include <string_view>

namespace pubbuild::markdown {

// CommonMark's classes: Unicode blanks (Zs, tab, line ends) and punctuation (P and S).
bool is_blank(char32_t c);
bool is_punctuation(char32_t c);

// East Asian wide, full or half width without emoji presentation, or Hangul.
bool is_cjk(char32_t c);
// Chinese or Japanese: CJK but not Hangul.
bool is_chinese_or_japanese(char32_t c);
bool is_hangul(char32_t c);
// “ ” ‘ ’ — … ·: East Asian where their neighbours are.
bool is_ambiguous_mark(char32_t c);

// A character beside a run of emphasis marks, as the CJK-friendly amendment sees it.
struct Neighbour {
  bool blank = true;  // also: no character
  bool punctuation = false;
  bool cjk = false;
  bool is_cjk_punctuation() const { return punctuation && cjk; }
};
// The character that ends at `at`, variation selectors taken with their base.
Neighbour neighbour_before(std::string_view text, size_t at);
// The character that begins at `at`.
Neighbour neighbour_after(std::string_view text, size_t at);

}  // namespace pubbuild::markdown
