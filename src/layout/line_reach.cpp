// The strut of a line, widened by what is higher, lower or raised.
#include "layout/line_reach.h"

#include "layout/em_box.h"
#include "layout/paragraph.h"

namespace pubbuild {

namespace {

// Raise of superior and inferior figures, in thousandths of the font size (CSS leaves it to the formatter).
constexpr int64_t super_raise = 350;
constexpr int64_t sub_raise = -150;

class Reach {
 public:
  Reach(Shaper& shaper, const InlineContent& content, Length under)
      : shaper_(shaper),
        content_(content),
        strut_(text_reach(shaper, *content.text.style)),
        reach_(strut_),
        under_before_(under) {}

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

  // Annotations stand in the leading on their side of the line, as far as it has room.
  void add_annotations(const StyleRun& run, LineReach em_box) {
    const Length em = content_.text.style->font_size;
    const Length leading = strut_.above + strut_.below - em;
    if (run.over > Length{}) {
      const Length above = em_box.above + run.raise + run.over - em_box_above(em);
      lines_above_ = max(lines_above_, above - max(leading - under_before_, Length{}));
    }
    if (run.under > Length{}) under_ = max(under_, em_box.below - run.raise + run.under - em_box_below(em));
    leading_ = leading;
  }

  LineReach whole() const {
    LineReach whole = reach_;
    if (lines_above_ > Length{}) whole.above = max(whole.above, strut_.above + steps(lines_above_));
    const Length below = under_ > leading_ ? steps(under_ - leading_) : Length{};
    whole.below = max(whole.below, strut_.below + below);
    whole.under = max(under_ - below, Length{});
    whole.below = max(whole.below, at_top_ - whole.above);
    whole.above = max(whole.above, at_bottom_ - whole.below);
    return whole;
  }

  static LineReach em_box_of(const ComputedStyle& style) {
    return {em_box_above(style.font_size), em_box_below(style.font_size)};
  }

 private:
  // Whole lines that make so much room.
  Length steps(Length room) const {
    const Length step = max(strut_.above + strut_.below, points(1));
    return step * ((room + step - millipoints(1)).milli / step.milli);
  }

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
  const Length under_before_;
  Length lines_above_;  // what pictures and annotations lack above the strut
  Length under_;        // what annotations take below the em box
  Length leading_;
  Length at_top_;  // heights of what hangs from the top of the line and stands on its bottom
  Length at_bottom_;
};

}  // namespace

LineReach text_reach(Shaper& shaper, const ComputedStyle& style) {
  const Length height = line_height_of(shaper, style);
  const Length above = baseline_of(shaper, style, height);
  return {above, height - above};
}

LineReach line_reach(Shaper& shaper, const InlineContent& content, const Prepared& prepared,
                     const SetLine& set, LineStart start) {
  Reach reach(shaper, content, start.under);
  uint32_t run = no_box;
  for (size_t n = set.begin; n < set.end; ++n) {
    const Cluster& cluster = prepared.clusters[n];
    const StyleRun& style_run = content.text.runs[cluster.run];
    if (cluster.is_object) {
      const InlineObject& object = content.text.objects[start.next_object];
      reach.add_object(style_run, object, content.objects[start.next_object].picture);
      reach.add_annotations(style_run, {object.ascent, object.descent});
      ++start.next_object;
    } else if (cluster.run != run) {
      reach.add_text(style_run);
      reach.add_annotations(style_run, Reach::em_box_of(*style_run.style));
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
