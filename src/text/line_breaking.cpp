// Knuth and Plass's total fit with CLREQ's order of adjustment as its badness, in integers and in linear
// time: the lines that may end at a place begin within a window that only moves forward.
#include "text/line_breaking.h"

#include <algorithm>
#include <cstdint>

#include "text/line_cost.h"

namespace pubbuild {

namespace {

// Penalties, on the scale of line_cost. CLREQ, widows and orphans: fewer than two characters on a paragraph's
// last line are worse than any lines that are merely loose.
constexpr int64_t lonely_cost = 100'000;
constexpr int64_t emergency_cost = 1'000'000;
constexpr int64_t hyphen_cost = 400;
constexpr int64_t second_hyphen_cost = 1'500;
constexpr int64_t third_hyphen_cost = 6'000;
constexpr int64_t stretched_again_cost = 100;
constexpr int64_t third_alike_cost = 600;
// A letter of a Western word counts half a Han character: "of." alone is as lonely as one of those.
constexpr int64_t lonely_letters = 4;
// A word that both lines begin or end with is compared so far.
constexpr size_t longest_alike = 12;
// Ways to begin a line that are looked at for one end; only text without width has more.
constexpr size_t most_candidates = 200;

bool is_word(const Cluster& cluster) {
  return cluster.character_class == CharacterClass::western && is_western_letter(cluster.character);
}

class TotalFit {
 public:
  TotalFit(const std::vector<Cluster>& clusters, const LineWidths& widths, Measures measures, Fit fit)
      : clusters_(clusters), widths_(widths), measures_(measures), fit_(fit) {}

  std::vector<size_t> run() {
    nodes_.push_back({});
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
    bool is_stretched = false;  // the line that ends here
  };

  int64_t measure(size_t begin) const {
    return (is_first_line(clusters_, begin, measures_.first_lines) ? measures_.first : measures_.rest).milli;
  }

  // An emergency break is offered only where the line from the last proper break is already too long.
  bool needs_emergency(size_t end) const {
    return widths_.plain(proper_end_, end) + clusters_[end - 1].em > measures_.rest.milli / 2;
  }

  int64_t em_of(const LineWidth& line) const { return clusters_[line.end > 0 ? line.end - 1 : 0].em; }

  int64_t fill_cost(const LineWidth& line, int64_t measure, LineEnd end) const {
    const int64_t room = measure - line.natural;
    if (room < 0 && fit_ == Fit::justified) return shrink_cost(line, -room, measure);
    if (room < 0) return overfull_cost + ragged_cost(-room, measure);
    if (line.leaders > 0) return 0;
    if (end == LineEnd::forced) return fit_ == Fit::balanced ? ragged_cost(room, measure) : 0;
    if (fit_ != Fit::justified || room == 0) return ragged_cost(room, measure);
    return stretch_cost(line, room, em_of(line));
  }

  bool is_lonely(const LineWidth& line, size_t begin, size_t end) const {
    const bool is_paragraph_end = end == clusters_.size() && begin > 0 && line.end > begin;
    return is_paragraph_end && 2 * line.cjk_letters + line.western_letters < lonely_letters;
  }

  bool is_hyphenated(size_t node) const { return node != 0 && clusters_[nodes_[node].end - 1].is_hyphenated; }

  int64_t hyphen_demerits(size_t from, size_t end) const {
    if (!clusters_[end - 1].is_hyphenated) return 0;
    if (!is_hyphenated(from)) return hyphen_cost;
    return is_hyphenated(nodes_[from].previous) ? third_hyphen_cost : second_hyphen_cost;
  }

  // Whether lines that begin with these clusters, or end with them, look alike there: the same character, or
  // the same word.
  bool starts_alike(size_t a, size_t b) const {
    for (size_t n = 0; n < longest_alike && a + n < clusters_.size() && b + n < clusters_.size(); ++n) {
      const bool word = is_word(clusters_[a + n]) || is_word(clusters_[b + n]);
      if (n > 0 && !word) return true;
      if (clusters_[a + n].character != clusters_[b + n].character) return false;
      if (!word) return true;
    }
    return true;
  }
  bool ends_alike(size_t a, size_t b) const {
    for (size_t n = 1; n <= longest_alike && n <= a && n <= b; ++n) {
      const bool word = is_word(clusters_[a - n]) || is_word(clusters_[b - n]);
      if (n > 1 && !word) return true;
      if (clusters_[a - n].character != clusters_[b - n].character) return false;
      if (!word) return true;
    }
    return true;
  }

  // The third of three neighbours that are alike at a margin.
  int64_t alike_demerits(size_t from, size_t end) const {
    if (from == 0) return 0;
    const size_t middle = nodes_[from].end;
    const size_t first = nodes_[nodes_[from].previous].end;
    int64_t sum = 0;
    if (end < clusters_.size() && starts_alike(end, middle) && starts_alike(middle, first))
      sum += third_alike_cost;
    if (first > 0 && ends_alike(end, middle) && ends_alike(middle, first)) sum += third_alike_cost;
    return sum;
  }

  int64_t line_demerits(const LineWidth& line, size_t from, size_t end, LineEnd kind) const {
    const int64_t room = measure(nodes_[from].end) - line.natural;
    int64_t sum = fill_cost(line, measure(nodes_[from].end), kind);
    if (kind == LineEnd::emergency) sum += emergency_cost;
    if (is_lonely(line, nodes_[from].end, end)) sum += lonely_cost;
    if (stretches(room, kind) && nodes_[from].is_stretched) sum += stretched_again_cost;
    return sum + hyphen_demerits(from, end) + alike_demerits(from, end);
  }

  bool stretches(int64_t room, LineEnd kind) const {
    return fit_ == Fit::justified && kind != LineEnd::forced && room > 0;
  }

  bool is_loose(const LineWidth& line, int64_t measure) const {
    return line.natural * 10 < measure * (fit_ == Fit::justified ? 8 : 5);
  }

  void add_node(size_t end, LineEnd kind) {
    while (window_ + 1 < nodes_.size() && is_hopeless(nodes_[window_].end, end)) ++window_;
    Node best{end, INT64_MAX, 0};
    const size_t stop = std::min(nodes_.size(), window_ + most_candidates);
    for (size_t from = window_; from < stop; ++from) {
      if (nodes_[from].demerits >= best.demerits) continue;
      const size_t begin = nodes_[from].end;
      const LineWidth line = widths_.line(begin, end, measure(begin));
      if (is_loose(line, measure(begin)) && best.demerits < overfull_cost && kind != LineEnd::forced) break;
      const int64_t sum = nodes_[from].demerits + line_demerits(line, from, end, kind);
      if (sum < best.demerits) best = {end, sum, from, stretches(measure(begin) - line.natural, kind)};
    }
    nodes_.push_back(best);
    if (kind != LineEnd::emergency) proper_end_ = end;
    // No line crosses a forced end.
    if (kind == LineEnd::forced) window_ = nodes_.size() - 1;
  }

  bool is_hopeless(size_t begin, size_t end) const {
    const LineWidth line = widths_.line(begin, end, measure(begin));
    const int64_t give = fit_ == Fit::justified ? line.total_shrink() : 0;
    return line.natural - give > measure(begin);
  }

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
