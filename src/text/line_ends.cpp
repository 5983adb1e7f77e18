// Break opportunities and hyphens, between the clusters that the text became.
#include "text/line_ends.h"

#include <algorithm>
#include <string>

#include "text/break_opportunities.h"

namespace pubbuild {

namespace {

// More ways to break lines in one paragraph are not looked at: each is a pass over all of it.
constexpr size_t most_break_rules = 8;

constexpr char32_t soft_hyphen = 0xAD;

class LineEnds {
 public:
  LineEnds(std::vector<Cluster>& clusters, const Characters& characters, Shaper& shaper)
      : clusters_(clusters), characters_(characters), text_(characters.flat), shaper_(shaper) {}

  void mark() {
    const std::vector<BreakKind> found = breaks();
    const std::vector<bool> may_hyphenate = hyphen_places();
    size_t character = 0;
    bool follows_leader = false;
    for (size_t n = 0; n < clusters_.size(); ++n) {
      Cluster& cluster = clusters_[n];
      const uint32_t end =
          n + 1 < clusters_.size() ? clusters_[n + 1].begin : static_cast<uint32_t>(text_.text.size());
      if (text_.text[cluster.begin] == '\n') cluster.line_end = LineEnd::forced;
      follows_leader = cluster.is_leader || (follows_leader && cluster.line_end != LineEnd::forced);
      while (character < characters_.size() && characters_.bytes[character] < end) ++character;
      if (character >= characters_.size() || cluster.line_end == LineEnd::forced) continue;
      mark_line_end(cluster, character, found[character]);
      if (may_hyphenate[character] && cluster.line_end != LineEnd::allowed &&
          wraps(characters_.style_at(character))) {
        cluster.line_end = LineEnd::allowed;
        hyphenate(cluster, characters_.style_at(character));
      }
      if (follows_leader) hold_together(cluster, n);
    }
  }

 private:
  static bool wraps(const ComputedStyle& style) {
    return style.white_space != WhiteSpace::nowrap && style.white_space != WhiteSpace::pre &&
           style.text_wrap != TextWrap::nowrap;
  }

  static BreakRules rules_of(const ComputedStyle& style) {
    return {style.lang, style.line_break, style.word_break};
  }

  // By the rules of the paragraph; where elements in it have others, by theirs.
  std::vector<BreakKind> breaks() const {
    std::vector<BreakKind> found = break_opportunities(characters_.codes, rules_of(*text_.style));
    std::vector<BreakRules> others;
    for (const StyleRun& run : text_.runs) {
      const BreakRules rules = rules_of(*run.style);
      if (rules == rules_of(*text_.style) || std::ranges::find(others, rules) != others.end()) continue;
      if (others.size() == most_break_rules) break;
      others.push_back(rules);
      take_breaks(rules, found);
    }
    return found;
  }

  void take_breaks(const BreakRules& rules, std::vector<BreakKind>& breaks) const {
    const std::vector<BreakKind> own = break_opportunities(characters_.codes, rules);
    std::vector<bool> has_rules;
    for (const StyleRun& run : text_.runs) has_rules.push_back(rules_of(*run.style) == rules);
    for (size_t n = 1; n < characters_.size(); ++n) {
      if (has_rules[characters_.runs[n]] && has_rules[characters_.runs[n - 1]]) breaks[n] = own[n];
    }
  }

  // Before these characters a word may be hyphenated.
  std::vector<bool> hyphen_places() {
    std::vector<bool> may_hyphenate(characters_.size(), false);
    for (size_t begin = 0, end = 0; begin < characters_.size(); begin = end) {
      end = begin + 1;
      while (end < characters_.size() && characters_.runs[end] == characters_.runs[begin]) ++end;
      const ComputedStyle& style = characters_.style_at(begin);
      if (style.hyphens != Hyphens::auto_ || style.line_break == LineBreak::anywhere) continue;
      for (const size_t place :
           shaper_.hyphenator().places(characters_.codes, begin, end, style.lang, style.hyphenate_limits))
        may_hyphenate[place] = true;
    }
    return may_hyphenate;
  }

  // A number is not parted from the leader that leads to it; another leader may begin a line.
  void hold_together(Cluster& cluster, size_t n) const {
    const bool leads_on = n + 1 < clusters_.size() && clusters_[n + 1].is_leader;
    if (cluster.is_leader) cluster.line_end = LineEnd::none;
    if (cluster.line_end == LineEnd::allowed && !leads_on) cluster.line_end = LineEnd::emergency;
  }

  // A line may end before this character.
  void mark_line_end(Cluster& cluster, size_t character, BreakKind kind) {
    const StyleRun& run = text_.runs[characters_.runs[character]];
    const bool glued = run.no_break_before && run.begin == characters_.bytes[character];
    if (glued || characters_.codes[character] == U'\n' || is_combining(characters_.codes[character])) return;
    if (!run.is_broken && !wraps(characters_.style_at(character))) return;
    cluster.line_end =
        kind == BreakKind::allowed ? LineEnd::allowed : end_of_overlong(characters_.style_at(character));
    if (characters_.codes[character - 1] == soft_hyphen && cluster.line_end == LineEnd::allowed)
      hyphenate(cluster, characters_.style_at(character - 1));
  }

  // CSS Text 3 §5.5: whether a word longer than its line may be broken where nothing else allows it.
  static LineEnd end_of_overlong(const ComputedStyle& style) {
    const bool may_break =
        style.overflow_wrap != OverflowWrap::normal || style.word_break == WordBreak::break_word;
    return may_break ? LineEnd::emergency : LineEnd::none;
  }

  void hyphenate(Cluster& cluster, const ComputedStyle& style) {
    if (style.hyphens == Hyphens::none) {
      cluster.line_end = end_of_overlong(style);
      return;
    }
    cluster.is_hyphenated = true;
    cluster.line_end_room += on_paper(shaper_.width_of(shaper_.hyphen(style), style).milli);
  }

  std::vector<Cluster>& clusters_;
  const Characters& characters_;
  const FlatText& text_;
  Shaper& shaper_;
};

}  // namespace

void mark_line_ends(std::vector<Cluster>& clusters, const Characters& characters, Shaper& shaper) {
  LineEnds(clusters, characters, shaper).mark();
}

}  // namespace pubbuild
