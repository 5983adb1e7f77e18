// The orientation of characters, and where faces leave it to us, their place.
#include "text/column.h"

#include <unicode/uchar.h>

#include <cstdlib>

#include "base/language.h"

namespace pubbuild {

namespace {

// The middle of a Han character above the baseline of letters, in thousandths of the em.
constexpr int64_t ideograph_middle = 380;

// UAX #50.
enum class Orientation : uint8_t { upright, upright_or_moved, turned_or_own, turned };

Orientation orientation_of(char32_t character) {
  switch (u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_VERTICAL_ORIENTATION)) {
    case U_VO_UPRIGHT:
      return Orientation::upright;
    case U_VO_TRANSFORMED_UPRIGHT:
      return Orientation::upright_or_moved;
    case U_VO_TRANSFORMED_ROTATED:
      return Orientation::turned_or_own;
    default:
      return Orientation::turned;
  }
}

// CLREQ table A.1: pause and stop marks are never turned, other than UAX #50 says of these.
bool is_upright_mark(char32_t character) {
  return character == 0xFF1A || character == 0xFF1B;
}

bool is_sideways(WritingMode mode) {
  return mode == WritingMode::sideways_rl || mode == WritingMode::sideways_lr;
}

TextOrientation used_orientation(const ComputedStyle& style) {
  return is_sideways(style.writing_mode) ? TextOrientation::sideways : style.text_orientation;
}

// Of a glyph in the frame of its character, from the frame's top and left.
struct Ink {
  int32_t left = 0;
  int32_t top = 0;
  int32_t width = 0;
  int32_t height = 0;
};

Ink ink_of(const Face& face, uint32_t glyph) {
  hb_glyph_extents_t extents{};
  if (!hb_font_get_glyph_extents(face.hb_font(), glyph, &extents)) return {};
  return {extents.x_bearing, face.frame_top(glyph) - extents.y_bearing, extents.width, -extents.height};
}

ColumnGlyph upright(const Face& face, uint32_t glyph) {
  const Ink ink = ink_of(face, glyph);
  ColumnGlyph found{Posture::upright, glyph, face.vertical_advance(glyph)};
  found.white_before = ink.top;
  found.white_after = found.advance - ink.top - ink.height;
  return found;
}

ColumnGlyph sideways(const Face& face, uint32_t glyph) {
  const Ink ink = ink_of(face, glyph);
  ColumnGlyph found{Posture::sideways, glyph, face.advance(glyph)};
  found.white_before = ink.left;
  found.white_after = found.advance - ink.left - ink.width;
  return found;
}

// In a face without a glyph of its own for vertical lines, a mark at the lower left of its frame goes to the
// upper right (CLREQ and JLREQ, positions of marks in vertical writing), as through the middle of the frame.
// A mark that is not far from the middle stays there.
ColumnGlyph upright_and_moved(const Face& face, uint32_t glyph) {
  const Ink ink = ink_of(face, glyph);
  ColumnGlyph found = upright(face, glyph);
  const int32_t right = face.advance(glyph) - 2 * ink.left - ink.width;
  const int32_t down = found.advance - 2 * ink.top - ink.height;
  const int32_t least = face.metrics().units_per_em / 8;
  if (std::abs(right) > least) found.across = right;
  if (std::abs(down) > least) found.along = down;
  found.white_before += found.along;
  found.white_after -= found.along;
  return found;
}

bool is_turned_form(const Face& face, uint32_t level, uint32_t own) {
  const Ink before = ink_of(face, level);
  const Ink after = ink_of(face, own);
  return before.height > before.width && after.width > after.height;
}

ColumnGlyph by_character(const Face& face, char32_t character, const ComputedStyle& style, uint32_t level,
                         uint32_t own) {
  const Orientation orientation = orientation_of(character);
  const bool has_own = own != level;
  if (is_upright_mark(character)) {
    const bool is_japanese = script_of(style.lang) == Script::japanese;
    if (has_own && (is_japanese || !is_turned_form(face, level, own))) return upright(face, own);
    return upright_and_moved(face, level);
  }
  if (has_own) return upright(face, own);
  switch (orientation) {
    case Orientation::upright:
      return upright(face, level);
    case Orientation::upright_or_moved:
      return upright_and_moved(face, level);
    case Orientation::turned_or_own:
    case Orientation::turned:
      return sideways(face, level);
  }
  return sideways(face, level);
}

}  // namespace

Length letters_below_baseline(const ComputedStyle& style) {
  return is_vertical(style) ? scaled(style.font_size, ideograph_middle, 1000) : Length{};
}

Posture posture_of(char32_t character, const ComputedStyle& style) {
  if (!is_vertical(style)) return Posture::level;
  switch (used_orientation(style)) {
    case TextOrientation::upright:
      return Posture::upright;
    case TextOrientation::sideways:
      return Posture::sideways;
    case TextOrientation::mixed:
      break;
  }
  const Orientation orientation = orientation_of(character);
  const bool stands = orientation == Orientation::upright || orientation == Orientation::upright_or_moved;
  return stands ? Posture::upright : Posture::sideways;
}

ColumnGlyph column_glyph(const Face& face, char32_t character, const ComputedStyle& style, uint32_t level,
                         uint32_t own) {
  switch (used_orientation(style)) {
    case TextOrientation::upright:
      return upright(face, own);
    case TextOrientation::sideways:
      return sideways(face, level);
    case TextOrientation::mixed:
      break;
  }
  return by_character(face, character, style, level, own);
}

}  // namespace pubbuild
