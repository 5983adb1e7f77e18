// Advances of a set line, summed up.
#include "layout/line_places.h"

#include <algorithm>

#include "layout/em_box.h"

namespace pubbuild {

LinePlaces::LinePlaces(const InlineContent& content, const Prepared& prepared, const SetLine& set,
                       LineOrigin origin)
    : content_(content),
      prepared_(prepared),
      set_(set),
      origin_(origin),
      pens_(count() + 1),
      shifts_(count()),
      advances_(set.advance) {
  int64_t at = set.start.milli;
  for (size_t shown = 0; shown < count(); ++shown) {
    const size_t n = set.order.empty() ? shown : set.order[shown];
    pens_[n] = at;
    shifts_[n] = static_cast<int32_t>(set.place[n] - at);
    at += set.advance[n];
  }
  pens_[count()] = at;
  for (const FoldedNote& note : folded_notes(prepared.clusters, content.text, set.begin, set.end))
    place_note({note.begin - set.begin, note.middle - set.begin, note.end - set.begin});
}

LineStretch LinePlaces::stretch(size_t begin, size_t end) const {
  if (!is_reordered()) return {pen(begin), end_of(end - 1)};
  LineStretch stretch{pen(begin), end_of(begin)};
  for (size_t n = begin; n < end; ++n) stretch = {min(stretch.start, pen(n)), max(stretch.stop, end_of(n))};
  return stretch;
}

// Its two lines share the em box of the text around it, without leading (JLREQ §3.4.1).
void LinePlaces::place_note(FoldedNote note) {
  const Length middle = em_box_middle(content_.text.style->font_size);
  rises_.resize(count());
  const Length em{cluster(note.begin).em};
  for (size_t n = note.begin; n < note.end; ++n)
    rises_[n] = middle + (n < note.middle ? em_box_below(em) : -em_box_above(em));
  const Cluster& last = cluster(note.end - 1);
  const int64_t room = pens_[note.end] - pens_[note.begin] + (note.end == count() ? last.line_end_room : 0);
  pens_[note.middle] = note.middle == note.end ? pens_[note.end] : pens_[note.begin];
  place_note_line(note.begin, note.middle, room);
  place_note_line(note.middle, note.end, room);
}

// What a broken note lacks in room is taken off evenly.
void LinePlaces::place_note_line(size_t begin, size_t end, int64_t room) {
  int64_t width = 0;
  for (size_t n = begin; n < end; ++n) width += unfolded_advance(cluster(n));
  const int64_t lack = std::max<int64_t>(width - room, 0);
  int64_t at = begin < end ? pens_[begin] : 0;
  int64_t taken = 0;
  for (size_t n = begin; n < end; ++n) {
    const int64_t until_here = lack * static_cast<int64_t>(n + 1 - begin) / static_cast<int64_t>(end - begin);
    pens_[n] = at;
    shifts_[n] = -cluster(n).cut_left;
    advances_[n] = static_cast<int32_t>(unfolded_advance(cluster(n)) - (until_here - taken));
    taken = until_here;
    at += advances_[n];
  }
}

Length LinePlaces::end_of(size_t n) const {
  const bool is_in_note = rise(n) != Length{};
  return pen(n) + Length{is_in_note ? advances_[n] : std::min(advances_[n], cluster(n).advance)};
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
