// Depth of quotation and language → the mark that open-quote or close-quote writes (CSS Content 3 §3).
#pragma once

#include <cstddef>
#include <string>

#include "style/computed.h"

namespace pubbuild {

// Counts how deep in quotations a text is while the pieces of its content are written in order.
class Quotation {
 public:
  // What open-quote, close-quote, no-open-quote or no-close-quote writes, by the style's `quotes` or its
  // language; nothing for other pieces. Deeper than there are pairs, the last pair is repeated; what closes a
  // quotation that nobody opened is not written (CSS 2.1 §12.3.2).
  std::string mark(ContentPiece::Kind kind, const ComputedStyle& style);

 private:
  size_t depth_ = 0;
};

}  // namespace pubbuild
