// Repeats the pattern of a leader.
#include "layout/leader_items.h"

#include <algorithm>

#include "layout/paragraph.h"
#include "page/move.h"

namespace pubbuild {

namespace {

// More dots than this are not seen one by one on any paper.
constexpr int64_t most_copies = 400;

// How far the copies stand apart: what a second one adds, blanks at the pattern's end included.
Length pitch_of(LayoutDocument& document, const std::string& pattern, const ComputedStyle& style) {
  Length one;
  Length two;
  set_text(document, pattern, style, {}, one);
  set_text(document, pattern + pattern, style, {}, two);
  return two - one;
}

Length advance_of(const GlyphRun& run) {
  Length advance;
  for (const Glyph& glyph : run.glyphs) advance += millipoints(glyph.advance);
  return advance;
}

// The run so many times, each `pitch` after the other.
GlyphRun repeated(const GlyphRun& run, int64_t copies, Length pitch) {
  GlyphRun all = run;
  all.text.clear();
  all.glyphs.clear();
  const Length rest = pitch - advance_of(run);
  for (int64_t copy = 0; copy < copies; ++copy) {
    for (Glyph glyph : run.glyphs) {
      glyph.cluster += static_cast<uint32_t>(all.text.size());
      all.glyphs.push_back(glyph);
    }
    all.glyphs.back().advance += static_cast<int32_t>(rest.milli);
    all.text += run.text;
  }
  return all;
}

void append_copies(const Item& item, int64_t copies, Length pitch, std::vector<Item>& items) {
  if (const auto* text = std::get_if<TextItem>(&item); text != nullptr && !text->run.glyphs.empty()) {
    TextItem all = *text;
    all.run = repeated(text->run, copies, pitch);
    all.actual_text = " ";
    all.structure = StructureId::artifact;
    items.push_back(std::move(all));
    return;
  }
  for (int64_t copy = 0; copy < copies; ++copy) {
    items.push_back(item);
    move(items.back(), {pitch * copy, {}});
  }
}

}  // namespace

void append_leader(LayoutDocument& document, const std::string& pattern, const ComputedStyle& style,
                   LeaderPlace place, std::vector<Item>& items) {
  const Length pitch = pitch_of(document, pattern, style);
  if (pitch < millipoints(100)) return;
  // Copy k reaches from k pitches before the line's end to k - 1; a box may stick out of the line with what
  // follows the leader.
  const int64_t after = (place.line_end - place.end).milli;
  const int64_t first = (after + (after > 0 ? pitch.milli - 1 : 0)) / pitch.milli + 1;
  const int64_t last = (place.line_end - place.begin).milli / pitch.milli;
  const int64_t copies = std::min(last - first + 1, most_copies);
  if (copies <= 0) return;
  Length width;
  const Point start{place.line_end - pitch * (first + copies - 1), place.baseline};
  for (const Item& item : set_text(document, pattern, style, start, width))
    append_copies(item, copies, pitch, items);
}

}  // namespace pubbuild
