// Clusters → clusters with room for the annotations of ruby (JLREQ §3.3, CLREQ, interlinear annotations).
#include "text/ruby_spacing.h"

#include <algorithm>
#include <limits>

#include "text/column.h"

namespace pubbuild {

namespace {

// CLREQ: neighbouring annotations in letters stand a quarter of their em apart.
constexpr int32_t letters_apart = 4;
// Bopomofo takes half an em behind its character (CLREQ, positioning of zhuyin).
constexpr int32_t behind_room = 2;

constexpr bool is_between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

// Hiragana, katakana and the marks that lengthen or repeat them (JLREQ cl-09 to cl-11, cl-15, cl-16).
bool is_kana(char32_t c) {
  return is_between(c, 0x3041, 0x309F) || is_between(c, 0x30A0, 0x30FF) || is_between(c, 0x31F0, 0x31FF) ||
         is_between(c, 0xFF66, 0xFF9F);
}

int32_t whole(int64_t millipoints) {
  return static_cast<int32_t>(std::clamp<int64_t>(millipoints, -300'000'000, 300'000'000));
}

class RubySpacing {
 public:
  RubySpacing(std::vector<Cluster>& clusters, const FlatText& text)
      : clusters_(clusters), text_(text), sides_(clusters.size()) {}

  void run() {
    for (const Ruby& ruby : text_.rubies) cover(base_of(ruby), ruby.side);
    for (const Ruby& ruby : text_.rubies) space(ruby);
    for (const Ruby& ruby : text_.rubies) {
      for (uint32_t n = ruby.first_pair; n < ruby.end_pair; ++n) hold_together(ruby, text_.ruby_pairs[n]);
    }
  }

 private:
  struct Range {
    size_t begin = 0;
    size_t end = 0;
    bool is_empty() const { return begin >= end; }
  };

  Range range(uint32_t begin, uint32_t end) const {
    return {cluster_at(clusters_, begin), cluster_at(clusters_, end)};
  }
  Range base_of(const Ruby& ruby) const {
    return range(text_.ruby_pairs[ruby.first_pair].begin, text_.ruby_pairs[ruby.end_pair - 1].end);
  }

  static uint8_t bit(RubySide side) { return static_cast<uint8_t>(1U << static_cast<unsigned>(side)); }

  void cover(Range base, RubySide side) {
    for (size_t n = base.begin; n < base.end; ++n) sides_[n] |= bit(side);
  }

  void space(const Ruby& ruby) {
    const Range base = base_of(ruby);
    if (base.is_empty()) return;
    if (ruby.side == RubySide::behind) {
      if (!is_vertical(*text_.style)) add_after(base.end - 1, clusters_[base.end - 1].em / behind_room);
      return;
    }
    widen(ruby, base, width_of(ruby) - width_of(base));
    if (ruby.end_pair - ruby.first_pair > 1) make_room_at_seams(ruby);
  }

  int64_t width_of(const Ruby& ruby) const {
    int64_t width = 0;
    for (uint32_t n = ruby.first_pair; n < ruby.end_pair; ++n) width += text_.ruby_pairs[n].width.milli;
    return width;
  }

  int64_t width_of(Range base) const {
    const Cluster& last = clusters_[base.end - 1];
    int64_t width = -int64_t{last.gap} - last.spacing;
    for (size_t n = base.begin; n < base.end; ++n)
      width += int64_t{clusters_[n].advance} + clusters_[n].gap + clusters_[n].spacing;
    return width;
  }

  // Half of the white that parts letters from the letters beside them.
  static int64_t apart(const Ruby& ruby) {
    return ruby.is_western ? ruby.style->font_size.milli / letters_apart / 2 : 0;
  }
  bool has_neighbour_before(const Ruby& ruby, Range base) const {
    return base.begin > 0 && (sides_[base.begin - 1] & bit(ruby.side)) != 0;
  }
  bool has_neighbour_after(const Ruby& ruby, Range base) const {
    return base.end < clusters_.size() && (sides_[base.end] & bit(ruby.side)) != 0;
  }

  // A base wider than its annotation, one that `lack`s less than nothing, has room for white at both sides.
  void widen(const Ruby& ruby, Range base, int64_t lack) {
    const RubyAlign align = text_.runs[clusters_[base.begin].run].style->ruby_align;
    const int64_t count = pieces(base);
    const RubySpread spread(align, std::max<int64_t>(lack, 0), count);
    int64_t piece = 0;
    for (size_t n = base.begin; lack > 0 && n + 1 < base.end; ++n) {
      if (!clusters_[n].gap_stretches) continue;
      add_after(n, spread.before(piece + 1) - spread.before(piece));
      ++piece;
    }
    const int64_t spare = std::min<int64_t>(lack, 0) / 2;
    const int64_t lead = spread.before(0) + spare;
    const int64_t trail = std::max<int64_t>(lack, 0) - spread.before(count - 1) + spare;
    set_edges(ruby, base,
              {lead, has_neighbour_before(ruby, base) ? apart(ruby) : 0, overhang_before(ruby, base)},
              {trail, has_neighbour_after(ruby, base) ? apart(ruby) : 0, overhang_after(ruby, base)});
  }

  // At one end of a base: how far its annotation reaches beyond it, the white to the next, and how much of
  // both may be over what stands beside it.
  struct Edge {
    int64_t reach = 0;
    int64_t apart = 0;
    int64_t overhang = 0;
    int64_t room() const { return std::max<int64_t>(reach + apart - overhang, 0); }
    // Nothing is there to hang over at the edge of a line, nor to keep apart from.
    int64_t at_line_edge() const { return std::max<int64_t>(reach, 0) - room(); }
  };

