// A mark a character, each in the middle of its character's frame; those in a row are one run of glyphs.
#include "layout/emphasis_marks.h"

#include <cstdlib>

#include "base/utf8.h"
#include "layout/line_boxes.h"
#include "layout/paragraph.h"
#include "text/column.h"

namespace pubbuild {

namespace {

// Where the ink of marks ends that stand over their characters, and where that of those under them begins, in
// thousandths of the em above the baseline: an eighth of an em from the ink of ideographs.
constexpr int64_t over_from = 970;
constexpr int64_t under_from = -200;
// An underline comes first, marks below it (CLREQ, emphasis dots and proper noun marks).
constexpr int64_t underline_room = 120;

// Marks are set in half the size of their text (CSS Text Decoration 4 §3.4); those whose ink would be less of
// an em than this, as a bullet's mostly is, in more: they are to be seen.
constexpr int64_t least_ink_permille = 180;

struct Mark {
  const ComputedStyle* style = nullptr;
  FontId font = FontId::none;
  uint32_t glyph = 0;
  Length size;
  Length middle;  // of its ink, from its origin along the line
  Length top;     // of its ink, above its origin; in a vertical line to the right of it
  Length bottom;
};

class EmphasisMarks {
 public:
  EmphasisMarks(LayoutDocument& document, const InlineContent& content, const LinePlaces& places,
                std::vector<Item>& items)
      : document_(document), content_(content), places_(places), items_(items) {}

  void run() {
    for (size_t n = 0; n < places_.count();) {
      const uint32_t number = places_.cluster(n).run;
      size_t end = n + 1;
      while (end < places_.count() && places_.cluster(end).run == number) ++end;
      const StyleRun& run = content_.text.runs[number];
      if (!run.style->text_emphasis.mark.empty()) mark(run, n, end);
      n = end;
    }
  }

 private:
  void mark(const StyleRun& run, size_t begin, size_t end) {
    const Mark mark = mark_of(*run.style);
    if (mark.font == FontId::none) return;
    const Length y =
        places_.origin().baseline + letters_below_baseline(*run.style) - run.raise - rise(mark, run);
    for (size_t n = begin; n < end;) {
      size_t stop = n;
      while (stop < end && is_marked(stop)) ++stop;
      if (stop > n) items_.push_back(row(mark, n, stop, y));
      n = stop + 1;
    }
  }

  bool is_marked(size_t n) const {
    const Cluster& cluster = places_.cluster(n);
    size_t at = cluster.begin;
    return !cluster.is_object && takes_emphasis(utf8::decode(content_.text.text, at));
  }

  Mark mark_of(const ComputedStyle& style) {
    size_t at = 0;
    const char32_t character = utf8::decode(style.text_emphasis.mark, at);
    Mark mark;
    mark.style = &style;
    const ChosenFace chosen = document_.shaper.choose(document_.shaper.chain(style), character);
    if (chosen.font == FontId::none) return mark;
    const Face& face = document_.shaper.fonts().face(chosen.font);
    mark.font = chosen.font;
    mark.glyph = face.glyph(character);
    hb_glyph_extents_t ink{};
    hb_font_get_glyph_extents(face.hb_font(), mark.glyph, &ink);
    mark.size = size_of_mark(style.font_size, face.at_size(std::abs(ink.height), style.font_size));
    const auto at_size = [&](int32_t units) { return millipoints(face.at_size(units, mark.size)); };
    if (is_vertical(style)) {
      const int32_t left = ink.x_bearing - face.advance(mark.glyph) / 2;
      mark.middle = at_size(face.frame_top(mark.glyph) - ink.y_bearing - ink.height / 2);
      mark.top = at_size(left + ink.width);
      mark.bottom = at_size(left);
    } else {
      mark.middle = at_size(ink.x_bearing + ink.width / 2);
      mark.top = at_size(ink.y_bearing);
      mark.bottom = at_size(ink.y_bearing + ink.height);
    }
    return mark;
  }

  // `ink` is the mark's height in the size of the text.
  static Length size_of_mark(Length em, int32_t ink) {
    const int64_t least = scaled(em, least_ink_permille, 1000).milli;
    if (ink <= 0 || ink >= 2 * least) return em / 2;
    return min(scaled(em, least, ink), em);
  }

  // Of the marks' origin above the baseline.
  Length rise(const Mark& mark, const StyleRun& run) const {
    const Length em = run.style->font_size;
    const EmphasisPosition& position = run.style->text_emphasis_position;
    const bool is_over = is_vertical(*run.style) ? position.right : position.over;
    if (is_over) return run.over + scaled(em, over_from, 1000) - mark.bottom;
    const int64_t under = under_from - (is_underlined(run) ? underline_room : 0);
    return scaled(em, under, 1000) - run.under - mark.top;
  }

  bool is_underlined(const StyleRun& run) const {
    for (uint32_t box = run.box; box != no_box; box = content_.text.boxes[box].parent) {
      if (content_.text.boxes[box].style->text_decoration.underline) return true;
    }
    return false;
  }

  Length middle_of(size_t n) const {
    const Cluster& cluster = places_.cluster(n);
    return places_.pen(n) + Length{places_.shift(n)} + Length{cluster.advance - cluster.padding} / 2;
  }

  TextItem row(const Mark& mark, size_t begin, size_t end, Length y) const {
    TextItem item;
    item.origin = {middle_of(begin) - mark.middle, y};
    item.posture = is_vertical(*mark.style) ? Posture::upright : Posture::level;
    item.run.font = mark.font;
    item.run.size = mark.size;
    item.run.ink = ink_of(mark.style->text_emphasis.color);
    for (size_t n = begin; n < end; ++n) {
      const Length next = n + 1 < end ? middle_of(n + 1) : middle_of(n) + mark.size;
      item.run.glyphs.push_back({mark.glyph, static_cast<int32_t>((next - middle_of(n)).milli), 0, 0,
                                 static_cast<uint32_t>(item.run.text.size())});
      item.run.text += mark.style->text_emphasis.mark;
    }
    item.actual_text = "";
    return item;
  }

  LayoutDocument& document_;
  const InlineContent& content_;
  const LinePlaces& places_;
  std::vector<Item>& items_;
};

}  // namespace

void append_emphasis_marks(LayoutDocument& document, const InlineContent& content, const LinePlaces& places,
                           std::vector<Item>& items) {
  EmphasisMarks(document, content, places, items).run();
}

}  // namespace pubbuild
