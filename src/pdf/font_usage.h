// The glyph runs of a document → which glyphs of a face are shown, and as which text each is copied.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "page/pages.h"

namespace pubbuild::pdf {

// Glyphs [first, end) of a run and the text they show together.
struct Cluster {
  size_t first = 0;
  size_t end = 0;
  std::string_view text;
};

// The cluster that begins with glyph `first`.
inline Cluster cluster_at(const GlyphRun& run, size_t first) {
  const size_t begin = std::min<size_t>(run.glyphs[first].cluster, run.text.size());
  size_t end = first + 1;
  while (end < run.glyphs.size() && run.glyphs[end].cluster <= begin) ++end;
  const size_t text_end = end < run.glyphs.size() ? run.glyphs[end].cluster : run.text.size();
  return {first, end, std::string_view(run.text).substr(begin, std::min(text_end, run.text.size()) - begin)};
}

// A code of a font has one text in its ToUnicode map; a glyph that shows several (a space also shows U+00A0)
// gets the most frequent one, and the others are written as ActualText.
class FontUsage {
 public:
  explicit FontUsage(uint32_t glyph_count) : shown_(glyph_count) {}

  void note(const GlyphRun& run);
  // Chooses the texts; to be called once, after all runs are noted.
  void settle();

  // The glyph alone is copied as just this text.
  bool is_copied_as(uint32_t glyph, std::string_view text) const;
  // Sorted.
  std::vector<uint32_t> glyphs() const;
  std::string text_of(uint32_t glyph) const;

 private:
  // A single character, or `longer` and an index into texts_.
  using Text = uint32_t;
  static constexpr Text no_text = 0xFFFFFFFF;
  static constexpr Text longer = 0x80000000;

  struct Shown {
    Text text = no_text;
    uint32_t count = 0;
    bool is_used = false;
  };

  void note_cluster(const GlyphRun& run, const Cluster& cluster);
  void note_text(uint32_t glyph, Text text, uint32_t count);
  Text known(std::string_view text) const;
  Text interned(std::string_view text);

  std::vector<Shown> shown_;  // by glyph
  std::map<std::pair<uint32_t, Text>, uint32_t> others_;
  std::map<std::string, uint32_t, std::less<>> index_of_text_;
  std::vector<std::string_view> texts_;
};

}  // namespace pubbuild::pdf