  void set_edges(const Ruby& ruby, Range base, Edge before, Edge after) {
    if (ruby.style->ruby_overhang == RubyOverhang::none) before.overhang = after.overhang = 0;
    add_before(base.begin, before.room());
    add_after(base.end - 1, after.room());
    clusters_[base.begin].line_start += whole(before.at_line_edge());
    clusters_[base.end - 1].line_end_room += whole(after.at_line_edge());
  }

  int64_t pieces(Range base) const {
    int64_t count = 1;
    for (size_t n = base.begin; n + 1 < base.end; ++n) count += clusters_[n].gap_stretches;
    return count;
  }

  void add_before(size_t n, int64_t white) {
    Cluster& cluster = clusters_[n];
    cluster.advance = whole(cluster.advance + white);
    cluster.cut_left = whole(cluster.cut_left - white);
    cluster.padding = whole(cluster.padding + white);
  }
  void add_after(size_t n, int64_t white) {
    Cluster& cluster = clusters_[n];
    cluster.advance = whole(cluster.advance + white);
    cluster.padding = whole(cluster.padding + white);
  }

  // JLREQ §3.3.8: over kana as far as an em of the annotation, over the white of a mark as far as there is
  // any; over nothing that has an annotation itself, ideographs, letters and figures.
  int64_t overhang_before(const Ruby& ruby, Range base) const {
    if (base.begin == 0) return 0;
    const size_t n = base.begin - 1;
    const int64_t white = is_closing(clusters_[n]) ? clusters_[n].trim_right : 0;
    return overhang(ruby, n, white);
  }
  int64_t overhang_after(const Ruby& ruby, Range base) const {
    if (base.end == clusters_.size()) return 0;
    const size_t n = base.end;
    const int64_t white =
        clusters_[n].character_class == CharacterClass::opening ? clusters_[n].trim_left : 0;
    return overhang(ruby, n, white);
  }
  int64_t overhang(const Ruby& ruby, size_t n, int64_t white) const {
    const Cluster& cluster = clusters_[n];
    if ((sides_[n] & bit(ruby.side)) != 0 || !is_japanese(*ruby.style)) return 0;
    const int64_t em = ruby.style->font_size.milli;
    if (is_kana(cluster.character)) return std::min<int64_t>(em, cluster.advance / 2);
    if (cluster.character_class == CharacterClass::interpunct)
      return std::min<int64_t>(em / 2, cluster.em / 4);
    return std::min(em, white);
  }

  static bool is_japanese(const ComputedStyle& style) { return style.lang.starts_with("ja"); }

  static bool is_closing(const Cluster& cluster) {
    return cluster.character_class == CharacterClass::closing ||
           cluster.character_class == CharacterClass::comma ||
           cluster.character_class == CharacterClass::stop;
  }

  // Where a line ends between two bases that share an annotation, each part of it stands over its own bases:
  // a part may be wider than they are.
  void make_room_at_seams(const Ruby& ruby) {
    int64_t lack_before = 0;
    int64_t lack_after = 0;
    for (uint32_t n = ruby.first_pair; n < ruby.end_pair; ++n) lack_after += lack_of(text_.ruby_pairs[n]);
    for (uint32_t n = ruby.first_pair; n + 1 < ruby.end_pair; ++n) {
      lack_before += lack_of(text_.ruby_pairs[n]);
      lack_after -= lack_of(text_.ruby_pairs[n]);
      const size_t seam = cluster_at(clusters_, text_.ruby_pairs[n].end);
      if (seam == 0 || seam >= clusters_.size()) continue;
      clusters_[seam - 1].line_end_room += whole(std::max<int64_t>(lack_before, 0));
      clusters_[seam].line_start += whole(std::max<int64_t>(lack_after, 0));
    }
  }
  int64_t lack_of(const RubyPair& pair) const {
    const Range base = range(pair.begin, pair.end);
    return base.is_empty() ? pair.width.milli : pair.width.milli - width_of(base);
  }

  // A base is not broken but where its annotation may be, or where no line would hold it; nothing is added in
  // it when a line is stretched (JLREQ §3.1.10, appendix E).
  void hold_together(const Ruby& ruby, const RubyPair& pair) {
    const Range base = range(pair.begin, pair.end);
    const bool may_break = ruby.style->white_space == WhiteSpace::normal && ruby.side != RubySide::behind;
    for (size_t n = base.begin; n + 1 < base.end; ++n) {
      clusters_[n].gap_stretches = false;
      if (clusters_[n].line_end == LineEnd::allowed && !may_break) clusters_[n].line_end = LineEnd::emergency;
    }
  }

  std::vector<Cluster>& clusters_;
  const FlatText& text_;
  std::vector<uint8_t> sides_;  // of each cluster, where it has annotations: a bit a RubySide
};

}  // namespace

int64_t RubySpread::before(int64_t piece) const {
  if (piece >= pieces_) return lack_;
  switch (align_) {
    case RubyAlign::start:
      return 0;
    case RubyAlign::center:
      return lack_ / 2;
    case RubyAlign::space_between:
      return pieces_ > 1 ? lack_ * piece / (pieces_ - 1) : lack_ / 2;
    case RubyAlign::space_around:
      return lack_ * (2 * piece + 1) / (2 * pieces_);
  }
  return 0;
}

size_t cluster_at(const std::vector<Cluster>& clusters, uint32_t byte) {
  return static_cast<size_t>(std::ranges::lower_bound(clusters, byte, {}, &Cluster::begin) -
                             clusters.begin());
}

void space_rubies(std::vector<Cluster>& clusters, const FlatText& text) {
  if (!text.rubies.empty()) RubySpacing(clusters, text).run();
}

}  // namespace pubbuild
