// The strut of a line, widened by what is higher, lower or raised.
#include "layout/line_reach.h"

#include "layout/paragraph.h"

namespace pubbuild {

namespace {

// Raise of superior and inferior figures, in thousandths of the font size (CSS leaves it to the formatter).
constexpr int64_t super_raise = 350;
constexpr int64_t sub_raise = -150;

class Reach {
 public:
  Reach(Shaper& shaper, const InlineContent& content)
      : shaper_(shaper), content_(content), strut_(text_reach(shaper, *content.text.style)), reach_(strut_) {}

  void add_text(const StyleRun& run) {
    if (run.style == content_.text.style && run.raise == Length{}) return;
    const LineReach own = text_reach(shaper_, *run.style);
    const bool is_higher = own.above + own.below > strut_.above + strut_.below;
    if (run.edge != LineEdge::none) return add_at_edge(run.edge, own);
    if (is_higher || run.raise != Length{}) add(own, run.raise);
  }

  void add_object(const StyleRun& run, const InlineObject& object, NodeId picture) {
    if (run.edge != LineEdge::none) return add_at_edge(run.edge, {object.ascent, object.descent});
    if (picture != NodeId::none) {
      lines_above_ = max(lines_above_, object.ascent + run.raise - strut_.above);
      add({{}, object.descent}, run.raise);
    } else {
      add({object.ascent, object.descent}, run.raise);
    }
  }

  LineReach whole() const {
    LineReach whole = reach_;
    const Length step = max(strut_.above + strut_.below, points(1));
    if (lines_above_ > Length{}) {
      const int64_t lines = (lines_above_ + step - millipoints(1)).milli / step.milli;
      whole.above = max(whole.above, strut_.above + step * lines);
    }
    whole.below = max(whole.below, at_top_ - whole.above);
    whole.above = max(whole.above, at_bottom_ - whole.below);
    return whole;
  }

 private:
  void add(LineReach own, Length raise) {
    reach_.above = max(reach_.above, own.above + raise);
    reach_.below = max(reach_.below, own.below - raise);
  }

  void add_at_edge(LineEdge edge, LineReach own) {
    Length& height = edge == LineEdge::top ? at_top_ : at_bottom_;
    height = max(height, own.above + own.below);
  }

  Shaper& shaper_;
  const InlineContent& content_;
  const LineReach strut_;
  LineReach reach_;
  Length lines_above_;  // what pictures lack above the strut
  Length at_top_;       // heights of what hangs from the top of the line and stands on its bottom
  Length at_bottom_;
};

}  // namespace

LineReach text_reach(Shaper& shaper, const ComputedStyle& style) {
  const Length height = line_height_of(shaper, style);
  const Length above = baseline_of(shaper, style, height);
  return {above, height - above};
}

LineReach line_reach(Shaper& shaper, const InlineContent& content, const Prepared& prepared,
                     const SetLine& set, size_t next_object) {
  Reach reach(shaper, content);
  uint32_t run = no_box;
  for (size_t n = set.begin; n < set.end; ++n) {
    const Cluster& cluster = prepared.clusters[n];
    const StyleRun& style_run = content.text.runs[cluster.run];
    if (cluster.is_object) {
      reach.add_object(style_run, content.text.objects[next_object], content.objects[next_object].picture);
      ++next_object;
    } else if (cluster.run != run) {
      reach.add_text(style_run);
    }
    run = cluster.run;
  }
  return reach.whole();
}

Length raise_of(Shaper& shaper, const ComputedStyle& style, const ComputedStyle& around, LineReach own) {
  switch (style.vertical_align) {
    case VerticalAlign::super:
      return scaled(style.font_size, super_raise, 1000);
    case VerticalAlign::sub:
      return scaled(style.font_size, sub_raise, 1000);
    case VerticalAlign::length:
      return style.vertical_align_length;
    case VerticalAlign::middle:
      return (shaper.extents(around).x_height - own.above + own.below) / 2;
    case VerticalAlign::text_top:
      return shaper.extents(around).ascent - own.above;
    case VerticalAlign::text_bottom:
      return own.below - shaper.extents(around).descent;
    case VerticalAlign::baseline:
    case VerticalAlign::top:
    case VerticalAlign::bottom:
      return {};
  }
  return {};
}

LineEdge line_edge_of(const ComputedStyle& style) {
  return style.vertical_align == VerticalAlign::top      ? LineEdge::top
         : style.vertical_align == VerticalAlign::bottom ? LineEdge::bottom
                                                         : LineEdge::none;
}

}  // namespace pubbuild
