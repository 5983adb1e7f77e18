// Draws annotations: over or under their bases as CSS Ruby 1 §4 aligns them, bopomofo at the right of its
// character.
#include "layout/ruby_items.h"

#include <algorithm>
#include <numeric>

#include "layout/em_box.h"
#include "layout/paragraph.h"
#include "layout/zhuyin.h"
#include "text/column.h"
#include "text/ruby_spacing.h"

namespace pubbuild {

namespace {

// Letters reach lower than ideographs, in thousandths of the em.
constexpr int64_t letters_below = 200;

// Farther from where the base is broken no gap is looked for to break an annotation at.
constexpr size_t farthest_gap = 40;

class RubyDrawing {
 public:
  RubyDrawing(LayoutDocument& document, const InlineContent& content, const LinePlaces& places,
              LineProgress& text, RubyProgress& progress, Line& line)
      : document_(document),
        content_(content),
        ruby_content_(*content.ruby),
        clusters_(content.ruby->prepared.clusters),
        places_(places),
        text_(text),
        progress_(progress),
        line_(line),
        is_vertical_(is_vertical(*content.text.style)) {}

  void run() {
    if (places_.count() == 0) return;
    open_those_of_line();
    std::ranges::sort(progress_.open);
    for (const uint32_t number : progress_.open) draw(rubies()[number]);
    const uint32_t end = places_.next_byte();
    std::erase_if(progress_.open, [&](uint32_t number) { return end_of(rubies()[number]) <= end; });
  }

 private:
  // Clusters of an annotation that stand beside the part of its base that is on this line.
  struct Part {
    const RubyPair* pair = nullptr;
    size_t begin = 0;
    size_t end = 0;
  };
  // The bases on this line: clusters, and how far their glyphs reach.
  struct Base {
    size_t first = 0;
    size_t end = 0;
    Length start;
    Length stop;
    Length above;  // from the line's baseline
    Length below;
  };

  const std::vector<Ruby>& rubies() const { return content_.text.rubies; }
  const std::vector<RubyPair>& pairs() const { return content_.text.ruby_pairs; }
  uint32_t begin_of(const Ruby& ruby) const { return pairs()[ruby.first_pair].begin; }
  uint32_t end_of(const Ruby& ruby) const { return pairs()[ruby.end_pair - 1].end; }

  void open_those_of_line() {
    if (progress_.order.empty()) {
      progress_.order.resize(rubies().size());
      std::iota(progress_.order.begin(), progress_.order.end(), 0U);
      std::ranges::stable_sort(progress_.order, {}, [&](uint32_t n) { return begin_of(rubies()[n]); });
    }
    const uint32_t end = places_.next_byte();
    for (; progress_.next < progress_.order.size(); ++progress_.next) {
      const uint32_t number = progress_.order[progress_.next];
      if (begin_of(rubies()[number]) >= end) return;
      progress_.open.push_back(number);
    }
  }

  void draw(const Ruby& ruby) {
    const Base base = base_of(ruby);
    if (base.first >= base.end) return;
    const std::vector<Part> parts = parts_of(ruby, base);
    if (parts.empty()) return;
    if (ruby.side == RubySide::behind) {
      draw_behind(ruby, base, parts.front());
    } else {
      draw_beside(ruby, base, parts);
    }
  }

  Base base_of(const Ruby& ruby) const {
    Base base{places_.cluster_from(begin_of(ruby)), places_.cluster_from(end_of(ruby)), {}, {}, {}, {}};
    if (base.first >= base.end) return base;
    base.start = places_.pen(base.first) + Length{places_.shift(base.first)};
    base.stop = glyph_end(base.end - 1);
    for (size_t n = base.first; n < base.end; ++n) reach(n, base);
    return base;
  }

  // How far an em box reaches from its baseline, which in vertical lines is in its middle.
  Length above_baseline(Length em) const { return is_vertical_ ? em / 2 : em_box_above(em); }

  Length glyph_end(size_t n) const {
    const Cluster& cluster = places_.cluster(n);
    return places_.pen(n) + Length{places_.shift(n)} + Length{cluster.advance} - Length{cluster.padding};
  }

  void reach(size_t n, Base& base) const {
    const Cluster& cluster = places_.cluster(n);
    const Length raise = content_.text.runs[cluster.run].raise;
    Length above = above_baseline(Length{cluster.em});
    Length below = Length{cluster.em} - above;
    if (cluster.is_object) {
      const auto object =
          std::ranges::lower_bound(content_.text.objects, cluster.begin, {}, &InlineObject::at);
      above = object->ascent;
      below = object->descent;
    }
    const bool is_first = n == base.first;
    base.above = is_first ? above + raise : max(base.above, above + raise);
    base.below = is_first ? below - raise : max(base.below, below - raise);
  }

  std::vector<Part> parts_of(const Ruby& ruby, const Base& base) const {
    const uint32_t line_begin = places_.cluster(base.first).begin;
    const uint32_t line_end = places_.byte_end(base.end - 1);
    const auto all_end = pairs().begin() + ruby.end_pair;
    std::vector<Part> parts;
    for (auto pair = std::upper_bound(pairs().begin() + ruby.first_pair, all_end, line_begin,
                                      [](uint32_t at, const RubyPair&each) { return at < each.end; });
         pair != all_end && pair->begin < line_end; ++pair) {
      Part part{&*pair, cut(*pair, line_begin), cut(*pair, line_end)};
      while (part.begin < part.end && is_blank(part.begin)) ++part.begin;
      while (part.begin < part.end && is_blank(part.end - 1)) --part.end;
      if (part.begin < part.end) parts.push_back(part);
    }
    return parts;
  }

