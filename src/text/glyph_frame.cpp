// Frames of marks that fonts draw too narrow.
#include "text/glyph_frame.h"

namespace pubbuild {

namespace {

GlyphFrame centred(int32_t advance, int32_t width) {
  return {width, (width - advance) / 2};
}

bool is_chinese(Script script) {
  return script == Script::hans || script == Script::hant;
}

}  // namespace

GlyphFrame glyph_frame(char32_t character, int32_t advance, int32_t em, Script script) {
  const GlyphFrame own{advance, 0};
  const bool narrow_quote = is_chinese(script) && advance <= em / 2;
  switch (character) {
    case U'/':
    case 0x2013:
      return centred(advance, em / 2);
    case 0x00B7:
      return centred(advance, script == Script::hant ? em : em / 2);
    case 0x2014:
    case 0x2025:
    case 0x2026:
    case 0x22EF:
      return centred(advance, em);
    case 0x2018:
    case 0x201C:
      return narrow_quote ? GlyphFrame{em, em / 2 + (em / 2 - advance) / 2} : own;
    case 0x2019:
    case 0x201D:
      return narrow_quote ? GlyphFrame{em, (em / 2 - advance) / 2} : own;
    default:
      return own;
  }
}

}  // namespace pubbuild
