// Distributes what a line lacks or has too much over its clusters, class by class (CLREQ, line adjustment).
#include "text/line_setting.h"

#include <algorithm>

#include "text/bidi.h"

namespace pubbuild {

namespace {

// A place in the line that may change by up to `room`.
struct Room {
  size_t cluster = 0;
  int64_t room = 0;
  int64_t share = 0;
};

// Every place gets the same until it is full, as water rises in vessels; thousandths of a point that are left
// over go to the first places.
void fill(std::vector<Room>& rooms, int64_t amount) {
  std::vector<Room*> by_room;
  for (Room& room : rooms) by_room.push_back(&room);
  std::ranges::stable_sort(by_room, {}, &Room::room);
  size_t left = by_room.size();
  for (Room* const room : by_room) {
    const int64_t equal = (amount + static_cast<int64_t>(left) - 1) / static_cast<int64_t>(left);
    room->share = std::min(equal, room->room);
    amount -= room->share;
    --left;
  }
}

class Setting {
 public:
  Setting(const std::vector<Cluster>& clusters, const LineWidth& width, size_t begin)
      : clusters_(clusters), width_(width), begin_(begin), count_(width.end - begin) {
    line_.begin = begin;
    line_.end = width.end;
    cut_left_.assign(count_, 0);
    line_.advance.resize(count_);
    for (size_t n = 0; n < count_; ++n)
      line_.advance[n] = cluster(n).advance + (n + 1 < count_ ? cluster(n).gap + cluster(n).spacing : 0);
    trim_edges();
  }

  void shrink(int64_t need) {
    for (size_t k = 0; k < shrink_classes && need > 0; ++k) {
      const int64_t taken = std::min(need, width_.shrink[k]);
      if (taken > 0) shrink_class(k, taken);
      need -= taken;
    }
  }

  void stretch(int64_t rest) {
    for (size_t k = 0; k < stretch_classes && rest > 0; ++k) {
      const int64_t taken = std::min(rest, width_.stretch[k]);
      if (taken > 0) stretch_class(k, taken);
      rest -= taken;
    }
    if (rest > 0 && width_.gaps > 0) stretch_gaps(rest);
  }

  // Leaders take all there is, each an equal part.
  void lead(int64_t room) {
    std::vector<Room> rooms;
    for (size_t n = 0; n < count_; ++n) {
      if (cluster(n).is_leader) rooms.push_back({n, room, 0});
    }
    if (room > 0) widen(rooms, room);
  }

  SetLine finish() {
    line_.place.resize(count_);
    line_.start = {count_ > 0 ? cluster(0).line_start : 0};
    find_order();
    int64_t at = line_.start.milli;
    for (size_t shown = 0; shown < count_; ++shown) {
      const size_t n = line_.order.empty() ? shown : line_.order[shown];
      // The glyph keeps its place in its frame: a frame cut at the left begins that much earlier.
      line_.place[n] = static_cast<int32_t>(at - cut_left_[n] - cluster(n).cut_left);
      // What follows a character that runs from right to left is at its left.
      if (cluster(n).bidi_level % 2 == 1) line_.place[n] += line_.advance[n] - cluster(n).advance;
      at += line_.advance[n];
    }
    line_.width = {at + (count_ > 0 ? cluster(count_ - 1).line_end_room : 0)};
    return std::move(line_);
  }

 private:
  const Cluster& cluster(size_t n) const { return clusters_[begin_ + n]; }

  void find_order() {
    std::vector<uint8_t> levels;
    for (size_t n = 0; n < count_; ++n) levels.push_back(cluster(n).bidi_level);
    if (std::ranges::any_of(levels, [](uint8_t level) { return level != 0; }))
      line_.order = visual_order(levels);
  }

  void trim_edges() {
    if (count_ == 0) return;
    cut(0, cluster(0).start_trim);
    line_.advance[count_ - 1] -= width_.end_trim;
  }

  void cut(size_t n, int64_t amount) {
    line_.advance[n] -= static_cast<int32_t>(amount);
    cut_left_[n] += static_cast<int32_t>(amount);
  }

  // Marks at the edges have their width from there.
  int64_t shrink_room(size_t n, size_t k) const {
    const bool is_edge_bracket = n == 0 && cluster(n).character_class == CharacterClass::opening &&
                                 k == static_cast<size_t>(Shrink::bracket);
    return n + 1 == count_ || is_edge_bracket ? 0 : shrink_of(cluster(n))[k];
  }

  void shrink_class(size_t k, int64_t amount) {
    std::vector<Room> rooms;
    for (size_t n = 0; n < count_; ++n) {
      if (const int64_t room = shrink_room(n, k); room > 0) rooms.push_back({n, room, 0});
    }
    fill(rooms, amount);
    for (const Room& room : rooms) {
      if (k == static_cast<size_t>(cluster(room.cluster).shrink)) {
        squeeze(room.cluster, room.share);
      } else {
        line_.advance[room.cluster] -= static_cast<int32_t>(room.share);
      }
    }
  }

  // A mark loses white at both sides of its ink, as much as it has there.
  void squeeze(size_t n, int64_t amount) {
    const int64_t left = cluster(n).trim_left;
    const int64_t of_left = amount * left / (left + cluster(n).trim_right);
    cut(n, of_left);
    line_.advance[n] -= static_cast<int32_t>(amount - of_left);
  }

  void stretch_class(size_t k, int64_t amount) {
    std::vector<Room> rooms;
    for (size_t n = 0; n < count_; ++n) {
      const bool ends_line = n + 1 == count_ && k == static_cast<size_t>(Stretch::cjk_latin);
      const int64_t room = ends_line ? 0 : stretch_of(cluster(n))[k];
      if (room > 0) rooms.push_back({n, room, 0});
    }
    widen(rooms, amount);
  }

  void stretch_gaps(int64_t amount) {
    std::vector<Room> rooms;
    for (size_t n = 0; n + 1 < count_; ++n) {
      if (cluster(n).gap_stretches) rooms.push_back({n, amount, 0});
    }
    widen(rooms, amount);
  }

  void widen(std::vector<Room>& rooms, int64_t amount) {
    fill(rooms, amount);
    for (const Room& room : rooms) line_.advance[room.cluster] += static_cast<int32_t>(room.share);
  }

  const std::vector<Cluster>& clusters_;
  const LineWidth& width_;
  size_t begin_;
  size_t count_;
  SetLine line_;
  std::vector<int32_t> cut_left_;
};

}  // namespace

SetLine set_line(const std::vector<Cluster>& clusters, const LineWidths& widths, size_t begin, size_t end,
                 Length measure, Adjust adjust) {
  const LineWidth width = widths.line(begin, end, measure.milli);
  Setting setting(clusters, width, begin);
  const int64_t room = measure.milli - width.natural;
  if (adjust != Adjust::none && room < 0) setting.shrink(-room);
  if (width.leaders > 0) setting.lead(room);
  if (width.leaders == 0 && adjust == Adjust::justify && room > 0) setting.stretch(room);
  SetLine line = setting.finish();
  line.next = end;
  return line;
}

}  // namespace pubbuild
