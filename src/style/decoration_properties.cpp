// Values of the properties of lines and marks at text (CSS Text Decoration 4) → fields of the computed style.
#include "style/decoration_properties.h"

#include <algorithm>

#include "base/utf8.h"

namespace pubbuild::css {

namespace {

constexpr auto decoration_styles = std::to_array<Keyword<BorderStyle>>({{"solid", BorderStyle::solid},
                                                                        {"double", BorderStyle::double_},
                                                                        {"dotted", BorderStyle::dotted},
                                                                        {"dashed", BorderStyle::dashed},
                                                                        {"wavy", BorderStyle::wavy}});

using Underline = UnderlinePosition;

constexpr auto underline_lines = std::to_array<Keyword<Underline::Line>>(
    {{"from-font", Underline::Line::from_font}, {"under", Underline::Line::under}});

constexpr auto vertical_sides = std::to_array<Keyword<Underline::VerticalSide>>(
    {{"left", Underline::VerticalSide::left}, {"right", Underline::VerticalSide::right}});

struct Mark {
  std::string_view shape;
  std::string_view filled;
  std::string_view open;
};

// CSS Text Decoration 4 §3.1.
constexpr auto marks = std::to_array<Mark>({
    {"dot", "\u2022", "\u25E6"},
    {"circle", "\u25CF", "\u25CB"},
    {"double-circle", "\u25C9", "\u25CE"},
    {"triangle", "\u25B2", "\u25B3"},
    {"sesame", "\uFE45", "\uFE46"},
});

// Strings of several characters are cut after the first, as §3.1 allows.
std::string first_character(std::string_view text) {
  size_t end = 0;
  if (!text.empty()) utf8::decode(text, end);
  return std::string(text.substr(0, end));
}

std::string_view usual_shape(const ComputedStyle& style) {
  const bool is_upright =
      style.writing_mode == WritingMode::vertical_rl || style.writing_mode == WritingMode::vertical_lr;
  return is_upright ? "sesame" : "circle";
}

// `[ filled | open ] || shape`, in any order.
bool read_mark(Values& values, std::string_view usual, std::string& into) {
  std::string_view fill;
  std::string_view shape;
  while (!values.at_end()) {
    const Token& word = *values.peek();
    const auto known = std::ranges::find_if(marks, [&](const Mark& one) { return word.is_ident(one.shape); });
    if (fill.empty() && (word.is_ident("filled") || word.is_ident("open"))) {
      fill = word.is_ident("open") ? "open" : "filled";
    } else if (shape.empty() && known != marks.end()) {
      shape = known->shape;
    } else {
      return false;
    }
    values.take();
  }
  if (fill.empty() && shape.empty()) return false;
  const auto mark = std::ranges::find(marks, shape.empty() ? usual : shape, &Mark::shape);
  into = fill == "open" ? mark->open : mark->filled;
  return true;
}

}  // namespace

bool set_decoration_line(Computation& computation, Values& values) {
  TextDecoration& into = computation.style.text_decoration;
  into.underline = into.overline = into.line_through = false;
  if (values.take_ident("none")) return true;
  while (!values.at_end()) {
    bool* line = nullptr;
    if (values.peek()->is_ident("underline")) line = &into.underline;
    if (values.peek()->is_ident("overline")) line = &into.overline;
    if (values.peek()->is_ident("line-through")) line = &into.line_through;
    if (line == nullptr || *line) return false;
    *line = true;
    values.take();
  }
  return into.underline || into.overline || into.line_through;
}

bool set_decoration_style(Computation& computation, Values& values) {
  return read_keyword<decoration_styles>(values, computation.style.text_decoration.style);
}

bool set_decoration_color(Computation& computation, Values& values) {
  computation.decoration_color_said = true;
  return read_color(values, computation.style.color, computation.style.text_decoration.color);
}

// What `from-font` would say is what `auto` goes by.
bool set_decoration_thickness(Computation& computation, Values& values) {
  LengthOrPercent& into = computation.style.text_decoration.thickness;
  if (values.take_ident("from-font")) return into = auto_length, true;
  return read_auto_or_length(values, into);
}

void copy_decoration_line(Computation& computation, const ComputedStyle& from) {
  TextDecoration& into = computation.style.text_decoration;
  into.underline = from.text_decoration.underline;
  into.overline = from.text_decoration.overline;
  into.line_through = from.text_decoration.line_through;
}

void copy_decoration_style(Computation& computation, const ComputedStyle& from) {
  computation.style.text_decoration.style = from.text_decoration.style;
}

void copy_decoration_color(Computation& computation, const ComputedStyle& from) {
  computation.decoration_color_said = &from != &initial_style();
  computation.style.text_decoration.color = from.text_decoration.color;
}

void copy_decoration_thickness(Computation& computation, const ComputedStyle& from) {
  computation.style.text_decoration.thickness = from.text_decoration.thickness;
}

bool read_underline_position(Values& values, UnderlinePosition& into) {
  into = {};
  if (values.take_ident("auto")) return true;
  const bool side_first = read_keyword<vertical_sides>(values, into.vertical_side);
  const bool line = read_keyword<underline_lines>(values, into.line);
  return side_first || read_keyword<vertical_sides>(values, into.vertical_side) || line;
}

bool set_emphasis_style(Computation& computation, Values& values) {
  std::string& into = computation.style.text_emphasis.mark;
  if (values.take_ident("none")) return into.clear(), true;
  if (const auto text = values.take_string()) return into = first_character(*text), true;
  return read_mark(values, usual_shape(computation.style), into);
}

bool set_emphasis_color(Computation& computation, Values& values) {
  TextEmphasis& into = computation.style.text_emphasis;
  into.is_colored = values.peek() != nullptr && !values.peek()->is_ident("currentcolor");
  return read_color(values, computation.style.color, into.color);
}

void copy_emphasis_style(Computation& computation, const ComputedStyle& from) {
  computation.style.text_emphasis.mark = from.text_emphasis.mark;
}

void copy_emphasis_color(Computation& computation, const ComputedStyle& from) {
  computation.style.text_emphasis.color = from.text_emphasis.color;
  computation.style.text_emphasis.is_colored = from.text_emphasis.is_colored;
}

bool read_emphasis_position(Values& values, EmphasisPosition& into) {
  bool over_said = false;
  bool side_said = false;
  into = {};
  while (!values.at_end()) {
    const Token& word = *values.peek();
    const bool is_line = word.is_ident("over") || word.is_ident("under");
    const bool is_side = word.is_ident("left") || word.is_ident("right");
    if ((!is_line && !is_side) || (is_line ? over_said : side_said)) return false;
    (is_line ? over_said : side_said) = true;
    (is_line ? into.over : into.right) = word.is_ident("over") || word.is_ident("right");
    values.take();
  }
  return over_said;
}

}  // namespace pubbuild::css
