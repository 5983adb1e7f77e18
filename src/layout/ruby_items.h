// A set line and the annotations of its bases → the items that draw these beside it.
#pragma once

#include <unordered_map>
#include <vector>

#include "layout/line_items.h"

namespace pubbuild {

// How far the annotations of a paragraph have come.
struct RubyProgress {
  std::vector<uint32_t> order;  // places in FlatText::rubies, by the begin of their bases
  size_t next = 0;              // the first that no line has come to
  std::vector<uint32_t> open;
  std::unordered_map<uint32_t, LineProgress> annotations;  // by RubyPair::source
};

// Appends items and note calls to `line`. `text` is how far the line's own text has come.
void append_rubies(LayoutDocument& document, const InlineContent& content, const LinePlaces& places,
                   LineProgress& text, RubyProgress& progress, Line& line);

}  // namespace pubbuild
