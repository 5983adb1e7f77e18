// The inline content of one paragraph, flattened to one text with styles.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/length.h"
#include "style/computed.h"
#include "text/bidi.h"

namespace pubbuild {

// What stands at the top or the bottom of its line, wherever the baseline is (vertical-align).
enum class LineEdge : uint8_t { none, top, bottom };

constexpr uint32_t no_box = 0xFFFFFFFF;

// An inline element whose box shows or takes room, over bytes [begin, end) of the text. `lead` and `trail`
// are its margin, border and padding at its start and its end; `margin_lead` and `margin_trail` are the first
// of them.
struct InlineBox {
  uint32_t begin = 0;
  uint32_t end = 0;
  const ComputedStyle* style = nullptr;
  uint32_t parent = no_box;  // place in FlatText::boxes
  Length lead;
  Length trail;
  Length margin_lead;
  Length margin_trail;
  Length raise;  // of its baseline above the paragraph's
};

// Bytes [begin, end) of the text have this style. `source` is the caller's own number for where they come
// from.
struct StyleRun {
  uint32_t begin = 0;
  uint32_t end = 0;
  const ComputedStyle* style = nullptr;
  uint32_t source = 0;
  bool no_break_before = false;  // a note mark: it may not begin a line
  uint32_t box = no_box;         // the innermost it stands in
  Length raise{};                // of its baseline above the paragraph's
  LineEdge edge = LineEdge::none;
  Length over{};  // what annotations take beside its em box, on either side
  Length under{};
  bool is_broken = false;  // lines may end in it whatever its style says
};

// Something that is no text but stands in a line, at a U+FFFC of the text.
struct InlineObject {
  uint32_t at = 0;  // byte of its U+FFFC
  Length advance;
  Length ascent;  // above its baseline
  Length descent;
  // A leader takes what its line has left, `advance` at least; it and what follows it stay on one line.
  enum class Kind : uint8_t { box, leader } kind = Kind::box;
};

// A base of ruby, bytes [begin, end) of the text, and its annotation, bytes of the text of all annotations.
// `source` is the caller's own number.
struct RubyPair {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t text_begin = 0;
  uint32_t text_end = 0;
  uint32_t source = 0;
  Length width{};  // of the annotation, set solid
};

// Before the line (over a horizontal one, at the right of a vertical one), after it, or, as bopomofo, at the
// right of the base: behind it in a horizontal line, beside it in a vertical one.
enum class RubySide : uint8_t { over, under, behind };

// Annotations set as one over all their bases (CSS Ruby 1 §4.2, ruby-merge); most are of one pair. Inner ones
// stand before those around them.
struct Ruby {
  uint32_t first_pair = 0;  // places in FlatText::ruby_pairs
  uint32_t end_pair = 0;
  RubySide side = RubySide::over;
  bool is_western = false;               // letters, which need white between one annotation and the next
  Length offset;                         // of its em box from that of its base
  const ComputedStyle* style = nullptr;  // of the annotation
};

// Runs cover the text without gaps; a line feed forces a line to end.
struct FlatText {
  const ComputedStyle* style = nullptr;  // of the paragraph
  std::string text;
  std::vector<StyleRun> runs;
  std::vector<InlineObject> objects;  // in the order they stand
  std::vector<InlineBox> boxes;       // in the order they begin, outer before inner
  std::vector<BidiSpan> directions;   // bytes with a direction of their own, in the same order
  std::vector<Ruby> rubies;           // inner before outer
  std::vector<RubyPair> ruby_pairs;
};

}  // namespace pubbuild
