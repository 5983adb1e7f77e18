// The lines of a leaf block → one text without the marks of its containers, each byte with its source.
#include "read/markdown/content.h"

#include <algorithm>

namespace pubbuild::markdown {

void Content::clear() {
  copy_.clear();
  segments_.clear();
  text_ = {};
}

void Content::add_made(std::string_view text, uint32_t source, uint32_t length) {
  segments_.push_back({static_cast<uint32_t>(copy_.size()), source, length});
  copy_ += text;
}

void Content::add(uint32_t begin, uint32_t end) {
  while (begin < end) {
    const size_t found = source_.substr(begin, end - begin).find('\0');
    const uint32_t zero = found == std::string_view::npos ? end : begin + static_cast<uint32_t>(found);
    if (zero > begin) add_made(source_.substr(begin, zero - begin), begin, zero - begin);
    if (zero < end) add_made("\uFFFD", zero, 1);
    begin = zero + 1;
  }
}

void Content::set_lines(std::span<const Slice> lines) {
  clear();
  const bool is_one_piece = lines.size() == 1 && lines[0].pad == 0;
  const bool has_zero =
      is_one_piece &&
      source_.substr(lines[0].begin, lines[0].end - lines[0].begin).find('\0') != std::string_view::npos;
  if (is_one_piece && !has_zero) {
    text_ = source_.substr(lines[0].begin, lines[0].end - lines[0].begin);
    segments_.push_back({0, lines[0].begin, lines[0].end - lines[0].begin});
    return;
  }
  for (const Slice& line : lines) {
    if (!segments_.empty()) add_made("\n", segments_.back().source + segments_.back().length, 1);
    if (line.pad > 0) add_made(std::string(line.pad, ' '), line.begin, 0);
    add(line.begin, line.end);
    if (segments_.empty()) segments_.push_back({0, line.begin, 0});
  }
  if (segments_.empty()) segments_.push_back({0, 0, 0});
  text_ = copy_;
}

void Content::set_cell(uint32_t begin, uint32_t end) {
  const Slice whole{begin, end, 0};
  set_lines({&whole, 1});
  const std::string_view written = source_.substr(begin, end - begin);
  if (written.find("\\|") == std::string_view::npos) return;
  clear();
  for (uint32_t at = begin; at < end;) {
    const size_t found = source_.substr(at, end - at).find("\\|");
    const uint32_t escape = found == std::string_view::npos ? end : at + static_cast<uint32_t>(found);
    add(at, escape);
    if (escape < end) add_made("|", escape, 2);
    at = std::min(escape + 2, end);
  }
  text_ = copy_;
}

const Content::Segment& Content::segment_of(uint32_t at) const {
  const auto after = std::upper_bound(segments_.begin(), segments_.end(), at,
                                      [](uint32_t place, const Segment& each) { return place < each.at; });
  return *(after - 1);
}

uint32_t Content::source_begin(uint32_t at) const {
  const Segment& segment = segment_of(at);
  return segment.source + std::min(at - segment.at, segment.length);
}

uint32_t Content::source_end(uint32_t at) const {
  if (at == 0) return source_begin(0);
  const Segment& segment = segment_of(at - 1);
  return segment.source + std::min(at - segment.at, segment.length);
}

}  // namespace pubbuild::markdown
