// The computed style of an element: complete, every length in points, every side logical.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"

namespace pubbuild {

struct Color {
  uint8_t red = 0;
  uint8_t green = 0;
  uint8_t blue = 0;
  uint8_t alpha = 255;
  bool operator==(const Color&) const = default;
};

constexpr Color transparent{0, 0, 0, 0};

// What a style can ask for at most, either way.
constexpr Length longest_length = points(1'000'000);

// A length plus a percentage of something only layout knows (the measure, say); or `auto`.
struct LengthOrPercent {
  Length length;
  int32_t permyriad = 0;  // hundredths of a percent
  bool is_auto = false;

  bool operator==(const LengthOrPercent&) const = default;
  // `auto` counts as zero.
  Length of(Length whole) const {
    if (is_auto) return {};
    return max(-longest_length, min(longest_length, length + scaled(whole, permyriad, 10000)));
  }
};

constexpr LengthOrPercent auto_length{{}, 0, true};

// Logical sides (CSS Logical Properties 1): the cascade maps margin-left and its like by writing mode and
// direction.
template <typename T>
struct Sides {
  T block_start{};
  T inline_end{};
  T block_end{};
  T inline_start{};
  bool operator==(const Sides&) const = default;
};

// Logical corners (CSS Logical Properties 1 §4.6): the first word is the block axis's, the second the
// inline's.
template <typename T>
struct Corners {
  T start_start{};
  T start_end{};
  T end_end{};
  T end_start{};
  bool operator==(const Corners&) const = default;
};

// Half axes of the ellipse at a corner, along x and y; percentages are of the border box's width and height.
struct Radius {
  LengthOrPercent horizontal;
  LengthOrPercent vertical;
  bool operator==(const Radius&) const = default;
};

enum class Display : uint8_t {
  none,
  inline_,
  block,
  inline_block,
  list_item,
  table,
  table_caption,
  table_header_group,
  table_row_group,
  table_footer_group,
  table_row,
  table_cell,
  table_column_group,
  table_column,
  ruby,
  ruby_base,
  ruby_text,
};
enum class Float : uint8_t { none, footnote };
enum class FontStyle : uint8_t { normal, italic, oblique };
enum class FontVariantCaps : uint8_t { normal, small_caps, all_small_caps };
enum class FontKerning : uint8_t { auto_, normal, none };
enum class TextAlign : uint8_t {
  auto_,
  start,
  end,
  left,
  right,
  center,
  justify
};  // auto_ of text-align-last only
enum class WhiteSpace : uint8_t { normal, nowrap, pre, pre_wrap, pre_line };
enum class TextWrap : uint8_t { wrap, nowrap, balance };
enum class LineBreak : uint8_t { auto_, loose, normal, strict, anywhere };
// `break_word` is `normal`, and breaks anywhere where a word is longer than its line (CSS Text 4 §6.2).
enum class WordBreak : uint8_t { normal, keep_all, break_all, break_word, auto_phrase };
enum class OverflowWrap : uint8_t { normal, break_word, anywhere };
enum class TextSpacingTrim : uint8_t {
  auto_,
  normal,
  space_all,
  space_first,
  trim_start,
  trim_both,
  trim_all
};
enum class VerticalAlign : uint8_t {
  baseline,
  sub,
  super,
  top,
  middle,
  bottom,
  text_top,
  text_bottom,
  length
};
// `wavy` of text decorations only; `hidden` is `none` that wins where borders of a table collapse.
enum class BorderStyle : uint8_t {
  none,
  hidden,
  solid,
  dashed,
  dotted,
  double_,
  wavy,
  groove,
  ridge,
  inset,
  outset
};
enum class BoxDecorationBreak : uint8_t { slice, clone };
enum class Break : uint8_t { auto_, avoid, avoid_page, page, left, right, recto, verso, column };
enum class BoxSizing : uint8_t { content_box, border_box };
enum class CaptionSide : uint8_t { top, bottom };
enum class ListStylePosition : uint8_t { outside, inside };
enum class StepInsert : uint8_t { margin_box, padding_box, content_box };
enum class StepAlign : uint8_t { auto_, center, start, end };
enum class WritingMode : uint8_t { horizontal_tb, vertical_rl, vertical_lr, sideways_rl, sideways_lr };
enum class Direction : uint8_t { ltr, rtl };
enum class UnicodeBidi : uint8_t { normal, embed, isolate, bidi_override, isolate_override, plaintext };
enum class LetterCase : uint8_t { as_written, uppercase, lowercase, capitalize };
enum class Hyphens : uint8_t { none, manual, auto_ };
enum class TextOrientation : uint8_t { mixed, upright, sideways };
// CSS Ruby 1 §4; `alternate` is on the side that the annotations before it left free.
enum class RubyPosition : uint8_t { alternate_over, alternate_under, over, under, inter_character };
enum class RubyAlign : uint8_t { start, center, space_between, space_around };
enum class RubyOverhang : uint8_t { auto_, none };
enum class RubyMerge : uint8_t { separate, merge, auto_ };
// Our own `warichu`, inherited: `auto` sets inline text as a note of two lines in its line (JLREQ §3.4.1).
enum class Warichu : uint8_t { none, auto_ };

// The property that asks for an OpenType feature. Later ones win over earlier ones (CSS Fonts 4 §7.2).
enum class FeatureSource : uint8_t { ligatures, numeric, east_asian, position, settings };

struct FontFeature {
  std::string tag;  // four characters
  int32_t value = 1;
  FeatureSource source = FeatureSource::settings;
  bool operator==(const FontFeature&) const = default;
};

struct Border {
  Length width;  // 0 where the style is none or hidden
  BorderStyle style = BorderStyle::none;
  Color color;
  bool operator==(const Border&) const = default;
};

// `normal` takes the font's own; a number is kept as such, because it is what children inherit.
struct LineHeight {
  enum class Kind : uint8_t { normal, number, length };
  Kind kind = Kind::normal;
  int32_t permille = 0;  // of the font size, for a number
  Length length;
  bool operator==(const LineHeight&) const = default;
};

struct TextIndent {
  LengthOrPercent amount;
  bool hanging = false;
  bool each_line = false;
  bool operator==(const TextIndent&) const = default;
};

struct TextTransform {
  LetterCase letter_case = LetterCase::as_written;
  bool full_width = false;
  bool full_size_kana = false;
  bool operator==(const TextTransform&) const = default;
};

struct TextDecoration {
  bool underline = false;
  bool overline = false;
  bool line_through = false;
  BorderStyle style = BorderStyle::solid;
  Color color;
  LengthOrPercent thickness = auto_length;  // percentages are of the font's size
  bool operator==(const TextDecoration&) const = default;
};

// CSS Text Decoration 4 §2.8.
struct UnderlinePosition {
  enum class Line : uint8_t { auto_, from_font, under };
  enum class VerticalSide : uint8_t { auto_, left, right };
  Line line = Line::auto_;
  VerticalSide vertical_side = VerticalSide::auto_;
  bool operator==(const UnderlinePosition&) const = default;
};

struct TextEmphasis {
  std::string mark;  // one character; empty: none
  Color color;
  bool is_colored = false;  // false: the colour of whatever text it stands at
  bool operator==(const TextEmphasis&) const = default;
};

// CSS Text 4 §6.3.3: the letters that a hyphenated word has at least, and each of its parts; `auto` as here.
struct HyphenateLimits {
  int32_t word = 5;
  int32_t before = 2;
  int32_t after = 3;
  bool operator==(const HyphenateLimits&) const = default;
};

// Over or under horizontal lines, right or left of vertical ones.
struct EmphasisPosition {
  bool over = true;
  bool right = true;
  bool operator==(const EmphasisPosition&) const = default;
};

// CSS Text 4 §8.2.
struct HangingPunctuation {
  bool first = false;
  bool last = false;
  bool force_end = false;
  bool allow_end = false;
  bool operator==(const HangingPunctuation&) const = default;
};

// Where space is put between ideographs and other text, and at French punctuation (CSS Text 4 §8.3).
struct TextAutospace {
  bool ideograph_alpha = true;
  bool ideograph_numeric = true;
  bool punctuation = false;
  bool replace = true;  // blanks that the author typed there, instead of leaving them as they are
  bool operator==(const TextAutospace&) const = default;
};

constexpr TextAutospace no_autospace{false, false, false, false};

// CSS Writing Modes 4 §9.1.
struct TextCombine {
  enum class Kind : uint8_t { none, all, digits };
  Kind kind = Kind::none;
  int32_t digits = 2;  // how many at most are combined, for Kind::digits
  bool operator==(const TextCombine&) const = default;
};

// The distance of tab stops: `columns` blanks, or a length where there are none.
struct TabSize {
  int32_t columns = 8;
  Length length;
  bool operator==(const TabSize&) const = default;
};

// Our own `rule-lines`: ruled lines across the content box, the first one pitch below its top.
struct RuleLines {
  Length pitch;  // 0: none
  Length width;
  Color color;
  bool operator==(const RuleLines&) const = default;
};

// A part of an element's text: what content() and target-text() take.
enum class TextPart : uint8_t { text, before, after, first_letter, marker };

// What a target-…() function points at: an address ("#part-2"), or the attribute of the element that has one.
struct ContentTarget {
  enum class Kind : uint8_t { address, attribute };
  Kind kind = Kind::address;
  std::string name;
  bool operator==(const ContentTarget&) const = default;
};

// One piece of a `content` value (CSS Generated Content 3).
struct ContentPiece {
  enum class Kind : uint8_t {
    string,           // text
    counter,          // counter(name, style)
    counters,         // counters(name, text, style)
    attribute,        // attr(name, text)
    named_string,     // string(name, style): which of a page's values goes to `style`
    element_text,     // content(part), of string-set only
    target_counter,   // target-counter(target, name, style)
    target_counters,  // target-counters(target, name, text, style)
    target_text,      // target-text(target, part)
    leader,           // leader(text)
    open_quote,
    close_quote,
    no_open_quote,
    no_close_quote,
  };
  Kind kind = Kind::string;
  std::string text;
  std::string name;
  std::string style;  // a counter style; empty: decimal
  ContentTarget target;
  TextPart part = TextPart::text;
  bool operator==(const ContentPiece&) const = default;
};

using Content = std::vector<ContentPiece>;

struct StringSet {
  std::string name;
  Content content;
  bool operator==(const StringSet&) const = default;
};

// A named string takes this value at an element: string-set with its content written out.
struct NamedString {
  std::string name;
  std::string value;
};

// Quotation marks by depth; `auto_` are those of the element's language.
struct Quotes {
  enum class Kind : uint8_t { auto_, none, pairs };
  Kind kind = Kind::auto_;
  std::vector<std::string> marks;  // opening, closing, opening, closing, …
  bool operator==(const Quotes&) const = default;
};

struct CounterChange {
  std::string name;
  int32_t value = 0;
  bool operator==(const CounterChange&) const = default;
};

// The counter of pages (CSS Paged Media 3 §7.1).
constexpr std::string_view page_counter = "page";

bool changes_counter(const std::vector<CounterChange>& changes, std::string_view name);

struct ComputedStyle {
  // Fonts
  std::vector<std::string> font_families;  // as asked for, generic ones included, in order
  Length font_size = points(12);
  int32_t font_weight = 400;
  FontStyle font_style = FontStyle::normal;
  FontVariantCaps font_variant_caps = FontVariantCaps::normal;
  FontKerning font_kerning = FontKerning::auto_;
  std::vector<FontFeature> font_features;  // weakest first: where a tag comes twice, the last counts
  LineHeight line_height;
  std::string lang;  // BCP 47, from the nearest lang attribute; empty: unknown
  // Text
  Color color;
  TextAlign text_align = TextAlign::start;
  TextAlign text_align_last = TextAlign::auto_;
  TextIndent text_indent;
  Length letter_spacing;
  Length word_spacing;
  WhiteSpace white_space = WhiteSpace::normal;
  TextWrap text_wrap = TextWrap::wrap;
  TextTransform text_transform;
  LineBreak line_break = LineBreak::auto_;
  WordBreak word_break = WordBreak::normal;
  OverflowWrap overflow_wrap = OverflowWrap::normal;
  TextAutospace text_autospace;
  TextSpacingTrim text_spacing_trim = TextSpacingTrim::auto_;
  TextDecoration text_decoration;  // not inherited; drawn over the whole inline box
  UnderlinePosition text_underline_position;
  LengthOrPercent text_underline_offset = auto_length;  // percentages are of the font's size
  TextEmphasis text_emphasis;
  EmphasisPosition text_emphasis_position;
  Hyphens hyphens = Hyphens::manual;
  std::string hyphenate_character;  // empty: auto
  HyphenateLimits hyphenate_limits;
  HangingPunctuation hanging_punctuation;
  TabSize tab_size;
  VerticalAlign vertical_align = VerticalAlign::baseline;
  Length vertical_align_length;  // raise, for VerticalAlign::length
  WritingMode writing_mode = WritingMode::horizontal_tb;
  Direction direction = Direction::ltr;
  UnicodeBidi unicode_bidi = UnicodeBidi::normal;  // not inherited
  TextOrientation text_orientation = TextOrientation::mixed;
  TextCombine text_combine_upright;
  RubyPosition ruby_position = RubyPosition::alternate_over;
  RubyAlign ruby_align = RubyAlign::space_around;
  RubyOverhang ruby_overhang = RubyOverhang::auto_;
  RubyMerge ruby_merge = RubyMerge::separate;
  Warichu warichu = Warichu::none;
  // Boxes
  Display display = Display::inline_;
  Float float_ = Float::none;
  Sides<LengthOrPercent> margin;
  Sides<LengthOrPercent> padding;
  Sides<Border> border;
  Corners<Radius> border_radius;
  BoxDecorationBreak box_decoration_break = BoxDecorationBreak::slice;
  Color background_color = transparent;
  LengthOrPercent inline_size = auto_length;  // width, in horizontal writing
  LengthOrPercent block_size = auto_length;
  LengthOrPercent min_inline_size;
  LengthOrPercent min_block_size;
  LengthOrPercent max_inline_size = auto_length;  // auto: none
  LengthOrPercent max_block_size = auto_length;
  BoxSizing box_sizing = BoxSizing::content_box;
  Length block_step_size;  // 0: none
  StepInsert block_step_insert = StepInsert::margin_box;
  StepAlign block_step_align = StepAlign::auto_;
  RuleLines rule_lines;
  // Lists and tables
  std::string list_style_type = "disc";  // a counter style's name, or a string that begins with '"'
  ListStylePosition list_style_position = ListStylePosition::outside;
  bool border_collapse = false;
  Length border_spacing_inline;
  Length border_spacing_block;
  CaptionSide caption_side = CaptionSide::top;
  // Pages
  Break break_before = Break::auto_;
  Break break_after = Break::auto_;
  Break break_inside = Break::auto_;
  int32_t orphans = 2;
  int32_t widows = 2;
  std::string page;  // the named page type; empty: auto
  // Generated content
  bool has_content = false;  // false: `normal` (an element shows its children, a pseudo-element is not there)
  bool hides_content = false;  // `none`: not `normal` either; an item has no marker
  Content content;
  Quotes quotes;
  std::vector<StringSet> string_set;
  std::vector<CounterChange> counter_reset;
  std::vector<CounterChange> counter_increment;
  std::vector<CounterChange> counter_set;

  bool operator==(const ComputedStyle&) const = default;
};

// The height of a line of this style, where the font's own line height is `normal`.
Length used_line_height(const ComputedStyle& style, Length normal);

}  // namespace pubbuild
