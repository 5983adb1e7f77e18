// A paragraph shaped and measured: what line breaking and line setting work on.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/ids.h"
#include "base/length.h"
#include "base/posture.h"
#include "text/character_class.h"

namespace pubbuild {

// Lengths in thousandths of a point; `x_offset` along the line and `y_offset` to its upper side move the
// glyph, not what follows.
struct ShapedGlyph {
  uint32_t id = 0;
  int32_t advance = 0;
  int32_t x_offset = 0;
  int32_t y_offset = 0;
};

// What a line gives up to become shorter, in this order, each class of a line equally before the next (CLREQ,
// line adjustment, C2 to C7; JLREQ table 3 has the same order with fewer classes).
enum class Shrink : uint8_t { word_space, interpunct, bracket, comma, cjk_latin, stop, none };

enum class LineEnd : uint8_t { none, allowed, emergency, forced };  // may a line end after this cluster?

// The smallest piece of text with glyphs of its own: a character with its marks, a ligature, a dash of two
// ems. Widths are in thousandths of a point.
struct Cluster {
  uint32_t begin = 0;  // byte of the text; it ends where the next begins
  uint32_t run = 0;    // place in FlatText::runs
  uint32_t first_glyph = 0;
  uint16_t glyph_count = 0;
  FontId font = FontId::none;  // none: no face has it, a box is drawn; or an object
  char32_t character = 0;      // its first
  CharacterClass character_class = CharacterClass::western;
  Posture posture = Posture::level;
  LineEnd line_end = LineEnd::none;
  uint8_t bidi_level = 0;  // odd: it runs from right to left (UAX #9)
  bool is_object = false;
  bool is_leader = false;      // an object that takes what the line has left
  bool is_hyphenated = false;  // a line that ends here shows a hyphen
  bool gap_stretches = true;   // may the space after it grow when all else is used up?
  int32_t size = 0;            // of its glyphs, where the face is set smaller or larger
  int32_t em = 0;              // the font size
  int32_t advance = 0;         // as set in a long line, squeezed beside other marks
  int32_t gap = 0;             // CJK–Latin space after it
  int32_t spacing = 0;         // letter- and word-spacing after it; none at the end of a line
  int32_t padding = 0;         // of its advance, what the edges of inline boxes take
  int32_t line_start = 0;      // what the edges of boxes take besides, where a line begins with it
  int32_t line_end_room = 0;   // what they and a hyphen take, where a line ends with it
  int32_t cut_left = 0;        // already taken off at its left: the glyph moves that far left
  Shrink shrink = Shrink::none;
  int32_t trim_left = 0;  // what a line that is too long may still take off, in the turn of `shrink`
  int32_t trim_right = 0;
  int32_t start_trim = 0;  // what a line that begins with it takes off its left; below 0: gives back
  int32_t end_trim = 0;    // what a line that ends with it takes off its right,
  int32_t end_give = 0;    // what besides where it would be too long,
  int32_t end_hang = 0;    // and what at last: the mark hangs in the margin
};

// Within a line lengths have 32 bits, enough for a hundred metres.
inline int32_t on_paper(int64_t millipoints) {
  return static_cast<int32_t>(std::clamp<int64_t>(millipoints, -300'000'000, 300'000'000));
}

struct Prepared {
  std::vector<Cluster> clusters;
  std::vector<ShapedGlyph> glyphs;
  std::vector<char32_t> missing;     // characters that no face has, in order, each once a place
  std::vector<uint32_t> missing_at;  // bytes of the text
};

}  // namespace pubbuild
