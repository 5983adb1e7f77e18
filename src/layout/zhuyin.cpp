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
    const Length top = place_.at.y - part(symbols * symbol_size + dots * dot_height) / 2;
    Length y = top + part(dots * dot_height);
    carrier_ = std::min(text_.begin + static_cast<size_t>(dots + symbols / 2), text_.end - 1);
    for (size_t n = text_.begin; n < text_.end; ++n) {
      if (is_neutral(character(n))) draw_by_ink(n, {middle(), top + part(dot_height) / 2});
      if (is_tone(character(n))) draw_by_ink(n, {place_.at.x + part(tone_middle), y - part(symbol_size)});
      if (!is_symbol(n)) continue;
      draw_symbol(n, y);
      y += part(symbol_size);
    }
  }

 private:
  Length part(int64_t thirtieths) const { return scaled(place_.em, thirtieths, 30); }
  Length middle() const { return place_.at.x + part(symbol_size) / 2; }
  const Cluster& cluster(size_t n) const { return ruby_.prepared.clusters[n]; }
  char32_t character(size_t n) const {
    size_t at = cluster(n).begin;
    return utf8::decode(ruby_.texts.text.text, at);
  }
  bool is_symbol(size_t n) const { return !is_neutral(character(n)) && !is_tone(character(n)); }

  std::string whole_text() const {
    std::string text;
    for (size_t n = text_.begin; n < text_.end; ++n) text += utf8::encode(character(n));
    return text;
  }

  void draw_symbol(size_t n, Length top) {
    const Length size = part(symbol_size);
    const Length width =
        scaled(Length{cluster(n).advance}, size.milli, std::max<int64_t>(cluster(n).size, 1));
    draw(n, {middle() - width / 2, top + em_box_above(size)}, size);
  }

  void draw_by_ink(size_t n, Point middle_of_ink) {
    if (cluster(n).font == FontId::none) return;
    const Length size = part(tone_size);
    const Face& face = document_.shaper.fonts().face(cluster(n).font);
    hb_glyph_extents_t ink{};
    hb_font_get_glyph_extents(face.hb_font(), ruby_.prepared.glyphs[cluster(n).first_glyph].id, &ink);
    const Length x = millipoints(face.at_size(ink.x_bearing + ink.width / 2, size));
    const Length y = millipoints(face.at_size(ink.y_bearing + ink.height / 2, size));
    draw(n, {middle_of_ink.x - x, middle_of_ink.y + y}, size);
  }

  void draw(size_t n, Point origin, Length size) {
    if (cluster(n).font == FontId::none || cluster(n).glyph_count == 0) return;
    const ComputedStyle& style = *ruby_.texts.text.runs[cluster(n).run].style;
    TextItem item;
    item.origin = origin;
    item.structure = place_.structure;
    item.position = origin_of(ruby_.texts, cluster(n).begin);
    item.run.font = cluster(n).font;
    item.run.size = size;
    item.run.ink = ink_of(style.color);
    item.run.text = utf8::encode(character(n));
    item.actual_text = n == carrier_ ? whole_text() : "";
    const ShapedGlyph& glyph = ruby_.prepared.glyphs[cluster(n).first_glyph];
    item.run.glyphs.push_back({glyph.id, static_cast<int32_t>(size.milli), 0, 0, 0});
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
