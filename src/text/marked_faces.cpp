// A mark of another face than its base's would stand beside it, not on it: the mark's face is tried for both.
#include "text/marked_faces.h"

#include <unicode/unorm2.h>

#include "text/character_class.h"

namespace pubbuild {

namespace {

// More marks than HarfBuzz is given are not looked at.
constexpr size_t most_marks = 30;

std::u32string_view marks_after(std::u32string_view text, size_t at) {
  size_t end = at + 1;
  while (end < text.size() && end - at <= most_marks && (is_combining(text[end]) || is_invisible(text[end])))
    ++end;
  return text.substr(at + 1, end - at - 1);
}

char32_t composed(char32_t base, char32_t mark) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* composition = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return 0;
  const UChar32 found =
      unorm2_composePair(composition, static_cast<UChar32>(base), static_cast<UChar32>(mark));
  return found < 0 ? U'\0' : static_cast<char32_t>(found);
}

// HarfBuzz composes where the face has the whole.
bool covers(const Face& face, char32_t base, std::u32string_view marks) {
  if (!face.covers(base)) return false;
  for (const char32_t mark : marks) {
    if (is_invisible(mark)) continue;
    const char32_t whole = composed(base, mark);
    if (whole != 0 && face.covers(whole)) {
      base = whole;
    } else if (!face.covers(mark)) {
      return false;
    }
  }
  return true;
}

}  // namespace

ChosenFace choose_with_marks(Shaper& shaper, ChainId chain, std::u32string_view text, size_t at) {
  const ChosenFace chosen = shaper.choose(chain, text[at]);
  const bool has_marks = at + 1 < text.size() && is_combining(text[at + 1]);
  const bool has_selector = at + 2 < text.size() && is_invisible(text[at + 1]) && is_combining(text[at + 2]);
  if (!has_marks && !has_selector) return chosen;
  const std::u32string_view marks = marks_after(text, at);
  if (chosen.font != FontId::none && covers(shaper.fonts().face(chosen.font), text[at], marks)) return chosen;
  for (const char32_t mark : marks) {
    const ChosenFace other = is_combining(mark) ? shaper.choose(chain, mark) : ChosenFace{};
    if (other.font != FontId::none && covers(shaper.fonts().face(other.font), text[at], marks)) return other;
  }
  return chosen;
}

}  // namespace pubbuild
