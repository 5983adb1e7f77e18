// Lays a paragraph out: prepare, break, set, draw.
#include "layout/paragraph.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/element_marks.h"
#include "layout/line_items.h"
#include "layout/line_reach.h"
#include "layout/ruby_items.h"
#include "text/line_breaking.h"
#include "text/line_setting.h"
#include "text/prepare.h"

namespace pubbuild {

namespace {

// The first place of the character in the source of its text.
Span span_of_character(const LayoutDocument& document, TreePosition position, const std::string& character) {
  if (position.node == NodeId::none) return {};
  Span span = document.tree().span(position.node);
  const size_t found = document.sources.text(span).find(character);
  if (found == std::string_view::npos) return span;
  span.begin += static_cast<uint32_t>(found);
  span.end = span.begin + static_cast<uint32_t>(character.size());
  return span;
}

// One diagnostic a character, however often it stands there.
void report_missing(LayoutDocument& document, const InlineContent& content, const Prepared& prepared) {
  for (size_t n = 0; n < prepared.missing.size(); ++n) {
    const char32_t c = prepared.missing[n];
    if (!document.reported_missing.insert(c).second) continue;
    constexpr char digits[] = "0123456789ABCDEF";
    std::string number;
    for (char32_t rest = c; rest > 0 || number.size() < 4; rest >>= 4)
      number.insert(number.begin(), digits[rest & 15]);
    const std::string character = utf8::encode(c);
    const Span span = span_of_character(document, origin_of(content, prepared.missing_at[n]), character);
    document.diagnostics.warning("glyph-missing", span,
                                 "no font has the character " + character + " (U+" + number + ")",
                                 "a box stands in its place; install a font that covers it");
  }
}

TextAlign used_align(const ComputedStyle& style, bool is_last_line) {
  if (!is_last_line) return style.text_align;
  if (style.text_align_last != TextAlign::auto_) return style.text_align_last;
  return style.text_align == TextAlign::justify ? TextAlign::start : style.text_align;
}

// CSS Text 3 §7.1: the start is where lines begin by their direction.
TextAlign physical(TextAlign align, Direction direction) {
  const bool is_rtl = direction == Direction::rtl;
  if (align == TextAlign::start) return is_rtl ? TextAlign::right : TextAlign::left;
  if (align == TextAlign::end) return is_rtl ? TextAlign::left : TextAlign::right;
  return align;
}

Fit fit_of(const ComputedStyle& style) {
  if (style.text_wrap == TextWrap::balance) return Fit::balanced;
  return style.text_align == TextAlign::justify ? Fit::justified : Fit::ragged;
}

Length shift_of(TextAlign align, Length room) {
  switch (align) {
    case TextAlign::center:
      return max(room / 2, Length{});
    case TextAlign::end:
    case TextAlign::right:
      return max(room, Length{});
    case TextAlign::auto_:
    case TextAlign::start:
    case TextAlign::left:
    case TextAlign::justify:
      return {};
  }
  return {};
}

// Whether the narrowest lines may end there: emergency ends count where the style says so (CSS Text 3 §5.5).
bool is_least_end(const InlineContent& content, const Cluster& cluster) {
  const ComputedStyle& style = *content.text.runs[cluster.run].style;
  const bool anywhere =
      style.overflow_wrap == OverflowWrap::anywhere || style.word_break == WordBreak::break_word;
  return cluster.line_end == LineEnd::allowed || cluster.line_end == LineEnd::forced ||
         (cluster.line_end == LineEnd::emergency && anywhere);
}

class ParagraphLayout {
 public:
  ParagraphLayout(LayoutDocument& document, const InlineContent& content, ParagraphPlace place)
      : document_(document), content_(content), place_(place), style_(*content.text.style) {}

  std::vector<Line> run() {
    const Prepared prepared = prepare(content_.text, document_.shaper);
    report_missing(document_, content_, prepared);
    if (content_.ruby) report_missing(document_, content_.ruby->texts, content_.ruby->prepared);
    if (prepared.clusters.empty()) return {};
    const LineWidths widths(prepared.clusters);
    const Length measure = max(place_.measure, style_.font_size);
    const Measures measures{measure - indent_of(FirstLine::yes), measure - indent_of(FirstLine::no),
                            first_lines()};
    const std::vector<size_t> ends = choose_breaks(prepared.clusters, widths, measures, fit_of(style_));
    std::vector<Line> lines;
    lines.reserve(ends.size());
    size_t begin = 0;
    for (const size_t end : ends) {
      const bool is_last =
          end == prepared.clusters.size() || prepared.clusters[end - 1].line_end == LineEnd::forced;
      lines.push_back(make_line(prepared, widths, begin, end, is_last));
      begin = end;
    }
    return lines;
  }

 private:
  enum class FirstLine : uint8_t { no, yes };

  // CSS Text 3 §8.1: `hanging` turns round which lines are indented, `each-line` counts lines after a forced
  // break.
  Length indent_of(FirstLine first) const {
    const bool is_first = first == FirstLine::yes;
    return is_first != style_.text_indent.hanging ? style_.text_indent.amount.of(place_.measure) : Length{};
  }
  Measures::FirstLines first_lines() const {
    return style_.text_indent.each_line ? Measures::FirstLines::each_forced : Measures::FirstLines::paragraph;
  }

