// Rules, fills and frames of a page → path operators (ISO 32000-1 §8.5).
#include "pdf/drawing.h"

#include <algorithm>
#include <cstdlib>

#include "pdf/syntax.h"

namespace pubbuild::pdf {

namespace {

// A wave rises and falls by one and a half widths every three widths.
constexpr int64_t half_waves_a_width = 3;
// Enough for an underline of a hundredth of a point across a page; bounds what a hairline may cost.
constexpr int64_t most_half_waves = 20'000;

void append_numbers(std::string& out, std::initializer_list<Length> numbers, const char* operation) {
  for (const Length number : numbers) {
    append_length(out, number);
    out += ' ';
  }
  out += operation;
}

void append_rectangle(std::string& out, const Rect& area, PageSpace space) {
  append_numbers(out, {area.x, space.up(area.y + area.height), area.width, area.height}, "re\n");
}

void append_line(std::string& out, const StrokeItem& stroke, PageSpace space) {
  append_numbers(out, {stroke.from.x, space.up(stroke.from.y)}, "m ");
  append_numbers(out, {stroke.to.x, space.up(stroke.to.y)}, "l S\n");
}

// One curve a half wave; the control points lie at thirds of it, four thirds as far out as its crest. Only
// the longer of the two directions counts: waves run along lines of text.
void append_wave(std::string& out, const StrokeItem& stroke, PageSpace space) {
  const Length dx = stroke.to.x - stroke.from.x;
  const Length dy = stroke.to.y - stroke.from.y;
  const bool is_level = std::abs(dx.milli) >= std::abs(dy.milli);
  const Length along = is_level ? dx : -dy;
  const Length half = max(stroke.width * half_waves_a_width, millipoints(1));
  const int64_t count = std::clamp<int64_t>(std::abs(along.milli) / half.milli, 1, most_half_waves);
  const Length x = stroke.from.x;
  const Length y = space.up(stroke.from.y);
  append_numbers(out, {x, y}, "m\n");
  for (int64_t i = 0; i < count; ++i) {
    const Length out_by = i % 2 == 0 ? stroke.width * 2 : -(stroke.width * 2);
    for (const int64_t third : {1, 2, 3}) {
      const Length at = along * (3 * i + third) / (3 * count);
      const Length off = third < 3 ? out_by : Length{};
      append_numbers(out, {is_level ? x + at : x + off, is_level ? y + off : y + at}, third < 3 ? "" : "c\n");
    }
  }
  out += "S\n";
}

}  // namespace

std::string PageSpace::box(const Rect& area) const {
  std::string out;
  append_numbers(out, {area.x, up(area.y + area.height), area.x + area.width}, "");
  append_length(out, up(area.y));
  return out;
}

void append_fill(std::string& out, const Rect& area, PageSpace space) {
  append_rectangle(out, area, space);
  out += "f\n";
}

void append_frame(std::string& out, const FrameItem& frame, PageSpace space) {
  append_numbers(out, {frame.width}, "w\n");
  append_rectangle(out, frame.area, space);
  out += "S\n";
}

void append_stroke(std::string& out, const StrokeItem& stroke, PageSpace space) {
  append_numbers(out, {stroke.width}, "w\n");
  switch (stroke.style) {
    case StrokeStyle::solid:
      append_line(out, stroke, space);
      return;
    case StrokeStyle::wavy:
      append_wave(out, stroke, space);
      return;
    case StrokeStyle::dashed:
      out += '[';
      append_numbers(out, {stroke.width * 3, stroke.width * 2}, "] 0 d\n");
      append_line(out, stroke, space);
      out += "[] 0 d\n";
      return;
    case StrokeStyle::dotted:
      out += "1 J [0 ";
      append_numbers(out, {max(stroke.width * 2, millipoints(1))}, "] 0 d\n");
      append_line(out, stroke, space);
      out += "0 J [] 0 d\n";
      return;
  }
}

}  // namespace pubbuild::pdf
