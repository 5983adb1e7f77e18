// Finds the margin at which the lines of a text were broken, and joins them.
#include "read/text/blocks.h"

#include <algorithm>

#include "base/utf8.h"
#include "read/cjk.h"
#include "read/markdown/line_joins.h"
#include "read/text/heading_numbers.h"

namespace pubbuild {

namespace {

// Margins of mail and typewritten text lie between these, in columns.
constexpr size_t least_margin = 40;
constexpr size_t most_margin = 120;
// A line this much shorter than the margin still reaches it: a mark or a word did not fit.
constexpr size_t slack = 8;
// An indentation of a column is a slip.
constexpr size_t least_indentation = 2;

struct Line {
  std::string_view text;
  Span span;
  size_t columns = 0;
  bool is_indented = false;
  bool follows_blank = false;
};

size_t columns_of(char32_t c) {
  return markdown::is_cjk(c) || c == 0x3000 || markdown::is_ambiguous_mark(c) ? 2 : 1;
}

// Of the blanks that the text begins with; `at` moves behind them.
size_t indentation(std::string_view text, size_t& at) {
  size_t columns = 0;
  while (at < text.size()) {
    const size_t begin = at;
    const char32_t c = utf8::decode(text, at);
    if (!markdown::is_blank(c)) {
      at = begin;
      break;
    }
    columns += c == U'\t' ? 4 : columns_of(c);
  }
  return columns;
}

size_t end_without_blanks(std::string_view text) {
  for (size_t at = text.size(); at > 0;) {
    const size_t end = at;
    if (!markdown::is_blank(utf8::decode_before(text, at))) return end;
  }
  return 0;
}

size_t columns_of(std::string_view text) {
  size_t columns = 0;
  for (size_t at = 0; at < text.size();) columns += columns_of(utf8::decode(text, at));
  return columns;
}

std::vector<Line> lines_of(std::string_view source, Span text) {
  std::vector<Line> lines;
  bool follows_blank = false;
  for (uint32_t begin = text.begin; begin < text.end;) {
    const size_t stop = std::min<size_t>(source.find_first_of("\r\n\f", begin), text.end);
    const std::string_view whole = source.substr(begin, stop - begin);
    size_t first = 0;
    const size_t indented = indentation(whole, first);
    const size_t last = end_without_blanks(whole);
    if (first < last) {
      const std::string_view words = whole.substr(first, last - first);
      const Span span{text.file, begin + static_cast<uint32_t>(first), begin + static_cast<uint32_t>(last)};
      lines.push_back({words, span, columns_of(words), indented >= least_indentation, follows_blank});
    }
    follows_blank = first >= last;
    const bool is_two = source.substr(stop, 2) == "\r\n";
    begin = static_cast<uint32_t>(stop) + (is_two ? 2 : 1);
  }
  return lines;
}

bool goes_on(const Line& next) {
  return !next.follows_blank && !next.is_indented;
}

bool ends_sentence(std::string_view text) {
  constexpr std::u32string_view closers = U"”』」）’)\"'";
  constexpr std::u32string_view ends = U"。．.！!？?：:；;…";
  for (size_t at = text.size(); at > 0;) {
    const char32_t c = utf8::decode_before(text, at);
    if (closers.find(c) == std::u32string_view::npos) return ends.find(c) != std::u32string_view::npos;
  }
  return false;
}

// Title and credits stand before the first blank line and the first indentation.
size_t first_of_body(const std::vector<Line>& lines) {
  const auto begins = [](const Line& line) { return line.follows_blank || line.is_indented; };
  const auto found = std::ranges::find_if(lines, begins);
  return found == lines.end() ? 0 : static_cast<size_t>(found - lines.begin());
}

// In columns; 0 where lines were not broken at one. Lines that end within a sentence were broken, and reach
// it.
size_t margin_of(const std::vector<Line>& lines) {
  std::vector<size_t> widths;
  for (size_t n = first_of_body(lines); n + 1 < lines.size(); ++n) {
    const bool is_broken = goes_on(lines[n + 1]) && !ends_sentence(lines[n].text) &&
                           heading_number(lines[n].text) == HeadingNumber::none;
    if (is_broken) widths.push_back(lines[n].columns);
  }
  if (widths.empty()) return 0;
  const size_t margin = *std::ranges::max_element(widths);
  if (margin < least_margin || margin > most_margin) return 0;
  const auto reaching = std::ranges::count_if(widths, [&](size_t width) { return width + slack >= margin; });
  return static_cast<size_t>(reaching) * 10 >= widths.size() * 6 ? margin : 0;
}

bool joins(const Line& line, const Line& before, size_t margin) {
  if (margin == 0 || !goes_on(line) || before.columns + slack < margin) return false;
  return !ends_sentence(before.text) || heading_number(line.text) == HeadingNumber::none;
}

void join(TextBlock& block, const Line& line) {
  using markdown::Side;
  const bool has_no_blank = markdown::vanishes(markdown::side_before(block.text, Side::other),
                                               markdown::side_after(line.text, Side::other));
  if (!has_no_blank) block.text += ' ';
  block.text += line.text;
  block.span.end = line.span.end;
  block.columns = std::max(block.columns, line.columns);
  ++block.lines;
}

}  // namespace

std::vector<TextBlock> text_blocks(std::string_view source, Span text) {
  const std::vector<Line> lines = lines_of(source, text);
  const size_t margin = margin_of(lines);
  std::vector<TextBlock> blocks;
  for (size_t n = 0; n < lines.size(); ++n) {
    if (n > 0 && joins(lines[n], lines[n - 1], margin)) {
      join(blocks.back(), lines[n]);
    } else {
      blocks.push_back(
          {std::string(lines[n].text), lines[n].span, 1, lines[n].columns, lines[n].follows_blank});
    }
  }
  return blocks;
}

}  // namespace pubbuild
