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

void begin_dashes(std::string& out, StrokeStyle style, Length width) {
  if (style == StrokeStyle::dashed) {
    out += '[';
    append_numbers(out, {width * 3, width * 2}, "] 0 d\n");
  } else if (style == StrokeStyle::dotted) {
    out += "1 J [0 ";
    append_numbers(out, {max(width * 2, millipoints(1))}, "] 0 d\n");
  }
}

void end_dashes(std::string& out, StrokeStyle style) {
  if (style == StrokeStyle::dashed) out += "[] 0 d\n";
  if (style == StrokeStyle::dotted) out += "0 J [] 0 d\n";
}

void append_point(std::string& out, Point at, PageSpace space, const char* operation) {
  append_numbers(out, {at.x, space.up(at.y)}, operation);
}

void append_step(std::string& out, const PathStep& step, PageSpace space) {
  switch (step.kind) {
    case PathStep::Kind::move:
      append_point(out, step.to, space, "m\n");
      return;
    case PathStep::Kind::line:
      append_point(out, step.to, space, "l\n");
      return;
    case PathStep::Kind::curve:
      append_point(out, step.first_control, space, "");
      append_point(out, step.second_control, space, "");
      append_point(out, step.to, space, "c\n");
      return;
  }
}

// A clip holds until the state before it is taken up again.
void begin_clip(std::string& out, const std::vector<Point>& corners, PageSpace space) {
  out += "q\n";
  for (const Point& corner : corners)
    append_point(out, corner, space, &corner == &corners[0] ? "m\n" : "l\n");
  out += "h W n\n";
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

void append_path(std::string& out, const PathItem& path, PageSpace space) {
  const bool is_drawn = path.width > Length{};
  if (!path.clip.empty()) begin_clip(out, path.clip, space);
  if (is_drawn) append_numbers(out, {path.width}, "w\n");
  if (is_drawn) begin_dashes(out, path.style, path.width);
  for (const PathStep& step : path.steps) {
    if (step.kind == PathStep::Kind::move && &step != &path.steps[0]) out += "h\n";
    append_step(out, step, space);
  }
  out += is_drawn ? "s\n" : "f*\n";
  if (is_drawn) end_dashes(out, path.style);
  if (!path.clip.empty()) out += "Q\n";
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
    case StrokeStyle::dotted:
      begin_dashes(out, stroke.style, stroke.width);
      append_line(out, stroke, space);
      end_dashes(out, stroke.style);
      return;
  }
}

}  // namespace pubbuild::pdf
