// Knuth and Plass's total fit with CLREQ's order of adjustment as its badness, in integers and in linear
// time: the lines that may end at a place begin within a window that only moves forward.
#include "text/line_breaking.h"

#include <algorithm>
#include <cstdint>

namespace pubbuild {

namespace {

// Demerits. A line set as it is has none; squeezing costs less than stretching (CLREQ: first squeeze, then
// stretch).
constexpr int64_t shrink_class_cost[shrink_classes] = {5, 20, 30, 60, 120};
constexpr int64_t stretch_cost = 40;
constexpr int64_t lonely_character_cost = 20000;  // CLREQ A4: fewer than two characters on the last line
constexpr int64_t emergency_cost = 50000;
constexpr int64_t overfull_cost = 1000000;

int64_t squared_permille(int64_t part, int64_t whole) {
  const int64_t permille = std::min<int64_t>(part * 1000 / std::max<int64_t>(whole, 1), 30000);
  return permille * permille / 1000;
}

int64_t shrink_demerits(const LineWidth& line, int64_t need) {
  int64_t demerits = 0;
  for (size_t k = 0; k < shrink_classes && need > 0; ++k) {
    if (line.shrink[k] == 0) continue;
    const int64_t taken = std::min(need, line.shrink[k]);
    demerits += shrink_class_cost[k] + squared_permille(taken, line.shrink[k]) / 20;
    need -= taken;
  }
  return demerits;
}

int64_t stretch_demerits(const LineWidth& line, int64_t rest, int64_t measure) {
  int64_t demerits = 0;
  for (const int64_t room : line.stretch) {
    if (rest <= 0 || room == 0) continue;
    const int64_t taken = std::min(rest, room);
    demerits += squared_permille(taken, room) / 20;
    rest -= taken;
  }
  if (rest == 0) return demerits;
  demerits += stretch_cost;
  if (line.gaps == 0) return demerits + 10 * squared_permille(rest, measure) + 5000;
  // The growth of one gap against an em of about 10 pt: a tenth of an em is seen, a twentieth is not.
  return demerits + 10 * squared_permille(rest / line.gaps, 10000);
}

class TotalFit {
 public:
  TotalFit(const std::vector<Cluster>& clusters, const LineWidths& widths, Measures measures, Fit fit)
      : clusters_(clusters), widths_(widths), measures_(measures), fit_(fit) {}

  std::vector<size_t> run() {
    nodes_.push_back({0, 0, 0});
    for (size_t n = 0; n < clusters_.size(); ++n) {
      const bool is_last = n + 1 == clusters_.size();
      const LineEnd end = clusters_[n].line_end;
      if (!is_last && end == LineEnd::none) continue;
      if (end == LineEnd::emergency && !needs_emergency(n + 1)) continue;
      add_node(n + 1, is_last || end == LineEnd::forced ? LineEnd::forced : end);
    }
    std::vector<size_t> ends;
    for (size_t node = nodes_.size() - 1; node != 0; node = nodes_[node].previous)
      ends.push_back(nodes_[node].end);
    std::reverse(ends.begin(), ends.end());
    return ends;
  }

 private:
  struct Node {
    size_t end = 0;  // clusters before it
    int64_t demerits = 0;
    size_t previous = 0;
  };

  int64_t measure(size_t begin) const {
    return (is_first_line(clusters_, begin, measures_.first_lines) ? measures_.first : measures_.rest).milli;
  }

  // An emergency break is offered only where the line from the last proper break is already too long.
  bool needs_emergency(size_t end) const {
    return widths_.plain(proper_end_, end) + clusters_[end - 1].em > measures_.rest.milli / 2;
  }

  int64_t demerits(const LineWidth& line, int64_t measure, LineEnd end) const {
    const int64_t room = measure - line.natural;
    if (room < 0) {
      const int64_t need = -room;
      const int64_t give = fit_ == Fit::justified ? line.total_shrink() : 0;
      if (need > give) return overfull_cost + squared_permille(need - give, measure);
      return shrink_demerits(line, need);
    }
    const int64_t sum = end == LineEnd::emergency ? emergency_cost : 0;
    if (line.leaders > 0) return sum;
    if (end == LineEnd::forced) {
      if (fit_ == Fit::balanced) return squared_permille(room, measure);
      return sum;
    }
    if (fit_ != Fit::justified) return sum + squared_permille(room, measure);
    return sum + stretch_demerits(line, room, measure);
  }

  int64_t last_line_demerits(const LineWidth& line, size_t begin, size_t end) const {
    const bool is_paragraph_end = end == clusters_.size();
    return is_paragraph_end && begin > 0 && line.cjk_letters < 2 && line.end > begin && is_short(line)
               ? lonely_character_cost
               : 0;
  }

  // A short Latin word is no lonely character.
  bool is_short(const LineWidth& line) const { return line.natural < 2 * clusters_[line.end - 1].em; }

  void add_node(size_t end, LineEnd kind) {
    while (window_ + 1 < nodes_.size() && is_hopeless(nodes_[window_].end, end)) ++window_;
    Node best{end, INT64_MAX, 0};
    for (size_t from = window_; from < nodes_.size(); ++from) {
      const Node& begin = nodes_[from];
      const LineWidth line = widths_.line(begin.end, end);
      const bool loose = line.natural * 10 < measure(begin.end) * (fit_ == Fit::justified ? 8 : 5);
      if (loose && best.demerits < overfull_cost && kind != LineEnd::forced) break;
      const int64_t sum = begin.demerits + demerits(line, measure(begin.end), kind) +
                          (kind == LineEnd::forced ? last_line_demerits(line, begin.end, end) : 0);
      if (sum < best.demerits) best = {end, sum, from};
      // A forced line may be as short as it likes, but not worth looking at for all beginnings of a long
      // paragraph.
      if (kind == LineEnd::forced && from > window_ + max_forced_candidates) break;
    }
    nodes_.push_back(best);
    if (kind != LineEnd::emergency) proper_end_ = end;
    // No line crosses a forced end.
    if (kind == LineEnd::forced) window_ = nodes_.size() - 1;
  }

  bool is_hopeless(size_t begin, size_t end) const {
    const LineWidth line = widths_.line(begin, end);
    const int64_t give = fit_ == Fit::justified ? line.total_shrink() : 0;
    return line.natural - give > measure(begin);
  }

  static constexpr size_t max_forced_candidates = 200;

  const std::vector<Cluster>& clusters_;
  const LineWidths& widths_;
  const Measures measures_;
  const Fit fit_;
  std::vector<Node> nodes_;
  size_t window_ = 0;
  size_t proper_end_ = 0;  // the last place that is no emergency
};

}  // namespace

bool is_first_line(const std::vector<Cluster>& clusters, size_t begin, Measures::FirstLines first_lines) {
  if (begin == 0) return true;
  return first_lines == Measures::FirstLines::each_forced && clusters[begin - 1].line_end == LineEnd::forced;
}

std::vector<size_t> choose_breaks(const std::vector<Cluster>& clusters, const LineWidths& widths,
                                  Measures measures, Fit fit) {
  if (clusters.empty()) return {};
  return TotalFit(clusters, widths, measures, fit).run();
}

}  // namespace pubbuild
