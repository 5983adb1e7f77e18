// A plain text → its paragraphs, whichever way their beginnings are shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace pubbuild {

// Lines that belong together. `columns` is the width of its longest line, a Han character taking two.
struct TextBlock {
  std::string text;  // the lines joined, no blanks at its ends
  Span span;
  size_t lines = 1;
  size_t columns = 0;
  bool follows_blank_line = false;
};

// A blank line and an indentation begin a paragraph. Where lines were broken at a margin, which their widths
// tell, those that reach it go on in the next line; else each line is a paragraph of its own.
std::vector<TextBlock> text_blocks(std::string_view source, Span text);

}  // namespace pubbuild
