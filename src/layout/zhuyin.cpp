// Stacks bopomofo: each symbol is placed by its frame, each tone by its ink.
#include "layout/zhuyin.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/em_box.h"
#include "layout/paragraph.h"

namespace pubbuild {

namespace {

// In thirtieths of the em of the character.
constexpr int64_t symbol_size = 9;
constexpr int64_t dot_height = 2;
constexpr int64_t tone_middle = 12;  // from the character to the middle of the tone
// A tone's ink is about a third of its em.
constexpr int64_t tone_size = 12;

bool is_neutral(char32_t c) {
  return c == 0x02D9;
}

bool is_tone(char32_t c) {
  return c >= 0x02C7 && c <= 0x02EB && !is_neutral(c);
}

class Column {
 public:
  Column(LayoutDocument& document, const RubyContent& ruby, ZhuyinText text, ZhuyinPlace place,
         std::vector<Item>& items)
      : document_(document), ruby_(ruby), place_(place), text_(text), items_(items) {}

  void run() {
    int64_t symbols = 0;
    int64_t dots = 0;
    for (size_t n = text_.begin; n < text_.end; ++n) {
      symbols += is_symbol(n);
      dots += is_neutral(character(n));
    }
    const Length top = Length{} - part(symbols * symbol_size + dots * dot_height) / 2;
    Length y = top + part(dots * dot_height);
    carrier_ = std::min(text_.begin + static_cast<size_t>(dots + symbols / 2), text_.end - 1);
    for (size_t n = text_.begin; n < text_.end; ++n) {
      if (!has_glyph(n)) continue;
      if (is_neutral(character(n))) draw_by_ink(n, {column_middle(), top + part(dot_height) / 2});
      if (is_tone(character(n))) draw_by_ink(n, {part(tone_middle), y - part(symbol_size)});
      if (!is_symbol(n)) continue;
      draw_symbol(n, y);
      y += part(symbol_size);
    }
  }

 private:
  // Points are told rightwards and downwards from the middle of the character's right edge, as they look.
  Length part(int64_t thirtieths) const { return scaled(place_.em, thirtieths, 30); }
  Length column_middle() const { return part(symbol_size) / 2; }
  const Cluster& cluster(size_t n) const { return ruby_.prepared.clusters[n]; }
  char32_t character(size_t n) const {
    size_t at = cluster(n).begin;
    return utf8::decode(ruby_.texts.text.text, at);
  }
  bool is_symbol(size_t n) const { return !is_neutral(character(n)) && !is_tone(character(n)); }

  bool has_glyph(size_t n) const { return cluster(n).font != FontId::none && cluster(n).glyph_count > 0; }
  const Face& face_of(size_t n) const { return document_.shaper.fonts().face(cluster(n).font); }
  // The form for level lines: a column of bopomofo is the same in both.
  uint32_t glyph_of(size_t n) const { return face_of(n).glyph(character(n)); }

  // Right of a vertical line is before it.
  Point in_line(Point at) const {
    if (place_.is_vertical) return {place_.at.x + at.y, place_.at.y - at.x};
    return {place_.at.x + at.x, place_.at.y + at.y};
  }

  std::string whole_text() const {
    std::string text;
    for (size_t n = text_.begin; n < text_.end; ++n) text += utf8::encode(character(n));
    return text;
  }

  void draw_symbol(size_t n, Length top) {
    const Length size = part(symbol_size);
    const Length width = millipoints(face_of(n).at_size(face_of(n).advance(glyph_of(n)), size));
    draw(n, {column_middle() - width / 2, top + em_box_above(size)}, size);
  }

  void draw_by_ink(size_t n, Point middle_of_ink) {
    const Length size = part(tone_size);
    hb_glyph_extents_t ink{};
    hb_font_get_glyph_extents(face_of(n).hb_font(), glyph_of(n), &ink);
    const Length x = millipoints(face_of(n).at_size(ink.x_bearing + ink.width / 2, size));
    const Length y = millipoints(face_of(n).at_size(ink.y_bearing + ink.height / 2, size));
    draw(n, {middle_of_ink.x - x, middle_of_ink.y + y}, size);
  }

  void draw(size_t n, Point origin, Length size) {
    const ComputedStyle& style = *ruby_.texts.text.runs[cluster(n).run].style;
    TextItem item;
    item.origin = in_line(origin);
    item.structure = place_.structure;
    item.position = origin_of(ruby_.texts, cluster(n).begin);
    item.run.font = cluster(n).font;
    item.run.size = size;
    item.run.ink = ink_of(style.color);
    item.run.text = utf8::encode(character(n));
    item.actual_text = n == carrier_ ? whole_text() : "";
    item.run.glyphs.push_back({glyph_of(n), static_cast<int32_t>(size.milli), 0, 0, 0});
    items_.push_back(std::move(item));
  }

  LayoutDocument& document_;
  const RubyContent& ruby_;
  const ZhuyinPlace place_;
  const ZhuyinText text_;
  size_t carrier_ = 0;  // the one at half the height: all is copied with it
  std::vector<Item>& items_;
};

}  // namespace

void append_zhuyin(LayoutDocument& document, const RubyContent& ruby, ZhuyinText text, ZhuyinPlace place,
                   std::vector<Item>& items) {
  Column(document, ruby, text, place, items).run();
}

}  // namespace pubbuild
