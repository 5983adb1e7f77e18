// Advances of a set line, summed up.
#include "layout/line_places.h"

#include <algorithm>

namespace pubbuild {

LinePlaces::LinePlaces(const InlineContent& content, const Prepared& prepared, const SetLine& set,
                       LineOrigin origin)
    : content_(content), prepared_(prepared), set_(set), origin_(origin), pens_(count() + 1) {
  int64_t at = set.start.milli;
  for (size_t shown = 0; shown < count(); ++shown) {
    const size_t n = set.order.empty() ? shown : set.order[shown];
    pens_[n] = at;
    at += set.advance[n];
  }
  pens_[count()] = at;
}

LineStretch LinePlaces::stretch(size_t begin, size_t end) const {
  if (!is_reordered()) return {pen(begin), end_of(end - 1)};
  LineStretch stretch{pen(begin), end_of(begin)};
  for (size_t n = begin; n < end; ++n) stretch = {min(stretch.start, pen(n)), max(stretch.stop, end_of(n))};
  return stretch;
}

Length LinePlaces::end_of(size_t n) const {
  return pen(n) + Length{std::min(set_.advance[n], cluster(n).advance)};
}

uint32_t LinePlaces::byte_end(size_t n) const {
  const size_t next = set_.begin + n + 1;
  return next < prepared_.clusters.size() ? prepared_.clusters[next].begin
                                          : static_cast<uint32_t>(content_.text.text.size());
}

uint32_t LinePlaces::next_byte() const {
  return set_.next < prepared_.clusters.size() ? prepared_.clusters[set_.next].begin : UINT32_MAX;
}

std::string_view LinePlaces::text(size_t begin, size_t end) const {
  const uint32_t from = cluster(begin).begin;
  return std::string_view(content_.text.text).substr(from, byte_end(end - 1) - from);
}

size_t LinePlaces::cluster_from(uint32_t byte) const {
  const auto begin = prepared_.clusters.begin() + static_cast<std::ptrdiff_t>(set_.begin);
  const auto end = prepared_.clusters.begin() + static_cast<std::ptrdiff_t>(set_.end);
  return static_cast<size_t>(std::ranges::lower_bound(begin, end, byte, {}, &Cluster::begin) - begin);
}

}  // namespace pubbuild
