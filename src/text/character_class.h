// Characters → their part in CJK lines: what may be squeezed, spaced and kept together.
#pragma once

#include <cstdint>

namespace pubbuild {

// CLREQ's and JLREQ's classes, as far as spacing tells them apart.
enum class CharacterClass : uint8_t {
  western,            // letters, digits and all else with its own width
  ideograph,          // Han, kana, Hangul and symbols in a full-width frame
  opening,            // opening brackets and quotation marks
  closing,            // closing brackets and quotation marks
  comma,              // 、，；：
  stop,               // 。．
  exclamation,        // ！？
  interpunct,         // ·・‧
  connector,          // ～－／, a single —: nothing comes between them and their neighbours
  dash,               // ——
  ellipsis,           // ……
  blank,              // a word space
  ideographic_space,  // U+3000
};

// Quotation marks, dashes and dots have the class of CJK text; who calls decides by context whether they are.
CharacterClass class_of(char32_t character);

// ( [ { and ) ] }, in whatever script: what stands inside them and outside (Unicode's Ps and Pe).
bool is_narrow_opening(char32_t character);
bool is_narrow_closing(char32_t character);

// “ ” ‘ ’ — … · ‧ ⸺ ⋯: full width in CJK text, proportional in Latin text.
bool is_shared_punctuation(char32_t character);
// Characters of an em frame that need no shaping: each glyph depends on font and language alone.
bool is_framed(char32_t character);
// Han, kana, bopomofo or Hangul.
bool is_cjk_letter(char32_t character);
// Han, kana and bopomofo: what text-autospace sets apart from other scripts (CSS Text 4, §8.4; Korean has
// blanks between its words).
bool is_ideograph(char32_t character);
// Letters and digits of other scripts.
bool is_western_letter(char32_t character);
bool is_western_digit(char32_t character);
// Marks that draw nothing and move nothing: joiners, variation selectors, controls.
bool is_invisible(char32_t character);
bool is_combining(char32_t character);
// Whether emphasis marks stand beside it: not at blanks, controls and punctuation, but at signs that are read
// as words (CSS Text Decoration 4 §3.3).
bool takes_emphasis(char32_t character);

}  // namespace pubbuild
