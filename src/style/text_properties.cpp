// Values of the properties of text and fonts → fields of the computed style.
#include "style/text_properties.h"

#include <algorithm>

namespace pubbuild::css {

namespace {

template <typename Value, size_t count>
using Keywords = std::array<Keyword<Value>, count>;

// The sizes Chinese documents name (号), in thousandths of a point.
constexpr auto hao_sizes = std::to_array<Keyword<int64_t>>({
    {"初号", 42000},
    {"小初", 36000},
    {"一号", 26000},
    {"小一", 24000},
    {"二号", 22000},
    {"小二", 18000},
    {"三号", 16000},
    {"小三", 15000},
    {"四号", 14000},
    {"小四", 12000},
    {"五号", 10500},
    {"小五", 9000},
    {"六号", 7500},
    {"小六", 6500},
    {"七号", 5500},
    {"八号", 5000},
});

// CSS Fonts 4 §2.5, as thousandths of `medium`, which is the initial size.
constexpr auto size_keywords = std::to_array<Keyword<int64_t>>({
    {"xx-small", 600},
    {"x-small", 750},
    {"small", 889},
    {"medium", 1000},
    {"large", 1200},
    {"x-large", 1500},
    {"xx-large", 2000},
    {"xxx-large", 3000},
});

constexpr auto font_styles = std::to_array<Keyword<FontStyle>>(
    {{"normal", FontStyle::normal}, {"italic", FontStyle::italic}, {"oblique", FontStyle::oblique}});

constexpr auto aligns = std::to_array<Keyword<TextAlign>>({{"start", TextAlign::start},
                                                           {"end", TextAlign::end},
                                                           {"left", TextAlign::left},
                                                           {"right", TextAlign::right},
                                                           {"center", TextAlign::center},
                                                           {"justify", TextAlign::justify}});

constexpr auto white_spaces = std::to_array<Keyword<WhiteSpace>>({{"normal", WhiteSpace::normal},
                                                                  {"nowrap", WhiteSpace::nowrap},
                                                                  {"pre", WhiteSpace::pre},
                                                                  {"pre-wrap", WhiteSpace::pre_wrap},
                                                                  {"pre-line", WhiteSpace::pre_line}});

// `pretty` and `stable` ask for no less than the total fit that we do anyway.
constexpr auto text_wraps = std::to_array<Keyword<TextWrap>>({{"wrap", TextWrap::wrap},
                                                              {"auto", TextWrap::wrap},
                                                              {"pretty", TextWrap::wrap},
                                                              {"stable", TextWrap::wrap},
                                                              {"nowrap", TextWrap::nowrap},
                                                              {"balance", TextWrap::balance}});

constexpr auto letter_cases = std::to_array<Keyword<LetterCase>>({{"uppercase", LetterCase::uppercase},
                                                                  {"lowercase", LetterCase::lowercase},
                                                                  {"capitalize", LetterCase::capitalize}});

constexpr auto line_breaks = std::to_array<Keyword<LineBreak>>({{"auto", LineBreak::auto_},
                                                                {"loose", LineBreak::loose},
                                                                {"normal", LineBreak::normal},
                                                                {"strict", LineBreak::strict},
                                                                {"anywhere", LineBreak::anywhere}});

constexpr auto word_breaks = std::to_array<Keyword<WordBreak>>({{"normal", WordBreak::normal},
                                                                {"keep-all", WordBreak::keep_all},
                                                                {"break-all", WordBreak::break_all},
                                                                {"break-word", WordBreak::break_word},
                                                                {"auto-phrase", WordBreak::auto_phrase}});

constexpr auto overflow_wraps =
    std::to_array<Keyword<OverflowWrap>>({{"normal", OverflowWrap::normal},
                                          {"break-word", OverflowWrap::break_word},
                                          {"anywhere", OverflowWrap::anywhere}});

// The names before CSS Writing Modes 3 still stand in many sheets.
constexpr auto writing_modes =
    std::to_array<Keyword<WritingMode>>({{"horizontal-tb", WritingMode::horizontal_tb},
                                         {"vertical-rl", WritingMode::vertical_rl},
                                         {"vertical-lr", WritingMode::vertical_lr},
                                         {"sideways-rl", WritingMode::sideways_rl},
                                         {"sideways-lr", WritingMode::sideways_lr},
                                         {"lr-tb", WritingMode::horizontal_tb},
                                         {"tb-rl", WritingMode::vertical_rl}});

constexpr auto directions =
    std::to_array<Keyword<Direction>>({{"ltr", Direction::ltr}, {"rtl", Direction::rtl}});

constexpr auto bidi_embeddings =
    std::to_array<Keyword<UnicodeBidi>>({{"normal", UnicodeBidi::normal},
                                         {"embed", UnicodeBidi::embed},
                                         {"isolate", UnicodeBidi::isolate},
                                         {"bidi-override", UnicodeBidi::bidi_override},
                                         {"isolate-override", UnicodeBidi::isolate_override},
                                         {"plaintext", UnicodeBidi::plaintext}});

constexpr auto vertical_aligns =
    std::to_array<Keyword<VerticalAlign>>({{"baseline", VerticalAlign::baseline},
                                           {"sub", VerticalAlign::sub},
                                           {"super", VerticalAlign::super},
                                           {"top", VerticalAlign::top},
                                           {"middle", VerticalAlign::middle},
                                           {"bottom", VerticalAlign::bottom},
                                           {"text-top", VerticalAlign::text_top},
                                           {"text-bottom", VerticalAlign::text_bottom}});

constexpr auto weight_keywords = std::to_array<Keyword<int32_t>>({{"normal", 400}, {"bold", 700}});

// CSS Fonts 4 §2.2.1.
int32_t bolder(int32_t weight) {
  if (weight < 350) return 400;
  return weight < 550 ? 700 : std::max(weight, 900);
}
int32_t lighter(int32_t weight) {
  if (weight < 550) return std::min(weight, 100);
  return weight < 750 ? 400 : 700;
}

// An unquoted family is one or more identifiers, joined by blanks.
// CSS Fonts 4 §2.1.3: the kinds of type that scripts have of their own, as in generic(kai).
bool read_generic(Values inside, std::string& into) {
  for (const std::string_view name : {"kai", "fangsong", "nastaliq", "khmer-mul"}) {
    if (inside.take_ident(name)) return into = "generic(" + std::string(name) + ")", inside.at_end();
  }
  return false;
}

bool read_family(Values& values, std::string& into) {
  if (!values.at_end() && values.peek()->is_function("generic"))
    return read_generic(values.take_block(), into);
  if (auto quoted = values.take_string()) return into = std::move(*quoted), true;
  into.clear();
  while (auto word = values.take_any_ident()) into += (into.empty() ? "" : " ") + *word;
  return !into.empty();
}

}  // namespace

bool read_families(Values& values, std::vector<std::string>& into) {
  into.clear();
  do {
    into.emplace_back();
    if (!read_family(values, into.back())) return false;
  } while (values.take_comma());
  return true;
}

namespace {

// A glyph as high as the largest page that a PDF can have.
constexpr Length largest_font_size = points(14'400);

bool read_font_size(Values& values, Length parent, Length& size) {
  int64_t amount = 0;
  if (read_keyword<hao_sizes>(values, amount)) return size = millipoints(amount), true;
  if (read_keyword<size_keywords>(values, amount)) return size = scaled(points(12), amount, 1000), true;
  if (values.take_ident("smaller")) return size = scaled(parent, 5, 6), true;
  if (values.take_ident("larger")) return size = scaled(parent, 6, 5), true;
  LengthOrPercent given;
  if (!read_non_negative_or_percent(values, given)) return false;
  size = max(Length{}, given.of(parent));
  return true;
}

}  // namespace

bool set_font_size(Computation& computation, Values& values) {
  Length& size = computation.style.font_size;
  const bool right = read_font_size(values, computation.parent.font_size, size);
  size = min(size, largest_font_size);
  return right;
}

bool set_font_weight(Computation& computation, Values& values) {
  int32_t& weight = computation.style.font_weight;
  if (read_keyword<weight_keywords>(values, weight)) return true;
  if (values.take_ident("bolder")) return weight = bolder(computation.parent.font_weight), true;
  if (values.take_ident("lighter")) return weight = lighter(computation.parent.font_weight), true;
  return read_integer(values, weight) && weight >= 1 && weight <= 1000;
}

bool read_font_style(Values& values, FontStyle& into) {
  return read_keyword<font_styles>(values, into);
}

bool set_line_height(Computation& computation, Values& values) {
  LineHeight& into = computation.style.line_height;
  if (values.take_ident("normal")) return into = {}, true;
  Decimal number;
  const bool bare = values.peek() != nullptr && values.peek()->is(TokenKind::number);
  if (bare && read_number(values, number)) {
    if (number.micro < 0) return false;
    into = {LineHeight::Kind::number,
            static_cast<int32_t>(clamped(multiply_divide(number.micro, 1, 1000), 1'000'000'000)),
            {}};
    return true;
  }
  LengthOrPercent given;
  if (!read_non_negative_or_percent(values, given)) return false;
  into = {LineHeight::Kind::length, 0, max(Length{}, given.of(computation.style.font_size))};
  return true;
}

namespace {

// Start and end of the parent, as the sides they were there (CSS Text 4 §7.1).
TextAlign side_of_parent(const ComputedStyle& parent) {
  const bool is_rtl = parent.direction == Direction::rtl;
  if (parent.text_align == TextAlign::start) return is_rtl ? TextAlign::right : TextAlign::left;
  if (parent.text_align == TextAlign::end) return is_rtl ? TextAlign::left : TextAlign::right;
  return parent.text_align;
}

}  // namespace

bool set_text_align(Computation& computation, Values& values) {
  ComputedStyle& style = computation.style;
  if (values.take_ident("match-parent")) {
    return style.text_align = side_of_parent(computation.parent), true;
  }
  if (!values.take_ident("justify-all")) return read_keyword<aligns>(values, style.text_align);
  style.text_align = style.text_align_last = TextAlign::justify;
  return true;
}

bool read_text_align_last(Values& values, TextAlign& into) {
  if (values.take_ident("auto")) return into = TextAlign::auto_, true;
  return read_keyword<aligns>(values, into);
}

bool read_text_indent(Values& values, TextIndent& into) {
  into = {};
  if (!read_length_or_percent(values, into.amount)) return false;
  while (!values.at_end()) {
    bool& flag = values.peek()->is_ident("hanging") ? into.hanging : into.each_line;
    if (flag || !(values.take_ident("hanging") || values.take_ident("each-line"))) return false;
    flag = true;
  }
  return true;
}

bool read_spacing(Values& values, Length& into) {
  if (values.take_ident("normal")) return into = {}, true;
  LengthOrPercent given;
  if (!read_length_or_percent(values, given)) return false;
  into = given.of(values.units().em);
  return true;
}

bool read_white_space(Values& values, WhiteSpace& into) {
  return read_keyword<white_spaces>(values, into);
}
bool read_text_wrap(Values& values, TextWrap& into) {
  return read_keyword<text_wraps>(values, into);
}
bool read_text_transform(Values& values, TextTransform& into) {
  into = {};
  if (values.take_ident("none")) return true;
  bool any = false;
  for (bool more = true; more; any = any || more) {
    more = (into.letter_case == LetterCase::as_written &&
            read_keyword<letter_cases>(values, into.letter_case)) ||
           (!into.full_width && (into.full_width = values.take_ident("full-width"))) ||
           (!into.full_size_kana && (into.full_size_kana = values.take_ident("full-size-kana")));
  }
  return any;
}
bool read_line_break(Values& values, LineBreak& into) {
  return read_keyword<line_breaks>(values, into);
}
bool read_word_break(Values& values, WordBreak& into) {
  return read_keyword<word_breaks>(values, into);
}
bool read_overflow_wrap(Values& values, OverflowWrap& into) {
  return read_keyword<overflow_wraps>(values, into);
}
bool read_writing_mode(Values& values, WritingMode& into) {
  return read_keyword<writing_modes>(values, into);
}
bool read_direction(Values& values, Direction& into) {
  return read_keyword<directions>(values, into);
}
bool read_unicode_bidi(Values& values, UnicodeBidi& into) {
  return read_keyword<bidi_embeddings>(values, into);
}

bool set_vertical_align(Computation& computation, Values& values) {
  ComputedStyle& style = computation.style;
  style.vertical_align_length = {};
  if (read_keyword<vertical_aligns>(values, style.vertical_align)) return true;
  LengthOrPercent raise;
  if (!read_length_or_percent(values, raise)) return false;
  style.vertical_align = VerticalAlign::length;
  style.vertical_align_length = raise.of(values.units().line);
  return true;
}

// Here currentcolor is what the parent has (CSS Color 4 §6.2).
bool set_color(Computation& computation, Values& values) {
  return read_color(values, computation.parent.color, computation.style.color);
}

bool set_background_color(Computation& computation, Values& values) {
  return read_color(values, computation.style.color, computation.style.background_color);
}

}  // namespace pubbuild::css
