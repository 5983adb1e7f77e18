// The decoding, then the levels of UAX #9, then whose marks they are.
#include "text/characters.h"

#include <algorithm>

#include "base/language.h"
#include "base/utf8.h"
#include "text/cjk_marks.h"

namespace pubbuild {

namespace {

void decode(const FlatText& text, Characters& characters) {
  const size_t guess = text.text.size() / 2 + 4;
  characters.codes.reserve(guess);
  characters.bytes.reserve(guess);
  characters.runs.reserve(guess);
  uint32_t run = 0;
  for (size_t byte = 0; byte < text.text.size();) {
    while (run + 1 < text.runs.size() && text.runs[run].end <= byte) ++run;
    characters.bytes.push_back(static_cast<uint32_t>(byte));
    characters.runs.push_back(run);
    characters.codes += utf8::decode(text.text, byte);
  }
}

size_t character_from(const Characters& characters, size_t byte) {
  return static_cast<size_t>(std::ranges::lower_bound(characters.bytes, byte) - characters.bytes.begin());
}

std::vector<uint8_t> levels_of(const FlatText& text, const Characters& characters) {
  const ComputedStyle& style = *text.style;
  std::vector<BidiSpan> spans;
  if (style.unicode_bidi == UnicodeBidi::bidi_override || style.unicode_bidi == UnicodeBidi::isolate_override)
    spans.push_back({0, characters.size(), UnicodeBidi::bidi_override, style.direction});
  for (const BidiSpan& span : text.directions)
    spans.push_back({character_from(characters, span.begin), character_from(characters, span.end), span.kind,
                     span.direction});
  return bidi_levels(characters.codes, spans, style.direction, style.unicode_bidi);
}

}  // namespace

Characters characters_of(const FlatText& text) {
  Characters characters{text, {}, {}, {}, {}, {}};
  decode(text, characters);
  characters.levels = levels_of(text, characters);
  characters.is_cjk_mark =
      find_cjk_marks(characters.codes, [&](size_t n) { return script_of(characters.style_at(n).lang); });
  return characters;
}

}  // namespace pubbuild