  Line make_line(const Prepared& prepared, const LineWidths& widths, size_t begin, size_t end, bool is_last) {
    const bool is_first = is_first_line(prepared.clusters, begin, first_lines());
    const Length indent = indent_of(is_first ? FirstLine::yes : FirstLine::no);
    const Length measure = max(place_.measure, style_.font_size) - indent;
    const TextAlign align = used_align(style_, is_last);
    const Adjust adjust = align == TextAlign::justify               ? Adjust::justify
                          : style_.text_align == TextAlign::justify ? Adjust::shrink
                                                                    : Adjust::none;
    const SetLine set = set_line(prepared.clusters, widths, begin, end, measure, adjust);
    const LineReach reach =
        line_reach(document_.shaper, content_, prepared, set, {progress_.next_object, under_});
    under_ = reach.under;
    Line line;
    line.height = reach.above + reach.below;
    line.baseline = reach.above;
    const bool is_rtl = style_.direction == Direction::rtl;
    const Length x = place_.x + (is_rtl ? Length{} : indent) +
                     shift_of(physical(align, style_.direction), measure - set.width);
    const LinePlaces places(content_, prepared, set, {x, line.baseline, place_.structure});
    append_line_items(document_, content_, places, progress_, line);
    append_rubies(document_, content_, places, progress_, rubies_, line);
    mark_line(prepared, begin, end, line);
    return line;
  }

  // Anchors stand in the order of the text, as lines do.
  void mark_line(const Prepared& prepared, size_t begin, size_t end, Line& line) {
    const uint32_t first = prepared.clusters[begin].begin;
    const uint32_t last = end < prepared.clusters.size() ? prepared.clusters[end].begin : UINT32_MAX;
    line.marks.first = origin_of(content_, first);
    for (; next_anchor_ < content_.anchors.size() && content_.anchors[next_anchor_].flat < last;
         ++next_anchor_) {
      add_marks(document_, content_.anchors[next_anchor_].element, line.marks);
    }
  }

  LayoutDocument& document_;
  const InlineContent& content_;
  const ParagraphPlace place_;
  const ComputedStyle& style_;
  LineProgress progress_;
  RubyProgress rubies_;
  Length under_;  // what hangs from the last line into the leading
  size_t next_anchor_ = 0;
};

}  // namespace

std::vector<Line> lay_out_paragraph(LayoutDocument& document, const InlineContent& content,
                                    ParagraphPlace place) {
  if (content.is_blank()) return {};
  return ParagraphLayout(document, content, place).run();
}

ContentWidths content_widths(LayoutDocument& document, const InlineContent& content) {
  ContentWidths found;
  if (content.is_blank()) return found;
  const Prepared prepared = prepare(content.text, document.shaper);
  const LineWidths widths(prepared.clusters);
  size_t line_begin = 0;
  size_t piece_begin = 0;
  for (size_t n = 0; n < prepared.clusters.size(); ++n) {
    const LineEnd end = prepared.clusters[n].line_end;
    const bool is_last = n + 1 == prepared.clusters.size();
    if (!is_least_end(content, prepared.clusters[n]) && !is_last) continue;
    found.narrowest = max(found.narrowest, millipoints(widths.line(piece_begin, n + 1, 0).natural));
    piece_begin = n + 1;
    if (end != LineEnd::forced && !is_last) continue;
    found.widest = max(found.widest, millipoints(widths.line(line_begin, n + 1, endless_measure).natural));
    line_begin = n + 1;
  }
  return found;
}

std::vector<Item> set_text(LayoutDocument& document, const std::string& text, const ComputedStyle& style,
                           Point origin, Length& width) {
  const InlineContent content = inline_text(text, style);
  const Prepared prepared = prepare(content.text, document.shaper);
  report_missing(document, content, prepared);
  const LineWidths widths(prepared.clusters);
  const SetLine set =
      set_line(prepared.clusters, widths, 0, prepared.clusters.size(), longest_length, Adjust::none);
  width = set.width;
  Line line;
  LineProgress progress;
  const LinePlaces places(content, prepared, set, {origin.x, origin.y, StructureId::artifact});
  append_line_items(document, content, places, progress, line);
  return std::move(line.items);
}

Ink ink_of(Color color) {
  const auto on_white = [&](uint8_t channel) {
    return static_cast<uint8_t>((channel * color.alpha + 255 * (255 - color.alpha) + 127) / 255);
  };
  return {on_white(color.red), on_white(color.green), on_white(color.blue)};
}

Length line_height_of(Shaper& shaper, const ComputedStyle& style) {
  const Shaper::Extents extents = shaper.extents(style);
  return used_line_height(style, max(extents.ascent + extents.descent, scaled(style.font_size, 12, 10)));
}

Length baseline_of(Shaper& shaper, const ComputedStyle& style, Length line_height) {
  const Shaper::Extents extents = shaper.extents(style);
  return (line_height - (extents.ascent + extents.descent)) / 2 + extents.ascent;
}

}  // namespace pubbuild
