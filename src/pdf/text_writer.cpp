// Glyph runs at their places → text-showing operators (ISO 32000-1 §9.4), as few as possible.
#include "pdf/text_writer.h"

#include <cassert>
#include <cstdlib>

#include "base/utf8.h"
#include "pdf/syntax.h"

namespace pubbuild::pdf {

namespace {

// A viewer's pen counts in ten-thousandths of an em; `pen * size / pen_units` are thousandths of a point.
constexpr int64_t pen_units = 10'000;
// Glyphs may stand this far from where they are due, in thousandths of a point: a hundredth of what a good
// imagesetter resolves, and it saves the numbers that rounding each advance would call for.
constexpr int64_t tolerance = 4;
// A gap of more ems than this starts a new line, so that readers of the text see a space or a column.
constexpr int64_t widest_adjustment = 2;

// Programs that copy text from a PDF take a gap or an overlap of more than a tenth of an em for a blank or a
// new line. Squeezed marks and the space between Han and Latin are neither: their characters are copied as
// one text. Of a vertical line poppler takes each upright character for a word, and those that are not close
// together for words with blanks between them.
constexpr int64_t parting_permille = 90;
constexpr int64_t parting_in_column = 10;
// The widest space that is set there; a wider gap is meant to part what stands at its sides.
constexpr int64_t widest_space_permille = 750;

// The baseline of glyphs that stand combined, below the top of their frame: that of Han characters.
constexpr int64_t baseline_permille = 880;

bool is_blank(std::string_view text) {
  return text == " " || text == "\u00A0" || text == "\u3000";
}

// How far the next glyph stands from what glyph `at` draws.
int64_t gap_after(const GlyphRun& run, size_t at, const ShownFont& font) {
  const Glyph& glyph = run.glyphs[at];
  const int64_t drawn = int64_t{font.advance(glyph.id)} * run.size.milli / 1000;
  const int64_t offset = at + 1 < run.glyphs.size() ? run.glyphs[at + 1].x_offset : 0;
  return glyph.advance + offset - glyph.x_offset - drawn;
}

std::string_view text_of_last_glyph(const GlyphRun& run, const Cluster& cluster) {
  const auto end = static_cast<size_t>(cluster.text.data() + cluster.text.size() - run.text.data());
  const size_t begin = run.glyphs[cluster.end - 1].cluster;
  return std::string_view(run.text).substr(begin, end - begin);
}

bool looks_parted(const GlyphRun& run, const Cluster& cluster, const ShownFont& font) {
  const int64_t gap = gap_after(run, cluster.end - 1, font);
  const bool is_last = cluster.end == run.glyphs.size();
  if (std::abs(gap) * 1000 <= run.size.milli * (is_last ? font.parting_after : font.parting_within))
    return false;
  if (gap * 1000 > run.size.milli * widest_space_permille) return false;
  return !is_blank(text_of_last_glyph(run, cluster));
}

// Where poppler would see gaps in an upright run or after it, its characters are copied as one text from
// there on, and from some before. Gives back where they begin.
constexpr size_t sharing_glyphs = 8;
size_t begin_of_tail(const GlyphRun& run, const ShownFont& font) {
  const size_t count = run.glyphs.size();
  if (font.axis == LineAxis::horizontal) return count;
  for (size_t first = 0; first < count; first = cluster_at(run, first).end) {
    if (looks_parted(run, cluster_at(run, first), font))
      return std::min(first, count - std::min(count, sharing_glyphs));
  }
  return count;
}

int64_t count_of_characters(std::string_view text) {
  int64_t count = 0;
  for (size_t at = 0; at < text.size(); ++count) utf8::decode(text, at);
  return count;
}

// What is added to the pen's way after the last glyph of a cluster for the white that follows to be its own.
// Poppler deals the whole way out among the characters of an upright cluster and takes an em for the last.
int64_t stretch_over_white(const GlyphRun& run, const Cluster& cluster, const ShownFont& font) {
  const int64_t white = looks_parted(run, cluster, font) ? gap_after(run, cluster.end - 1, font) : 0;
  const int64_t count = count_of_characters(cluster.text);
  if (font.axis == LineAxis::horizontal || count < 2) return white;
  int64_t drawn = int64_t{font.advance(run.glyphs[cluster.end - 1].id)} * run.size.milli / 1000;
  for (size_t i = cluster.first; i + 1 < cluster.end; ++i) drawn += run.glyphs[i].advance;
  return count * (drawn + white - run.size.milli) / (count - 1) - drawn;
}

Cluster joined(const Cluster& a, const Cluster& b) {
  return {a.first, b.end, std::string_view(a.text.data(), a.text.size() + b.text.size())};
}

TextItem without_text(TextItem item) {
  item.actual_text = "";
  return item;
}

}  // namespace

bool TextWriter::can_show(const TextItem& item) const {
  return fonts_.find(item.run.font) != nullptr && item.run.size.milli > 0 && !item.run.glyphs.empty();
}

void TextWriter::show(const TextItem& item, Length x, Length y) {
  if (!can_show(item)) return;
  switch (item.posture) {
    case Posture::level:
      return show_run(item, x, y, {});
    case Posture::sideways:
      return show_run(item, x, y, {.is_turned = true});
    case Posture::upright:
      return show_upright(item, x, y);
    case Posture::combined:
      return show_combined(item, x, y);
  }
}

ShownFont TextWriter::font_of(const TextItem& item) const {
  const EmbeddedFont& font = *fonts_.find(item.run.font);
  switch (item.posture) {
    case Posture::level:
      return {font, LineAxis::horizontal, parting_permille, parting_permille};
    case Posture::sideways:
      return {font, LineAxis::horizontal, parting_permille, parting_in_column};
    case Posture::upright:
    case Posture::combined:
      break;
  }
  return {font, LineAxis::vertical, parting_in_column, parting_in_column};
}

void TextWriter::show_run(const TextItem& item, Length x, Length y, Stance stance) {
  const bool is_upright = item.posture == Posture::upright;
  const ShownFont font = font_of(item);
  open_text();
  set_mode(item);
  set_font(item.run, font.axis);
  // The pen of an upright glyph stands at the lower left corner of its frame.
  if (is_upright) {
    move_to(x - item.run.size / 2, y - item.run.size, stance);
  } else {
    move_to(x, y, stance);
  }
  if (item.actual_text) {
    begin_actual_text(*item.actual_text);
    show_glyphs(item.run, font);
    end_actual_text();
  } else {
    show_clusters(item.run, font);
  }
}

void TextWriter::show_upright(const TextItem& item, Length x, Length y) {
  const ShownFont font = font_of(item);
  const bool is_alone = item.run.glyphs.size() == 1 && !item.actual_text &&
                        count_of_characters(cluster_at(item.run, 0).text) == 1;
  if (!is_alone || !looks_parted(item.run, cluster_at(item.run, 0), font)) return show_run(item, x, y, {});
  // Letters may be spaced so that nothing is left of the height.
  const Length height = item.run.size + Length{gap_after(item.run, 0, font)};
  carry_text(item, x, y, max(height, item.run.size / 2));
  show_run(without_text(item), x, y, {});
}

void TextWriter::show_combined(const TextItem& item, Length x, Length y) {
  const Length em = item.run.size;
  TextItem drawn = without_text(item);
  drawn.posture = Posture::level;
  const ShownFont font = font_of(drawn);
  Length height;
  Length width;
  for (Glyph& glyph : drawn.run.glyphs) {
    height += Length{glyph.advance};
    glyph.advance = static_cast<int32_t>(scaled(em, font.advance(glyph.id), 1000).milli);
    width += Length{glyph.advance};
  }
  carry_text(item, x, y, max(height, em / 2));
  const int64_t permille = width > em ? em.milli * 1000 / width.milli : 1000;
  show_run(drawn, x - min(width, em) / 2, y - scaled(em, baseline_permille, 1000), {false, permille});
}

// Programs that copy text follow the vertical line: where what is drawn is not as high in it as it is in the
// text, an unseen glyph of that height stands for it.
void TextWriter::carry_text(const TextItem& item, Length x, Length y, Length height) {
  TextItem carrier = item;
  carrier.posture = Posture::upright;
  carrier.invisible = true;
  carrier.actual_text = item.actual_text.value_or(item.run.text);
  carrier.run.size = height;
  Glyph& glyph = carrier.run.glyphs[0];
  glyph = {glyph.id, static_cast<int32_t>(height.milli), 0, 0, 0};
  carrier.run.glyphs.resize(1);
  // Poppler deals the way of the pen out among the characters: here all stand in one place.
  const bool is_one = count_of_characters(*carrier.actual_text) < 2;
  close_array();
  if (!is_one) set_spacing(height);
  show_run(carrier, x, y, {});
  close_array();
  if (!is_one) set_spacing({});
  due_ = INT64_MAX;
}

void TextWriter::close() {
  if (!in_text_) return;
  close_array();
  out_ += "ET\n";
  in_text_ = false;
}

void TextWriter::open_text() {
  if (in_text_) return;
  out_ += "BT\n";
  in_text_ = true;
  line_x_ = line_y_ = {};
  due_ = pen_ = 0;
  stance_ = {};
}

void TextWriter::set_mode(const TextItem& item) {
  if (item.invisible != is_invisible_) {
    close_array();
    out_ += item.invisible ? "3 Tr\n" : "0 Tr\n";
    is_invisible_ = item.invisible;
  }
  if (ink_.fills(item.run.ink) || item.invisible) return;
  close_array();
  ink_.fill(item.run.ink);
}

// The pen counts in ems of this size, so that another size starts from the line's beginning.
void TextWriter::set_font(const GlyphRun& run, LineAxis axis) {
  if (run.font == font_ && run.size == size_ && axis == axis_) return;
  close_array();
  out_ += '/';
  out_ += font_name(run.font, axis);
  out_ += ' ';
  append_length(out_, run.size);
  out_ += " Tf\n";
  font_ = run.font;
  axis_ = axis;
  size_ = run.size;
  pen_ = 0;
  due_ = INT64_MAX;  // no run continues another font's
}

void TextWriter::move_to(Length x, Length y, Stance stance) {
  if (!(stance == stance_) || stance.width_permille != 1000) return begin_line(x, y, stance);
  const Length right = x - line_x_;
  const Length up = y - line_y_;
  const bool is_vertical = stance.is_turned || axis_ == LineAxis::vertical;
  const Length along = is_vertical ? -up : right;
  const Length across = is_vertical ? right : up;
  if (across == Length{} && due_ != INT64_MAX &&
      std::abs(along.milli - due_) <= widest_adjustment * size_.milli) {
    due_ = along.milli;
    return;
  }
  close_array();
  append_length(out_, stance.is_turned ? along : right);
  out_ += ' ';
  append_length(out_, stance.is_turned ? across : up);
  out_ += " Td\n";
  line_x_ = x;
  line_y_ = y;
  due_ = pen_ = across_ = 0;
}

// §9.4.2: the matrix of the text, with where its line begins.
void TextWriter::begin_line(Length x, Length y, Stance stance) {
  close_array();
  if (stance.is_turned) {
    out_ += "0 -1 1 0 ";
  } else {
    append_thousandths(out_, stance.width_permille);
    out_ += " 0 0 1 ";
  }
  append_length(out_, x);
  out_ += ' ';
  append_length(out_, y);
  out_ += " Tm\n";
  stance_ = stance;
  line_x_ = x;
  line_y_ = y;
  due_ = pen_ = across_ = 0;
}

void TextWriter::show_clusters(const GlyphRun& run, const ShownFont& font) {
  const size_t tail = begin_of_tail(run, font);
  for (size_t first = 0; first < run.glyphs.size();) {
    if (first >= tail) {
      const std::string_view text = std::string_view(run.text).substr(run.glyphs[first].cluster);
      return show_with_space(run, {first, run.glyphs.size(), text}, font);
    }
    Cluster cluster = cluster_at(run, first);
    bool is_plain =
        cluster.end - first == 1 && font.font.usage().is_copied_as(run.glyphs[first].id, cluster.text);
    while (cluster.end < run.glyphs.size() && looks_parted(run, cluster, font) &&
           !is_blank(cluster_at(run, cluster.end).text)) {
      cluster = joined(cluster, cluster_at(run, cluster.end));
      is_plain = false;
    }
    if (cluster.end == run.glyphs.size() && looks_parted(run, cluster, font)) {
      show_with_space(run, {first, cluster.end, cluster.text}, font);
      return;
    }
    if (!is_plain) begin_actual_text(cluster.text);
    for (size_t i = first; i < cluster.end; ++i) show_glyph(run.glyphs[i], font);
    if (!is_plain) end_actual_text();
    first = cluster.end;
  }
}

// What follows may belong to another element, a link say, so that no text can hold both sides of the space:
// here the last glyph is made as wide as the space reaches.
void TextWriter::show_with_space(const GlyphRun& run, const Cluster& cluster, const ShownFont& font) {
  begin_actual_text(cluster.text);
  for (size_t i = cluster.first; i + 1 < cluster.end; ++i) show_glyph(run.glyphs[i], font);
  close_array();
  // §9.3.2: a negative number makes vertical lines longer.
  const int64_t stretch = stretch_over_white(run, cluster, font);
  set_spacing(Length{font.axis == LineAxis::vertical ? -stretch : stretch});
  show_glyph(run.glyphs[cluster.end - 1], font);
  close_array();
  set_spacing({});
  end_actual_text();
  due_ = INT64_MAX;  // the pen went further than it counts
}

void TextWriter::show_glyphs(const GlyphRun& run, const ShownFont& font) {
  for (const Glyph& glyph : run.glyphs) show_glyph(glyph, font);
}

void TextWriter::show_glyph(const Glyph& glyph, const ShownFont& font) {
  assert(glyph.id != 0 && glyph.id < font.font.face().glyph_count());
  if (glyph.id != 0 && glyph.id < font.font.face().glyph_count()) {
    const bool is_vertical = font.axis == LineAxis::vertical;
    const int32_t rise = is_vertical ? 0 : glyph.y_offset;
    if (rise != rise_) set_rise(rise);
    if (is_vertical && glyph.y_offset != across_) move_across(glyph.y_offset);
    adjust_to(due_ + glyph.x_offset);
    open_array();
    append_code(out_, font.font.code(glyph.id));
    pen_ += int64_t{font.advance(glyph.id)} * (pen_units / 1000);
  }
  due_ += glyph.advance;
}

void TextWriter::set_spacing(Length spacing) {
  append_length(out_, spacing);
  out_ += " Tc\n";
}

void TextWriter::set_rise(int32_t rise) {
  close_array();
  append_thousandths(out_, rise);
  out_ += " Ts\n";
  rise_ = rise;
}

// A rise would move glyphs along a vertical line, so that the line itself is moved, and begins anew where it
// has come to.
void TextWriter::move_across(int32_t offset) {
  close_array();
  append_thousandths(out_, offset - across_);
  out_ += ' ';
  append_thousandths(out_, -due_);
  out_ += " Td\n";
  line_x_ += Length{offset - across_};
  line_y_ -= Length{due_};
  due_ = pen_ = 0;
  across_ = offset;
}

// Numbers in a TJ array move to the left or, in a vertical line, downwards, in thousandths of an em.
void TextWriter::adjust_to(int64_t target) {
  const int64_t error = target * pen_units - pen_ * size_.milli;
  if (std::abs(error) <= tolerance * pen_units) return;
  const int64_t half = error < 0 ? -size_.milli / 2 : size_.milli / 2;
  const int64_t step = (error + half) / size_.milli;
  if (step == 0) return;
  out_ += in_array_ ? ">" : "[";
  append_thousandths(out_, axis_ == LineAxis::vertical ? step * 100 : -step * 100);
  out_ += '<';
  in_array_ = true;
  pen_ += step;
}

void TextWriter::open_array() {
  if (in_array_) return;
  out_ += "[<";
  in_array_ = true;
}

void TextWriter::close_array() {
  if (!in_array_) return;
  out_ += ">]TJ\n";
  in_array_ = false;
}

void TextWriter::begin_actual_text(std::string_view text) {
  close_array();
  out_ += "/Span<</ActualText";
  out_ += text_string(text);
  out_ += ">>BDC\n";
}

void TextWriter::end_actual_text() {
  close_array();
  out_ += "EMC\n";
}

}  // namespace pubbuild::pdf
