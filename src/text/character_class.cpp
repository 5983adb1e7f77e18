// Unicode properties and CLREQ's tables of marks → character classes.
#include "text/character_class.h"

#include <unicode/uchar.h>

#include <string_view>

#include <algorithm>
#include <iterator>

namespace pubbuild {

namespace {

struct MarkRow {
  char32_t character;
  CharacterClass character_class;
};

// CLREQ, tables A.1 (pause and stop marks), A.2 (dash, ellipsis) and A.3 (brackets, quotation marks); JLREQ
// cl-01 to cl-07. Sorted.
constexpr MarkRow marks[] = {
    {0x00B7, CharacterClass::interpunct},  {0x2014, CharacterClass::dash},
    {0x2018, CharacterClass::opening},     {0x2019, CharacterClass::closing},
    {0x201C, CharacterClass::opening},     {0x201D, CharacterClass::closing},
    {0x2025, CharacterClass::ellipsis},    {0x2026, CharacterClass::ellipsis},
    {0x2027, CharacterClass::interpunct},  {0x22EF, CharacterClass::ellipsis},
    {0x2E3A, CharacterClass::dash},        {0x3001, CharacterClass::comma},
    {0x3002, CharacterClass::stop},        {0x3008, CharacterClass::opening},
    {0x3009, CharacterClass::closing},     {0x300A, CharacterClass::opening},
    {0x300B, CharacterClass::closing},     {0x300C, CharacterClass::opening},
    {0x300D, CharacterClass::closing},     {0x300E, CharacterClass::opening},
    {0x300F, CharacterClass::closing},     {0x3010, CharacterClass::opening},
    {0x3011, CharacterClass::closing},     {0x3014, CharacterClass::opening},
    {0x3015, CharacterClass::closing},     {0x3016, CharacterClass::opening},
    {0x3017, CharacterClass::closing},     {0x3018, CharacterClass::opening},
    {0x3019, CharacterClass::closing},     {0x301C, CharacterClass::connector},
    {0x301D, CharacterClass::opening},     {0x301E, CharacterClass::closing},
    {0x301F, CharacterClass::closing},     {0x30FB, CharacterClass::interpunct},
    {0xFF01, CharacterClass::exclamation}, {0xFF08, CharacterClass::opening},
    {0xFF09, CharacterClass::closing},     {0xFF0C, CharacterClass::comma},
    {0xFF0D, CharacterClass::connector},   {0xFF0E, CharacterClass::stop},
    {0xFF0F, CharacterClass::connector},   {0xFF1A, CharacterClass::comma},
    {0xFF1B, CharacterClass::comma},       {0xFF1F, CharacterClass::exclamation},
    {0xFF3B, CharacterClass::opening},     {0xFF3D, CharacterClass::closing},
    {0xFF5B, CharacterClass::opening},     {0xFF5D, CharacterClass::closing},
    {0xFF5E, CharacterClass::connector},   {0xFF5F, CharacterClass::opening},
    {0xFF60, CharacterClass::closing},
};

bool in_cjk_block(char32_t c) {
  return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3000 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F200 && c <= 0x1F2FF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

}  // namespace

CharacterClass class_of(char32_t character) {
  if (character == U' ' || character == 0xA0) return CharacterClass::blank;
  if (character < 0xB7) return CharacterClass::western;
  if (character == 0x3000) return CharacterClass::ideographic_space;
  const auto row = std::lower_bound(std::begin(marks), std::end(marks), character,
                                    [](const MarkRow& mark, char32_t c) { return mark.character < c; });
  if (row != std::end(marks) && row->character == character) return row->character_class;
  return is_framed(character) ? CharacterClass::ideograph : CharacterClass::western;
}

bool is_narrow_opening(char32_t character) {
  return !in_cjk_block(character) && u_charType(static_cast<UChar32>(character)) == U_START_PUNCTUATION;
}

bool is_narrow_closing(char32_t character) {
  return !in_cjk_block(character) && u_charType(static_cast<UChar32>(character)) == U_END_PUNCTUATION;
}

bool is_shared_punctuation(char32_t character) {
  switch (character) {
    case 0x00B7:
    case 0x2014:
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x2025:
    case 0x2026:
    case 0x2027:
    case 0x22EF:
    case 0x2E3A:
      return true;
    default:
      return false;
  }
}

bool is_framed(char32_t character) {
  if (!in_cjk_block(character)) return false;
  // Combining kana voicing marks and tone marks need their base.
  return !(character >= 0x302A && character <= 0x302F) && character != 0x3099 && character != 0x309A;
}

bool is_cjk_letter(char32_t character) {
  if (character < 0x2E80) return false;
  return in_cjk_block(character) && u_isalpha(static_cast<UChar32>(character)) &&
         !(character >= 0xFF01 && character <= 0xFF5E);
}

bool is_ideograph(char32_t character) {
  if (character < 0x2E80 || (character >= 0x3131 && character <= 0x318E)) return false;
  if (character >= 0xAC00 && character <= 0xD7A3) return false;
  return is_cjk_letter(character) || u_hasBinaryProperty(static_cast<UChar32>(character), UCHAR_IDEOGRAPHIC);
}

bool is_western_digit(char32_t character) {
  if (character < 0x80) return character >= U'0' && character <= U'9';
  return !in_cjk_block(character) && u_isdigit(static_cast<UChar32>(character));
}

bool is_western_letter(char32_t character) {
  if (character < 0x80) return u_isalnum(static_cast<UChar32>(character));
  const bool is_halfwidth = character >= 0xFF61 && character <= 0xFFDC;
  return !in_cjk_block(character) && !is_halfwidth && u_isalnum(static_cast<UChar32>(character));
}

bool is_invisible(char32_t character) {
  if (character < 0x20 || (character >= 0x7F && character < 0xA0)) return true;
  return character >= 0xAD &&
         u_hasBinaryProperty(static_cast<UChar32>(character), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_combining(char32_t character) {
  if (character < 0x300) return false;
  const int8_t type = u_charType(static_cast<UChar32>(character));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK;
}

bool takes_emphasis(char32_t character) {
  constexpr std::u32string_view read_as_words = U"#%&@§¶‰‱⁂＃％＆＠﹟﹠﹪﹫";
  if (read_as_words.find(character) != std::u32string_view::npos) return true;
  const uint32_t category = U_MASK(u_charType(static_cast<UChar32>(character)));
  return (category & (U_GC_Z_MASK | U_GC_C_MASK | U_GC_P_MASK)) == 0;
}

}  // namespace pubbuild
