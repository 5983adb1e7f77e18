// The inline content of one paragraph, flattened to one text with styles.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/length.h"
#include "style/computed.h"

namespace pubbuild {

// Bytes [begin, end) of the text have this style. `source` is the caller's own number for where they come
// from.
struct StyleRun {
  uint32_t begin = 0;
  uint32_t end = 0;
  const ComputedStyle* style = nullptr;
  uint32_t source = 0;
  bool no_break_before = false;  // a note mark: it may not begin a line
};

// Something that is no text but stands in a line, at a U+FFFC of the text.
struct InlineObject {
  uint32_t at = 0;  // byte of its U+FFFC
  Length advance;
  Length ascent;
};

// Runs cover the text without gaps; a line feed forces a line to end.
struct FlatText {
  const ComputedStyle* style = nullptr;  // of the paragraph
  std::string text;
  std::vector<StyleRun> runs;
  std::vector<InlineObject> objects;  // in the order they stand
};

}  // namespace pubbuild
