// Lines of a text in one style, as the text folder sets them: for tests.
#pragma once

#include <fstream>
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

// One paragraph of ten-point text.
class Paragraph {
 public:
  explicit Paragraph(std::string text, std::string lang = "zh-Hans") : shaper_(fonts()) {
    style_.font_families = {"serif"};
    style_.font_size = points(10);
    style_.lang = std::move(lang);
    style_.line_break = LineBreak::strict;
    style_.overflow_wrap = OverflowWrap::break_word;
    flat_.style = &style_;
    flat_.runs.push_back({0, static_cast<uint32_t>(text.size()), &style_, 0, false});
    flat_.text = std::move(text);
    prepared_ = prepare(flat_, shaper_);
  }

  const Prepared& prepared() const { return prepared_; }
  Shaper& shaper() { return shaper_; }

  // Advances in thousandths of an em, one a cluster, gaps after it included.
  std::vector<int32_t> advances() const {
    std::vector<int32_t> found;
    for (const Cluster& cluster : prepared_.clusters)
      found.push_back((cluster.advance + cluster.gap) * 100 / 1000);
    return found;
  }

  // The texts of the lines at a measure in ems.
  std::vector<std::string> lines(int measure, Fit fit = Fit::justified) const {
    const LineWidths widths(prepared_.clusters);
    std::vector<std::string> found;
    size_t begin = 0;
    for (const size_t end :
         choose_breaks(prepared_.clusters, widths, {points(10 * measure), points(10 * measure)}, fit)) {
      const uint32_t from = prepared_.clusters[begin].begin;
      const uint32_t to = end < prepared_.clusters.size() ? prepared_.clusters[end].begin
                                                          : static_cast<uint32_t>(flat_.text.size());
      found.push_back(flat_.text.substr(from, to - from));
      begin = end;
    }
    return found;
  }

  // The widths of the lines as set, in points.
  std::vector<Length> widths_when_set(int measure) const {
    const LineWidths widths(prepared_.clusters);
    std::vector<Length> found;
    size_t begin = 0;
    const Length wide = points(10 * measure);
    for (const size_t end : choose_breaks(prepared_.clusters, widths, {wide, wide}, Fit::justified)) {
      const bool is_last = end == prepared_.clusters.size();
      found.push_back(
          set_line(prepared_.clusters, widths, begin, end, wide, is_last ? Adjust::shrink : Adjust::justify)
              .width);
      begin = end;
    }
    return found;
  }

 private:
  ComputedStyle style_;
  FlatText flat_;
  Shaper shaper_;
  Prepared prepared_;
};

}  // namespace pubbuild::testing
