// Lines of a GFM table → its alignments and cells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pubbuild::markdown {

enum class Align : uint8_t { none, left, center, right };

// Beyond this many columns nobody reads, and hostile rows could claim cells without writing them.
constexpr size_t max_table_columns = 128;

// A cell without the blanks around it: bytes of the row's text.
struct Cell {
  size_t begin = 0;
  size_t end = 0;
};

// Whether the line begins and ends with a pipe.
bool is_table_row(std::string_view text);
// The alignments that `| :-: | --- |` gives; empty where the line is no delimiter row.
std::vector<Align> delimiter_row(std::string_view text);
// Split at pipes that no backslash escapes and that stand in no ruby; the first and the last pipe of a row
// only frame it.
std::vector<Cell> row_cells(std::string_view text);

}  // namespace pubbuild::markdown
