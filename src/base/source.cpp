// Source files → line and column of any byte in them.
#include "base/source.h"

#include <algorithm>

#include "base/utf8.h"

namespace pubbuild {

SourceFile::SourceFile(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  line_begins_.push_back(0);
  for (size_t at = 0; at < text_.size(); ++at) {
    const bool lone_cr = text_[at] == '\r' && (at + 1 == text_.size() || text_[at + 1] != '\n');
    if (text_[at] == '\n' || lone_cr) line_begins_.push_back(static_cast<uint32_t>(at + 1));
  }
}

Position SourceFile::position(uint32_t offset) const {
  offset = std::min(offset, static_cast<uint32_t>(text_.size()));
  const auto next = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const size_t line = static_cast<size_t>(next - line_begins_.begin());
  const uint32_t begin = line_begins_[line - 1];
  return {line, utf8::count(std::string_view(text_).substr(begin, offset - begin)) + 1};
}

uint32_t SourceFile::line_begin(size_t number) const {
  if (number == 0 || number > line_begins_.size()) return static_cast<uint32_t>(text_.size());
  return line_begins_[number - 1];
}

std::string_view SourceFile::line(size_t number) const {
  const uint32_t begin = line_begin(number);
  const uint32_t end = line_begin(number + 1);
  std::string_view line = std::string_view(text_).substr(begin, end - begin);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

FileId Sources::add(std::string name, std::string text) {
  files_.emplace_back(std::move(name), std::move(text));
  return static_cast<FileId>(files_.size() - 1);
}

std::string_view Sources::text(Span span) const {
  if (!span.is_somewhere()) return {};
  const std::string_view text = (*this)[span.file].text();
  if (span.begin > text.size()) return {};
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace pubbuild
