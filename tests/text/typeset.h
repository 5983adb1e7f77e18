// Lines of a text, as the text folder sets them: for tests.
#pragma once

#include <fstream>
#include <functional>
#include <list>
#include <sstream>
#include <string>
#include <vector>

#include "text/line_breaking.h"
#include "text/line_setting.h"
#include "text/prepare.h"

namespace pubbuild::testing {

inline Fonts& fonts() {
  static Fonts all = [] {
    std::ifstream file(PROJECT_DIR "/fonts/families.tsv");
    std::stringstream table;
    table << file.rdbuf();
    return Fonts({"/usr/share/fonts"}, table.str());
  }();
  return all;
}

using Change = std::function<void(ComputedStyle&)>;

// Part of a paragraph, its style made of the paragraph's.
struct Piece {
  std::string text;
  Change change = {};
  enum class Kind : uint8_t { text, note_mark } kind = Kind::text;
};

// One paragraph of ten-point text.
class Paragraph {
 public:
  explicit Paragraph(const std::string& text, const std::string& lang = "zh-Hans", const Change& change = {})
      : Paragraph(std::vector<Piece>{{text}}, lang, change) {}

  explicit Paragraph(const std::vector<Piece>& pieces, const std::string& lang = "zh-Hans",
                     const Change& change = {})
      : shaper_(fonts()) {
    style_.font_families = {"serif"};
    style_.font_size = points(10);
    style_.lang = lang;
    style_.line_break = LineBreak::strict;
    style_.overflow_wrap = OverflowWrap::break_word;
    if (change) change(style_);
    flat_.style = &style_;
    for (const Piece& piece : pieces) add(piece);
    prepared_ = prepare(flat_, shaper_);
  }

  const Prepared& prepared() const { return prepared_; }
  Shaper& shaper() { return shaper_; }

  // Advances in thousandths of an em, one a cluster, gaps after it included, inside of a line.
  std::vector<int32_t> advances() const {
    std::vector<int32_t> found;
    for (const Cluster& cluster : prepared_.clusters)
      found.push_back((cluster.advance + cluster.gap) * 100 / 1000);
    return found;
  }

  // The same in the lines at a measure in ems, as they are set.
  std::vector<std::vector<int32_t>> advances_when_set(int measure) const {
    std::vector<std::vector<int32_t>> found;
    for (const SetLine& line : set(measure)) {
      found.emplace_back();
      for (const int32_t advance : line.advance) found.back().push_back(advance * 100 / 1000);
    }
    return found;
  }

  // The texts of the lines at a measure in ems.
  std::vector<std::string> lines(int measure, Fit fit = Fit::justified) const {
    std::vector<std::string> found;
    for (const SetLine& line : set(measure, fit)) {
      const uint32_t from = prepared_.clusters[line.begin].begin;
      const uint32_t to = line.next < prepared_.clusters.size() ? prepared_.clusters[line.next].begin
                                                                : static_cast<uint32_t>(flat_.text.size());
      found.push_back(flat_.text.substr(from, to - from));
    }
    return found;
  }

  // The widths of the lines as set, in points.
  std::vector<Length> widths_when_set(int measure) const {
    std::vector<Length> found;
    for (const SetLine& line : set(measure)) found.push_back(line.width);
    return found;
  }

  std::vector<SetLine> set(int measure, Fit fit = Fit::justified) const {
    const LineWidths widths(prepared_.clusters);
    std::vector<SetLine> found;
    size_t begin = 0;
    const Length wide = points(10 * measure);
    for (const size_t end : choose_breaks(prepared_.clusters, widths, {wide, wide}, fit)) {
      const bool is_last = end == prepared_.clusters.size();
      found.push_back(
          set_line(prepared_.clusters, widths, begin, end, wide, is_last ? Adjust::shrink : Adjust::justify));
      begin = end;
    }
    return found;
  }

 private:
  void add(const Piece& piece) {
    styles_.push_back(style_);
    if (piece.change) piece.change(styles_.back());
    const auto begin = static_cast<uint32_t>(flat_.text.size());
    flat_.text += piece.text;
    flat_.runs.push_back({.begin = begin,
                          .end = static_cast<uint32_t>(flat_.text.size()),
                          .style = piece.change ? &styles_.back() : &style_,
                          .no_break_before = piece.kind == Piece::Kind::note_mark});
  }

  ComputedStyle style_;
  std::list<ComputedStyle> styles_;
  FlatText flat_;
  Shaper shaper_;
  Prepared prepared_;
};

}  // namespace pubbuild::testing
