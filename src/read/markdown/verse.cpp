// A line block → its lines.
#include "read/markdown/verse.h"

#include <algorithm>

#include "read/markdown/tables.h"

namespace pubbuild::markdown {

namespace {

constexpr std::string_view no_break_space = "\u00A0";

std::string_view text_of(std::string_view source, const Slice& line) {
  return source.substr(line.begin, line.end - line.begin);
}

bool begins_with_bar(std::string_view text) {
  return text.starts_with("| ") || text == "|";
}

VerseLine verse_line(std::string_view source, const Slice& line) {
  VerseLine verse;
  uint32_t begin = std::min(line.begin + 2, line.end);
  for (; begin < line.end && source[begin] == ' '; ++begin) verse.indent += no_break_space;
  verse.slices.push_back({begin, line.end, 0});
  return verse;
}

}  // namespace

bool is_line_block(std::string_view source, std::span<const Slice> lines) {
  return !lines.empty() && begins_with_bar(text_of(source, lines[0])) &&
         std::none_of(lines.begin(), lines.end(),
                      [&](const Slice& line) { return is_table_row(text_of(source, line)); });
}

std::vector<VerseLine> verse_lines(std::string_view source, std::span<const Slice> lines) {
  std::vector<VerseLine> verses;
  for (const Slice& line : lines) {
    if (begins_with_bar(text_of(source, line))) {
      verses.push_back(verse_line(source, line));
    } else {
      verses.back().slices.push_back(line);
    }
  }
  return verses;
}

}  // namespace pubbuild::markdown
