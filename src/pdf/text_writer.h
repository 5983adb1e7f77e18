// Glyph runs at their places → text-showing operators (ISO 32000-1 §9.4), as few as possible.
#pragma once

#include <cstdint>
#include <string>

#include "page/pages.h"
#include "pdf/embedded_font.h"
#include "pdf/ink.h"

namespace pubbuild::pdf {

// A font as a run shows it.
struct ShownFont {
  const EmbeddedFont& font;
  LineAxis axis;
  // Programs that copy text take a wider gap between glyphs of the run, or after its last, for a blank or a
  // new line: in thousandths of its size.
  int64_t parting_within;
  int64_t parting_after;
  int32_t advance(uint32_t glyph) const { return font.advance(glyph, axis); }
};

// Runs that follow each other go into one text object, those on one baseline into one array of TJ.
class TextWriter {
 public:
  TextWriter(std::string& out, InkState& ink, const FontBook& fonts) : out_(out), ink_(ink), fonts_(fonts) {}

  // There is something to draw, and a face to draw it in.
  bool can_show(const TextItem& item) const;
  // `x` and `y` (upwards) are where the item's origin lies on the page.
  void show(const TextItem& item, Length x, Length y);
  // Ends the text object, so that other operators may follow.
  void close();

 private:
  // How glyphs lie on the page: turned clockwise, or narrowed.
  struct Stance {
    bool is_turned = false;
    int64_t width_permille = 1000;
    bool operator==(const Stance&) const = default;
  };

  ShownFont font_of(const TextItem& item) const;
  void show_run(const TextItem& item, Length x, Length y, Stance stance);
  void show_upright(const TextItem& item, Length x, Length y);
  void show_combined(const TextItem& item, Length x, Length y);
  void carry_text(const TextItem& item, Length x, Length y, Length height);
  void open_text();
  void set_mode(const TextItem& item);
  void set_font(const GlyphRun& run, LineAxis axis);
  void move_to(Length x, Length y, Stance stance);
  void begin_line(Length x, Length y, Stance stance);
  void show_glyphs(const GlyphRun& run, const ShownFont& font);
  void show_clusters(const GlyphRun& run, const ShownFont& font);
  void show_with_space(const GlyphRun& run, const Cluster& cluster, const ShownFont& font);
  void show_glyph(const Glyph& glyph, const ShownFont& font);
  void set_spacing(Length spacing);
  void set_rise(int32_t rise);
  void move_across(int32_t offset);
  void adjust_to(int64_t target);
  void open_array();
  void close_array();
  void begin_actual_text(std::string_view text);
  void end_actual_text();

  std::string& out_;
  InkState& ink_;
  const FontBook& fonts_;
  bool in_text_ = false;
  bool in_array_ = false;
  // The text state, which outlives the text object.
  FontId font_ = FontId::none;
  LineAxis axis_ = LineAxis::horizontal;
  Length size_;
  int32_t rise_ = 0;
  Stance stance_;
  bool is_invisible_ = false;
  // Where the line begins, and where the next glyph is due, in thousandths of a point from there.
  Length line_x_;
  Length line_y_;
  int64_t due_ = 0;
  // How far the run was moved to the right of its vertical line.
  int32_t across_ = 0;
  // Where a viewer will put it, in ten-thousandths of an em from there.
  int64_t pen_ = 0;
};

}  // namespace pubbuild::pdf
