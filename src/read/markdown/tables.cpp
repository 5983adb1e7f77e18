// Lines of a GFM table → its alignments and cells (GFM 0.29 §4.10).
#include "read/markdown/tables.h"

#include <algorithm>

#include "read/markdown/ruby.h"

namespace pubbuild::markdown {

namespace {

bool is_space_or_tab(char c) {
  return c == ' ' || c == '\t';
}

Cell trimmed(std::string_view text, size_t begin, size_t end) {
  while (begin < end && is_space_or_tab(text[begin])) ++begin;
  while (end > begin && is_space_or_tab(text[end - 1])) --end;
  return {begin, end};
}

// `:--`, `:-:`, `--:`, `---`; false for anything else.
bool read_alignment(std::string_view cell, Align& align) {
  const bool left = cell.starts_with(':');
  const bool right = cell.size() > 1 && cell.ends_with(':');
  const std::string_view dashes = cell.substr(left, cell.size() - left - right);
  if (dashes.empty() || dashes.find_first_not_of('-') != std::string_view::npos) return false;
  align = left && right ? Align::center : left ? Align::left : right ? Align::right : Align::none;
  return true;
}

}  // namespace

bool is_table_row(std::string_view text) {
  const Cell row = trimmed(text, 0, text.size());
  return row.end > row.begin + 1 && text[row.begin] == '|' && text[row.end - 1] == '|';
}

std::vector<Align> delimiter_row(std::string_view text) {
  if (text.empty() || text.find_first_not_of("|:- \t") != std::string_view::npos) return {};
  std::vector<Align> alignments;
  for (const Cell cell : row_cells(text)) {
    Align align = Align::none;
    if (!read_alignment(text.substr(cell.begin, cell.end - cell.begin), align)) return {};
    alignments.push_back(align);
  }
  return alignments;
}

std::vector<Cell> row_cells(std::string_view text) {
  const Cell row = trimmed(text, 0, text.size());
  size_t begin = row.begin < row.end && text[row.begin] == '|' ? row.begin + 1 : row.begin;
  std::vector<Cell> cells;
  for (size_t at = begin; at < row.end; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (const auto annotated = text[at] == '{' ? ruby(text, at) : std::nullopt) {
      at = annotated->end - 1;
    } else if (text[at] == '|') {
      cells.push_back(trimmed(text, begin, at));
      begin = at + 1;
    }
  }
  if (begin < row.end) cells.push_back(trimmed(text, begin, row.end));
  return cells;
}

}  // namespace pubbuild::markdown
