// Values of the properties of boxes, lists, tables and pages → fields of the computed style.
#include "style/box_properties.h"

#include <utility>

#include "style/counter_style_rules.h"

namespace pubbuild::css {

namespace {

// What rule-lines are thick where it is not said; lines closer than a point are a tint, and too many.
constexpr Length hairline = millipoints(400);
constexpr Length least_pitch = points(1);

constexpr auto width_keywords =
    std::to_array<Keyword<int64_t>>({{"thin", 750}, {"medium", 2250}, {"thick", 3750}});

constexpr auto border_styles = std::to_array<Keyword<BorderStyle>>({{"none", BorderStyle::none},
                                                                    {"hidden", BorderStyle::hidden},
                                                                    {"solid", BorderStyle::solid},
                                                                    {"dashed", BorderStyle::dashed},
                                                                    {"dotted", BorderStyle::dotted},
                                                                    {"double", BorderStyle::double_},
                                                                    {"groove", BorderStyle::groove},
                                                                    {"ridge", BorderStyle::ridge},
                                                                    {"inset", BorderStyle::inset},
                                                                    {"outset", BorderStyle::outset}});

constexpr auto displays =
    std::to_array<Keyword<Display>>({{"none", Display::none},
                                     {"inline", Display::inline_},
                                     {"block", Display::block},
                                     {"flow-root", Display::block},
                                     {"inline-block", Display::inline_block},
                                     {"list-item", Display::list_item},
                                     {"table", Display::table},
                                     {"table-caption", Display::table_caption},
                                     {"table-header-group", Display::table_header_group},
                                     {"table-row-group", Display::table_row_group},
                                     {"table-footer-group", Display::table_footer_group},
                                     {"table-row", Display::table_row},
                                     {"table-cell", Display::table_cell},
                                     {"table-column-group", Display::table_column_group},
                                     {"table-column", Display::table_column},
                                     {"ruby", Display::ruby},
                                     {"ruby-base", Display::ruby_base},
                                     {"ruby-text", Display::ruby_text}});

constexpr auto floats = std::to_array<Keyword<Float>>({{"none", Float::none}, {"footnote", Float::footnote}});

constexpr auto box_sizings = std::to_array<Keyword<BoxSizing>>(
    {{"content-box", BoxSizing::content_box}, {"border-box", BoxSizing::border_box}});

constexpr auto decoration_breaks = std::to_array<Keyword<BoxDecorationBreak>>(
    {{"slice", BoxDecorationBreak::slice}, {"clone", BoxDecorationBreak::clone}});

constexpr auto step_inserts = std::to_array<Keyword<StepInsert>>({{"margin-box", StepInsert::margin_box},
                                                                  {"padding-box", StepInsert::padding_box},
                                                                  {"content-box", StepInsert::content_box}});

constexpr auto step_aligns = std::to_array<Keyword<StepAlign>>({{"auto", StepAlign::auto_},
                                                                {"center", StepAlign::center},
                                                                {"start", StepAlign::start},
                                                                {"end", StepAlign::end}});

constexpr auto list_positions = std::to_array<Keyword<ListStylePosition>>(
    {{"outside", ListStylePosition::outside}, {"inside", ListStylePosition::inside}});

constexpr auto caption_sides = std::to_array<Keyword<CaptionSide>>({{"top", CaptionSide::top},
                                                                    {"bottom", CaptionSide::bottom},
                                                                    {"block-start", CaptionSide::top},
                                                                    {"block-end", CaptionSide::bottom}});

// `always` is what page-break-* called `page`.
constexpr auto breaks = std::to_array<Keyword<Break>>({{"auto", Break::auto_},
                                                       {"avoid", Break::avoid},
                                                       {"avoid-page", Break::avoid_page},
                                                       {"page", Break::page},
                                                       {"always", Break::page},
                                                       {"left", Break::left},
                                                       {"right", Break::right},
                                                       {"recto", Break::recto},
                                                       {"verso", Break::verso},
                                                       {"column", Break::column}});

constexpr auto inside_breaks = std::to_array<Keyword<Break>>(
    {{"auto", Break::auto_}, {"avoid", Break::avoid}, {"avoid-page", Break::avoid_page}});

struct PaperSize {
  std::string_view name;
  int64_t width;  // hundredths of a millimetre
  int64_t height;
};

// CSS Paged Media 3 §7.1; the Chinese formats (开) by GB/T 788.
constexpr auto papers = std::to_array<PaperSize>({
    {"a3", 29700, 42000},
    {"a4", 21000, 29700},
    {"a5", 14800, 21000},
    {"a6", 10500, 14800},
    {"b4", 25000, 35300},
    {"b5", 17600, 25000},
    {"jis-b4", 25700, 36400},
    {"jis-b5", 18200, 25700},
    {"letter", 21590, 27940},
    {"legal", 21590, 35560},
    {"ledger", 27940, 43180},
    {"16开", 18500, 26000},
    {"大16开", 21000, 28500},
    {"32开", 13000, 18400},
    {"大32开", 14000, 20300},
});

Length from_hundredths_of_mm(int64_t amount) {
  return millipoints(multiply_divide(amount, 720'000, 25'400));
}

// `16开` falls into a number and a unit.
std::string paper_name(const Token& token) {
  if (token.is(TokenKind::dimension)) return to_css(token.number) + token.text;
  return token.is(TokenKind::ident) ? ascii_lower(token.text) : "";
}

bool read_paper(Values& values, Size& into) {
  if (values.peek() == nullptr) return false;
  const std::string name = paper_name(*values.peek());
  for (const PaperSize& paper : papers) {
    if (paper.name != name) continue;
    into = {from_hundredths_of_mm(paper.width), from_hundredths_of_mm(paper.height)};
    values.take();
    return true;
  }
  return false;
}

}  // namespace

size_t logical_side(Side side, const ComputedStyle& style) {
  // Where lines begin, with ltr: at the left, at the top of vertical lines, at the foot of sideways-lr ones.
  const bool from_foot = style.writing_mode == WritingMode::sideways_lr;
  const size_t line_left = (style.direction == Direction::rtl) != from_foot ? 1 : 3;
  const size_t line_right = 4 - line_left;
  const bool horizontal = style.writing_mode == WritingMode::horizontal_tb;
  const bool from_left = style.writing_mode == WritingMode::vertical_lr || from_foot;
  switch (side) {
    case Side::top:
      return horizontal ? 0 : line_left;
    case Side::bottom:
      return horizontal ? 2 : line_right;
    case Side::left:
      return horizontal ? line_left : (from_left ? 0 : 2);
    case Side::right:
      return horizontal ? line_right : (from_left ? 2 : 0);
    case Side::block_start:
    case Side::inline_end:
    case Side::block_end:
    case Side::inline_start:
      break;
  }
  return static_cast<size_t>(side);
}

Radius& at_corner(Corners<Radius>& corners, Corner corner, const ComputedStyle& style) {
  Radius* const each[] = {&corners.start_start, &corners.start_end, &corners.end_end, &corners.end_start};
  if (corner < Corner::top_left) return *each[static_cast<size_t>(corner)];
  const bool is_top = corner == Corner::top_left || corner == Corner::top_right;
  const bool is_left = corner == Corner::top_left || corner == Corner::bottom_left;
  const size_t sides[] = {logical_side(is_top ? Side::top : Side::bottom, style),
                          logical_side(is_left ? Side::left : Side::right, style)};
  const bool at_block_end = sides[0] == 2 || sides[1] == 2;
  const bool at_inline_end = sides[0] == 1 || sides[1] == 1;
  if (at_block_end) return *each[at_inline_end ? 2 : 3];
  return *each[at_inline_end ? 1 : 0];
}

// The second radius, of the vertical axis, is the first where it is not said.
bool read_radius(Values& values, Radius& into) {
  if (!read_non_negative_or_percent(values, into.horizontal)) return false;
  into.vertical = into.horizontal;
  return values.at_end() || read_non_negative_or_percent(values, into.vertical);
}

bool read_decoration_break(Values& values, BoxDecorationBreak& into) {
  return read_keyword<decoration_breaks>(values, into);
}

// `none`, or the pitch, and how thick the lines are and of which colour.
bool set_rule_lines(Computation& computation, Values& values) {
  RuleLines& into = computation.style.rule_lines;
  into = {{}, hairline, computation.style.color};
  if (values.take_ident("none")) return into = {}, true;
  if (!read_non_negative(values, into.pitch) || into.pitch < least_pitch) return false;
  if (!values.at_end()) read_non_negative(values, into.width);
  return values.at_end() || read_color(values, computation.style.color, into.color);
}

bool read_border_width(Values& values, Length& into) {
  int64_t amount = 0;
  if (read_keyword<width_keywords>(values, amount)) return into = millipoints(amount), true;
  return read_non_negative(values, into);
}

bool read_border_style(Values& values, BorderStyle& into) {
  return read_keyword<border_styles>(values, into);
}
bool read_display(Values& values, Display& into) {
  return read_keyword<displays>(values, into);
}
bool read_float(Values& values, Float& into) {
  return read_keyword<floats>(values, into);
}

bool read_box_size(Values& values, LengthOrPercent& into) {
  if (values.take_ident("auto")) return into = auto_length, true;
  return read_non_negative_or_percent(values, into);
}

bool read_least_size(Values& values, LengthOrPercent& into) {
  if (values.take_ident("auto")) return into = {}, true;
  return read_non_negative_or_percent(values, into);
}

bool read_largest_size(Values& values, LengthOrPercent& into) {
  if (values.take_ident("none")) return into = auto_length, true;
  return read_non_negative_or_percent(values, into);
}

bool read_box_sizing(Values& values, BoxSizing& into) {
  return read_keyword<box_sizings>(values, into);
}

bool read_step_size(Values& values, Length& into) {
  if (values.take_ident("none")) return into = {}, true;
  return read_non_negative(values, into);
}

bool read_step_insert(Values& values, StepInsert& into) {
  return read_keyword<step_inserts>(values, into);
}
bool read_step_align(Values& values, StepAlign& into) {
  return read_keyword<step_aligns>(values, into);
}
bool read_list_position(Values& values, ListStylePosition& into) {
  return read_keyword<list_positions>(values, into);
}

// The name of a counter style, a string with '"' before it, or symbols() as CSS.
bool read_list_type(Values& values, std::string& into) {
  if (auto text = values.take_string()) return into = '"' + *text, true;
  if (values.take_ident("none")) return into = "none", true;
  if (auto name = values.take_any_ident()) return into = *name, true;
  return take_symbols_function(values, into);
}

bool read_border_collapse(Values& values, bool& into) {
  if (values.take_ident("collapse")) return into = true, true;
  into = false;
  return values.take_ident("separate");
}

// Horizontal distances first (CSS Tables 3 §4.2).
bool set_border_spacing(Computation& computation, Values& values) {
  ComputedStyle& style = computation.style;
  Length& along_x = style.writing_mode == WritingMode::horizontal_tb ? style.border_spacing_inline
                                                                     : style.border_spacing_block;
  Length& along_y =
      &along_x == &style.border_spacing_inline ? style.border_spacing_block : style.border_spacing_inline;
  if (!read_non_negative(values, along_x)) return false;
  along_y = along_x;
  return values.at_end() || read_non_negative(values, along_y);
}

void copy_border_spacing(Computation& computation, const ComputedStyle& from) {
  computation.style.border_spacing_inline = from.border_spacing_inline;
  computation.style.border_spacing_block = from.border_spacing_block;
}

bool read_caption_side(Values& values, CaptionSide& into) {
  return read_keyword<caption_sides>(values, into);
}
bool read_break(Values& values, Break& into) {
  return read_keyword<breaks>(values, into);
}
bool read_break_inside(Values& values, Break& into) {
  return read_keyword<inside_breaks>(values, into);
}

bool read_line_count(Values& values, int32_t& into) {
  return read_integer(values, into) && into >= 1;
}

bool read_page_name(Values& values, std::string& into) {
  if (values.take_ident("auto")) return into.clear(), true;
  const auto name = values.take_any_ident();
  into = name.value_or("");
  return name.has_value();
}

bool set_page_size(Computation& computation, Values& values) {
  Size& size = computation.page.size;
  const bool turned_first = values.take_ident("landscape");
  const bool kept_first = !turned_first && values.take_ident("portrait");
  const bool named = read_paper(values, size);
  const bool has_lengths = !named && !turned_first && !kept_first && read_non_negative(values, size.width);
  if (has_lengths) {
    size.height = size.width;
    return values.at_end() || read_non_negative(values, size.height);
  }
  if (!named) size = PageFields{}.size;
  const bool turned = turned_first || (!kept_first && values.take_ident("landscape"));
  const bool kept = kept_first || (!turned && values.take_ident("portrait"));
  if (turned && size.width < size.height) std::swap(size.width, size.height);
  return named || turned || kept || values.take_ident("auto");
}

bool set_border_length(Computation& computation, Values& values) {
  LengthOrPercent& into = computation.page.border_length;
  if (values.take_ident("auto")) return into = {{}, 10000, false}, true;
  return read_non_negative_or_percent(values, into);
}

}  // namespace pubbuild::css
