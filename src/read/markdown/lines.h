// Source text → lines, and one line → what stands at its columns.
#pragma once

#include <cstdint>
#include <string_view>

namespace pubbuild::markdown {

// Bytes [begin, end) of the source, without the line end; the next line begins at `next`.
struct Line {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t next = 0;
};

// The line that begins at `begin`; line ends are LF, CR LF and CR. Nothing is read from `limit` on.
Line line_at(std::string_view source, uint32_t begin, uint32_t limit);

// What is left of a line for a leaf block: `pad` blanks (of a tab cut in two), then bytes [begin, end).
struct Slice {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint8_t pad = 0;
};

// A place in a line, counted in bytes and in columns (a tab reaches to the next multiple of four).
class LineCursor {
 public:
  LineCursor() = default;
  LineCursor(std::string_view source, Line line);

  uint32_t offset() const { return offset_; }
  uint32_t column() const { return column_; }
  // Of the first byte that is no blank, or the end of the line.
  uint32_t nonspace() const { return nonspace_; }
  uint32_t indent() const { return nonspace_column_ - column_; }
  bool is_blank() const { return nonspace_ == line_.end; }
  // The byte at `nonspace`, 0 in a blank line.
  char first() const { return is_blank() ? '\0' : source_[nonspace_]; }
  // The bytes from `nonspace` on.
  std::string_view text() const { return source_.substr(nonspace_, line_.end - nonspace_); }
  Slice rest() const;
  const Line& line() const { return line_; }

  void skip_indent();
  // Passes at most `count` columns of blanks; a tab may be passed in part.
  void skip_columns(uint32_t count);
  // Passes bytes that are no tabs.
  void skip_bytes(uint32_t count);

 private:
  void find_nonspace();

  std::string_view source_;
  Line line_;
  uint32_t offset_ = 0;
  uint32_t column_ = 0;
  uint32_t nonspace_ = 0;
  uint32_t nonspace_column_ = 0;
  bool inside_tab_ = false;
};

}  // namespace pubbuild::markdown
