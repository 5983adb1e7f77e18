// Source text → lines, and one line → what stands at its columns (CommonMark 0.31.2 §2.1, §2.2).
#include "read/markdown/lines.h"

#include <algorithm>

namespace pubbuild::markdown {

namespace {

constexpr uint32_t tab_stop = 4;

}  // namespace

Line line_at(std::string_view source, uint32_t begin, uint32_t limit) {
  uint32_t end = begin;
  while (end < limit && source[end] != '\n' && source[end] != '\r') ++end;
  uint32_t next = end;
  if (next < limit && source[next] == '\r') ++next;
  if (next < limit && source[next] == '\n') ++next;
  return {begin, end, next};
}

LineCursor::LineCursor(std::string_view source, Line line)
    : source_(source), line_(line), offset_(line.begin) {
  find_nonspace();
}

void LineCursor::find_nonspace() {
  nonspace_ = offset_;
  nonspace_column_ = column_;
  for (; nonspace_ < line_.end; ++nonspace_) {
    const char byte = source_[nonspace_];
    if (byte != ' ' && byte != '\t') break;
    nonspace_column_ += byte == ' ' ? 1 : tab_stop - nonspace_column_ % tab_stop;
  }
}

Slice LineCursor::rest() const {
  if (!inside_tab_) return {offset_, line_.end, 0};
  return {offset_ + 1, line_.end, static_cast<uint8_t>(tab_stop - column_ % tab_stop)};
}

void LineCursor::skip_indent() {
  offset_ = nonspace_;
  column_ = nonspace_column_;
  inside_tab_ = false;
}

void LineCursor::skip_columns(uint32_t count) {
  while (count > 0 && offset_ < nonspace_) {
    const uint32_t width = source_[offset_] == '\t' ? tab_stop - column_ % tab_stop : 1;
    const uint32_t taken = std::min(count, width);
    column_ += taken;
    count -= taken;
    inside_tab_ = taken < width;
    if (!inside_tab_) ++offset_;
  }
}

void LineCursor::skip_bytes(uint32_t count) {
  offset_ += count;
  column_ += count;
  inside_tab_ = false;
  find_nonspace();
}

}  // namespace pubbuild::markdown
