// A set line and where it begins → where each of its clusters stands.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/inline_content.h"
#include "text/line_setting.h"
#include "text/warichu.h"

namespace pubbuild {

struct LineOrigin {
  Length x;         // of the line's start
  Length baseline;  // from the line's top
  StructureId structure = StructureId::artifact;
};

struct LineStretch {
  Length start;
  Length stop;
};

// Clusters are counted from the first of the line, in the order of the text.
class LinePlaces {
 public:
  LinePlaces(const InlineContent& content, const Prepared& prepared, const SetLine& set, LineOrigin origin);

  size_t count() const { return set_.end - set_.begin; }
  const Cluster& cluster(size_t n) const { return prepared_.clusters[set_.begin + n]; }
  const ShapedGlyph& glyph(size_t place) const { return prepared_.glyphs[place]; }
  const LineOrigin& origin() const { return origin_; }
  // Where the room of a cluster begins; of the line's end, where the line ends.
  Length pen(size_t n) const { return origin_.x + Length{pens_[n]}; }
  // Where a cluster ends without the space that parts it from the next.
  Length end_of(size_t n) const;
  // Whether clusters stand in another order than their text (UAX #9).
  bool is_reordered() const { return !set_.order.empty(); }
  // From the leftmost to the rightmost of clusters [begin, end).
  LineStretch stretch(size_t begin, size_t end) const;
  // Where the line ends, the edges of boxes that end there included.
  Length stop() const { return origin_.x + set_.width; }
  // How far a cluster's glyphs stand from its pen, to the right.
  int32_t shift(size_t n) const { return shifts_[n]; }
  int32_t advance(size_t n) const { return advances_[n]; }
  // How far a cluster stands above the line, being in a note of two lines, and whether it begins one of them.
  Length rise(size_t n) const { return rises_.empty() ? Length{} : rises_[n]; }
  bool begins_note_line(size_t n) const { return n > 0 && rise(n) != rise(n - 1); }

  // The text of clusters from `begin` to `end`.
  std::string_view text(size_t begin, size_t end) const;
  uint32_t byte_end(size_t n) const;
  // Where the text of the next line begins.
  uint32_t next_byte() const;
  // The first cluster that does not begin before this byte of the text.
  size_t cluster_from(uint32_t byte) const;

 private:
  void place_note(FoldedNote note);
  void place_note_line(size_t begin, size_t end, int64_t room);

  const InlineContent& content_;
  const Prepared& prepared_;
  const SetLine& set_;
  const LineOrigin origin_;
  std::vector<int64_t> pens_;
  std::vector<int32_t> shifts_;
  std::vector<int32_t> advances_;
  std::vector<Length> rises_;  // empty where there is no note
};

}  // namespace pubbuild
