// A line block, `| line`, → its lines (pandoc, line_blocks).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/markdown/lines.h"

namespace pubbuild::markdown {

// `indent` are no-break spaces for the blanks that it was written with; `slices` its text, more than one
// where it goes on in lines without a bar.
struct VerseLine {
  std::string indent;
  std::vector<Slice> slices;
};

// Whether the lines of a paragraph are a line block: the first begins with a bar and a blank, and no line is
// a row of a table, which ends with a bar too.
bool is_line_block(std::string_view source, std::span<const Slice> lines);
std::vector<VerseLine> verse_lines(std::string_view source, std::span<const Slice> lines);

}  // namespace pubbuild::markdown
