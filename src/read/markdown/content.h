// The lines of a leaf block → one text without the marks of its containers, each byte with its source.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/markdown/lines.h"

namespace pubbuild::markdown {

// Stands on the source itself where the text is one piece of it. U+0000 is replaced by U+FFFD (CommonMark
// §2.3).
class Content {
 public:
  explicit Content(std::string_view source) : source_(source) {}

  // The slices joined by line feeds. What was set before is forgotten.
  void set_lines(std::span<const Slice> lines);
  // Bytes [begin, end) of the source; a backslash before a pipe goes (GFM, tables).
  void set_cell(uint32_t begin, uint32_t end);

  std::string_view text() const { return text_; }
  // Where in the source the byte at `at` was written, and where what ends at `at` ends.
  uint32_t source_begin(uint32_t at) const;
  uint32_t source_end(uint32_t at) const;

 private:
  struct Segment {
    uint32_t at;      // in text_
    uint32_t source;  // where that byte was written
    uint32_t length;  // bytes of source
  };
  void clear();
  void add(uint32_t begin, uint32_t end);
  void add_made(std::string_view text, uint32_t source, uint32_t length);
  const Segment& segment_of(uint32_t at) const;

  std::string_view source_;
  std::string_view text_;
  std::string copy_;
  std::vector<Segment> segments_;
};

}  // namespace pubbuild::markdown