  bool is_blank(size_t n) const { return clusters_[n].character_class == CharacterClass::blank; }

  // Where an annotation is cut whose base is cut at this byte: in proportion, at a gap if there is one near.
  size_t cut(const RubyPair& pair, uint32_t byte) const {
    const size_t begin = cluster_at(clusters_, pair.text_begin);
    const size_t end = cluster_at(clusters_, pair.text_end);
    if (byte <= pair.begin) return begin;
    if (byte >= pair.end) return end;
    const size_t at = begin + (end - begin) * (byte - pair.begin) / (pair.end - pair.begin);
    for (size_t away = 0; away < farthest_gap; ++away) {
      if (at + away >= end || at < begin + away) break;
      if (parts_at(at - away, begin)) return at - away;
      if (parts_at(at + away, begin)) return at + away;
    }
    return at;
  }
  bool parts_at(size_t n, size_t begin) const { return n == begin || clusters_[n - 1].gap_stretches; }

  Length width_of(const Part& part) const {
    return millipoints(ruby_content_.widths->line(part.begin, part.end, endless_measure).natural);
  }

  void draw_beside(const Ruby& ruby, const Base& base, const std::vector<Part>& parts) {
    Length width;
    int64_t pieces = 1;
    for (const Part& part : parts) {
      width += width_of(part);
      for (size_t n = part.begin; n + 1 < part.end; ++n) pieces += clusters_[n].gap_stretches;
    }
    pieces += static_cast<int64_t>(parts.size()) - 1;
    const Length lack = max(base.stop - base.start - width, Length{});
    const RubySpread spread(ruby.style->ruby_align, lack.milli, pieces);
    Length x = start_of(ruby, base, width) + Length{spread.before(0)};
    int64_t piece = 0;
    for (const Part& part : parts) x = draw_part(ruby, part, {x, baseline_of(ruby, base)}, spread, piece);
  }

  // One that is wider than its bases stands over their middle, but not beyond the edges of the line.
  Length start_of(const Ruby& ruby, const Base& base, Length width) const {
    if (width <= base.stop - base.start || ruby.style->ruby_align == RubyAlign::start) return base.start;
    const Length middle = base.start - (width - (base.stop - base.start)) / 2;
    return max(min(middle, places_.stop() - width), places_.origin().x);
  }

  Length baseline_of(const Ruby& ruby, const Base& base) const {
    const Length em = ruby.style->font_size;
    const Length baseline = places_.origin().baseline;
    if (ruby.side == RubySide::under) return baseline + base.below + ruby.offset + above_baseline(em);
    const bool hangs_low = ruby.is_western && !is_vertical_;
    const Length below = hangs_low ? scaled(em, letters_below, 1000) : em - above_baseline(em);
    return baseline - base.above - ruby.offset - below;
  }

  // Gives back where the next part begins.
  Length draw_part(const Ruby& ruby, const Part& part, Point at, const RubySpread& spread, int64_t& piece) {
    SetLine set =
        set_line(clusters_, *ruby_content_.widths, part.begin, part.end, longest_length, Adjust::none);
    int64_t white = 0;
    for (size_t n = 0; n < set.advance.size(); ++n) {
      set.place[n] += static_cast<int32_t>(white);
      const bool is_last = n + 1 == set.advance.size();
      if (!is_last && !clusters_[part.begin + n].gap_stretches) continue;
      const int64_t gap = spread.before(piece + 1) - spread.before(piece);
      ++piece;
      white += gap;
      if (!is_last) set.advance[n] += static_cast<int32_t>(gap);
    }
    const StructureId structure = text_.ruby.text(document_, part.pair->source, *ruby.style);
    const LinePlaces places(ruby_content_.texts, ruby_content_.prepared, set, {at.x, at.y, structure});
    append_line_items(document_, ruby_content_.texts, places, progress_of(*part.pair), line_);
    return at.x + set.width + Length{white};
  }

  LineProgress& progress_of(const RubyPair& pair) {
    const auto [found, is_new] = progress_.annotations.try_emplace(pair.source);
    if (is_new) {
      const RubySource& source = ruby_content_.sources[pair.source];
      found->second.next_object = source.first_object;
      found->second.boxes.next = source.first_box;
    }
    return found->second;
  }

  void draw_behind(const Ruby& ruby, const Base& base, const Part& part) {
    const Length em{places_.cluster(base.end - 1).em};
    const Length baseline = places_.origin().baseline;
    const Point level{base.stop, baseline - (base.above - base.below) / 2};
    const Point upright{(base.start + base.stop) / 2, baseline - base.above - ruby.offset};
    const StructureId structure = text_.ruby.text(document_, part.pair->source, *ruby.style);
    append_zhuyin(document_, ruby_content_, {part.begin, part.end},
                  {is_vertical_ ? upright : level, em, structure, is_vertical_}, line_.items);
  }

  LayoutDocument& document_;
  const InlineContent& content_;
  const RubyContent& ruby_content_;
  const std::vector<Cluster>& clusters_;  // of the annotations
  const LinePlaces& places_;
  LineProgress& text_;
  RubyProgress& progress_;
  Line& line_;
  const bool is_vertical_;
};

}  // namespace

void append_rubies(LayoutDocument& document, const InlineContent& content, const LinePlaces& places,
                   LineProgress& text, RubyProgress& progress, Line& line) {
  if (content.ruby) RubyDrawing(document, content, places, text, progress, line).run();
}

}  // namespace pubbuild
