// The table of CSS properties, and finding a row in it.
#include "style/properties.h"

#include <algorithm>
#include <unordered_map>

#include "style/box_properties.h"
#include "style/content_properties.h"
#include "style/decoration_properties.h"
#include "style/font_properties.h"
#include "style/foreign_properties.h"
#include "style/script_properties.h"
#include "style/shorthands.h"
#include "style/text_properties.h"

namespace pubbuild::css {

namespace {

template <auto member, auto read>
bool set_field(Computation& computation, Values& values) {
  return read(values, computation.style.*member);
}

template <auto member>
void copy_field(Computation& computation, const ComputedStyle& from) {
  computation.style.*member = from.*member;
}

void copy_nothing(Computation&, const ComputedStyle&) {}

template <auto member, Side side, auto read>
bool set_side(Computation& computation, Values& values) {
  ComputedStyle& style = computation.style;
  return read(values, at_side(style.*member, logical_side(side, style)));
}

template <auto member, Side side>
void copy_side(Computation& computation, const ComputedStyle& from) {
  const size_t logical = logical_side(side, computation.style);
  at_side(computation.style.*member, logical) = at_side(from.*member, logical);
}

template <auto part, Side side, auto read>
bool set_border(Computation& computation, Values& values) {
  ComputedStyle& style = computation.style;
  return read(values, at_side(style.border, logical_side(side, style)).*part);
}

template <auto part, Side side>
void copy_border(Computation& computation, const ComputedStyle& from) {
  const size_t logical = logical_side(side, computation.style);
  at_side(computation.style.border, logical).*part = at_side(from.border, logical).*part;
}

template <Side side>
bool set_border_color(Computation& computation, Values& values) {
  const size_t logical = logical_side(side, computation.style);
  computation.border_color_said[logical] = true;
  return read_color(values, computation.style.color, at_side(computation.style.border, logical).color);
}

template <Side side>
void copy_border_color(Computation& computation, const ComputedStyle& from) {
  const size_t logical = logical_side(side, computation.style);
  computation.border_color_said[logical] = &from != &initial_style();
  at_side(computation.style.border, logical).color = at_side(from.border, logical).color;
}

// Width and height: which logical size they are depends on the writing mode.
template <auto horizontal, auto vertical>
LengthOrPercent& physical_size(ComputedStyle& style) {
  return style.writing_mode == WritingMode::horizontal_tb ? style.*horizontal : style.*vertical;
}

template <auto horizontal, auto vertical, auto read>
bool set_size(Computation& computation, Values& values) {
  return read(values, physical_size<horizontal, vertical>(computation.style));
}

template <auto horizontal, auto vertical>
void copy_size(Computation& computation, const ComputedStyle& from) {
  const bool is_horizontal = computation.style.writing_mode == WritingMode::horizontal_tb;
  physical_size<horizontal, vertical>(computation.style) = is_horizontal ? from.*horizontal : from.*vertical;
}

void copy_vertical_align(Computation& computation, const ComputedStyle& from) {
  computation.style.vertical_align = from.vertical_align;
  computation.style.vertical_align_length = from.vertical_align_length;
}

template <Corner corner>
bool set_corner(Computation& computation, Values& values) {
  ComputedStyle& style = computation.style;
  return read_radius(values, at_corner(style.border_radius, corner, style));
}

template <Corner corner>
void copy_corner(Computation& computation, const ComputedStyle& from) {
  ComputedStyle& style = computation.style;
  Corners<Radius> radii = from.border_radius;
  at_corner(style.border_radius, corner, style) = at_corner(radii, corner, style);
}

void copy_content(Computation& computation, const ComputedStyle& from) {
  computation.style.has_content = from.has_content;
  computation.style.hides_content = from.hides_content;
  computation.style.content = from.content;
}

// A row a property. Aliases (word-wrap, page-break-*) are rows of their own over the same field.
// clang-format off
const std::vector<Property> our_properties = {
    // Fonts
    {.name = "font-family", .set = set_field<&ComputedStyle::font_families, read_families>, .copy = copy_field<&ComputedStyle::font_families>, .inherited = true},
    {.name = "font-size", .set = set_font_size, .copy = copy_field<&ComputedStyle::font_size>, .inherited = true, .phase = Phase::font},
    {.name = "font-weight", .set = set_font_weight, .copy = copy_field<&ComputedStyle::font_weight>, .inherited = true},
    {.name = "font-style", .set = set_field<&ComputedStyle::font_style, read_font_style>, .copy = copy_field<&ComputedStyle::font_style>, .inherited = true},
    {.name = "font-variant-caps", .set = set_field<&ComputedStyle::font_variant_caps, read_variant_caps>, .copy = copy_field<&ComputedStyle::font_variant_caps>, .inherited = true, .also = "petite-caps all-petite-caps unicase titling-caps"},
    {.name = "font-variant-ligatures", .set = set_ligatures, .copy = copy_ligatures, .inherited = true},
    {.name = "font-variant-numeric", .set = set_numeric, .copy = copy_numeric, .inherited = true},
    {.name = "font-variant-east-asian", .set = set_east_asian, .copy = copy_east_asian, .inherited = true},
    {.name = "font-variant-position", .set = set_position, .copy = copy_position, .inherited = true},
    {.name = "font-variant", .expand = expand_font_variant, .also = "petite-caps all-petite-caps unicase titling-caps historical-forms text emoji unicode", .longhands = "font-variant-ligatures font-variant-caps font-variant-numeric font-variant-east-asian font-variant-position"},
    {.name = "font-feature-settings", .set = set_feature_settings, .copy = copy_feature_settings, .inherited = true},
    {.name = "font-kerning", .set = set_field<&ComputedStyle::font_kerning, read_kerning>, .copy = copy_field<&ComputedStyle::font_kerning>, .inherited = true},
    {.name = "line-height", .set = set_line_height, .copy = copy_field<&ComputedStyle::line_height>, .inherited = true, .phase = Phase::line},
    // Text
    {.name = "color", .set = set_color, .copy = copy_field<&ComputedStyle::color>, .inherited = true, .phase = Phase::line},
    {.name = "text-align", .set = set_text_align, .copy = copy_field<&ComputedStyle::text_align>, .inherited = true},
    {.name = "text-align-last", .set = set_field<&ComputedStyle::text_align_last, read_text_align_last>, .copy = copy_field<&ComputedStyle::text_align_last>, .inherited = true, .epub = InEpub::prefixed, .also = "match-parent"},
    {.name = "text-indent", .set = set_field<&ComputedStyle::text_indent, read_text_indent>, .copy = copy_field<&ComputedStyle::text_indent>, .inherited = true},
    {.name = "letter-spacing", .set = set_field<&ComputedStyle::letter_spacing, read_spacing>, .copy = copy_field<&ComputedStyle::letter_spacing>, .inherited = true},
    {.name = "word-spacing", .set = set_field<&ComputedStyle::word_spacing, read_spacing>, .copy = copy_field<&ComputedStyle::word_spacing>, .inherited = true},
    {.name = "white-space", .set = set_field<&ComputedStyle::white_space, read_white_space>, .copy = copy_field<&ComputedStyle::white_space>, .inherited = true, .also = "break-spaces preserve"},
    {.name = "text-wrap", .set = set_field<&ComputedStyle::text_wrap, read_text_wrap>, .copy = copy_field<&ComputedStyle::text_wrap>, .inherited = true},
    {.name = "text-transform", .set = set_field<&ComputedStyle::text_transform, read_text_transform>, .copy = copy_field<&ComputedStyle::text_transform>, .inherited = true, .also = "math-auto"},
    {.name = "line-break", .set = set_field<&ComputedStyle::line_break, read_line_break>, .copy = copy_field<&ComputedStyle::line_break>, .inherited = true, .epub = InEpub::prefixed},
    {.name = "word-break", .set = set_field<&ComputedStyle::word_break, read_word_break>, .copy = copy_field<&ComputedStyle::word_break>, .inherited = true, .epub = InEpub::prefixed},
    {.name = "overflow-wrap", .set = set_field<&ComputedStyle::overflow_wrap, read_overflow_wrap>, .copy = copy_field<&ComputedStyle::overflow_wrap>, .inherited = true},
    {.name = "word-wrap", .set = set_field<&ComputedStyle::overflow_wrap, read_overflow_wrap>, .copy = copy_field<&ComputedStyle::overflow_wrap>, .inherited = true},
    {.name = "text-autospace", .set = set_field<&ComputedStyle::text_autospace, read_autospace>, .copy = copy_field<&ComputedStyle::text_autospace>, .inherited = true},
    {.name = "text-spacing-trim", .set = set_field<&ComputedStyle::text_spacing_trim, read_spacing_trim>, .copy = copy_field<&ComputedStyle::text_spacing_trim>, .inherited = true},
    {.name = "text-decoration-line", .set = set_decoration_line, .copy = copy_decoration_line, .also = "blink"},
    {.name = "text-decoration-style", .set = set_decoration_style, .copy = copy_decoration_style},
    {.name = "text-decoration-color", .set = set_decoration_color, .copy = copy_decoration_color},
    {.name = "text-decoration-thickness", .set = set_decoration_thickness, .copy = copy_decoration_thickness},
    {.name = "text-decoration", .expand = expand_first_in_parts, .longhands = "text-decoration-line text-decoration-style text-decoration-color text-decoration-thickness"},
    {.name = "text-underline-position", .set = set_field<&ComputedStyle::text_underline_position, read_underline_position>, .copy = copy_field<&ComputedStyle::text_underline_position>, .inherited = true},
    {.name = "text-underline-offset", .set = set_field<&ComputedStyle::text_underline_offset, read_auto_or_length>, .copy = copy_field<&ComputedStyle::text_underline_offset>, .inherited = true},
    {.name = "text-emphasis-style", .set = set_emphasis_style, .copy = copy_emphasis_style, .inherited = true, .epub = InEpub::prefixed},
    {.name = "text-emphasis-color", .set = set_emphasis_color, .copy = copy_emphasis_color, .inherited = true, .epub = InEpub::prefixed},
    {.name = "text-emphasis", .expand = expand_first_in_parts, .epub = InEpub::prefixed, .longhands = "text-emphasis-style text-emphasis-color"},
    {.name = "text-emphasis-position", .set = set_field<&ComputedStyle::text_emphasis_position, read_emphasis_position>, .copy = copy_field<&ComputedStyle::text_emphasis_position>, .inherited = true, .epub = InEpub::prefixed},
    {.name = "hyphens", .set = set_field<&ComputedStyle::hyphens, read_hyphens>, .copy = copy_field<&ComputedStyle::hyphens>, .inherited = true, .epub = InEpub::prefixed},
    {.name = "hyphenate-character", .set = set_field<&ComputedStyle::hyphenate_character, read_hyphenate_character>, .copy = copy_field<&ComputedStyle::hyphenate_character>, .inherited = true},
    {.name = "hyphenate-limit-chars", .set = set_field<&ComputedStyle::hyphenate_limits, read_hyphenate_limits>, .copy = copy_field<&ComputedStyle::hyphenate_limits>, .inherited = true},
    {.name = "hanging-punctuation", .set = set_field<&ComputedStyle::hanging_punctuation, read_hanging_punctuation>, .copy = copy_field<&ComputedStyle::hanging_punctuation>, .inherited = true},
    {.name = "tab-size", .set = set_field<&ComputedStyle::tab_size, read_tab_size>, .copy = copy_field<&ComputedStyle::tab_size>, .inherited = true},
    {.name = "vertical-align", .set = set_vertical_align, .copy = copy_vertical_align},
    {.name = "writing-mode", .set = set_field<&ComputedStyle::writing_mode, read_writing_mode>, .copy = copy_field<&ComputedStyle::writing_mode>, .inherited = true, .phase = Phase::font, .epub = InEpub::prefixed},
    {.name = "direction", .set = set_field<&ComputedStyle::direction, read_direction>, .copy = copy_field<&ComputedStyle::direction>, .inherited = true, .phase = Phase::font, .epub = InEpub::drop},
    {.name = "unicode-bidi", .set = set_field<&ComputedStyle::unicode_bidi, read_unicode_bidi>, .copy = copy_field<&ComputedStyle::unicode_bidi>, .epub = InEpub::drop},
    {.name = "text-orientation", .set = set_field<&ComputedStyle::text_orientation, read_text_orientation>, .copy = copy_field<&ComputedStyle::text_orientation>, .inherited = true, .epub = InEpub::prefixed},
    {.name = "text-combine-upright", .set = set_field<&ComputedStyle::text_combine_upright, read_text_combine>, .copy = copy_field<&ComputedStyle::text_combine_upright>, .inherited = true, .epub = InEpub::prefixed},
    {.name = "ruby-position", .set = set_field<&ComputedStyle::ruby_position, read_ruby_position>, .copy = copy_field<&ComputedStyle::ruby_position>, .inherited = true},
    {.name = "ruby-align", .set = set_field<&ComputedStyle::ruby_align, read_ruby_align>, .copy = copy_field<&ComputedStyle::ruby_align>, .inherited = true},
    {.name = "ruby-overhang", .set = set_field<&ComputedStyle::ruby_overhang, read_ruby_overhang>, .copy = copy_field<&ComputedStyle::ruby_overhang>, .inherited = true},
    {.name = "ruby-merge", .set = set_field<&ComputedStyle::ruby_merge, read_ruby_merge>, .copy = copy_field<&ComputedStyle::ruby_merge>, .inherited = true},
    {.name = "warichu", .set = set_field<&ComputedStyle::warichu, read_warichu>, .copy = copy_field<&ComputedStyle::warichu>, .inherited = true, .epub = InEpub::drop},
    // Boxes
    {.name = "display", .set = set_field<&ComputedStyle::display, read_display>, .copy = copy_field<&ComputedStyle::display>, .also = "flex inline-flex grid inline-grid inline-table contents run-in ruby-base-container ruby-text-container math"},
    {.name = "float", .set = set_field<&ComputedStyle::float_, read_float>, .copy = copy_field<&ComputedStyle::float_>, .also = "left right inline-start inline-end"},
    {.name = "margin-top", .set = set_side<&ComputedStyle::margin, Side::top, read_auto_or_length>, .copy = copy_side<&ComputedStyle::margin, Side::top>},
    {.name = "margin-right", .set = set_side<&ComputedStyle::margin, Side::right, read_auto_or_length>, .copy = copy_side<&ComputedStyle::margin, Side::right>},
    {.name = "margin-bottom", .set = set_side<&ComputedStyle::margin, Side::bottom, read_auto_or_length>, .copy = copy_side<&ComputedStyle::margin, Side::bottom>},
    {.name = "margin-left", .set = set_side<&ComputedStyle::margin, Side::left, read_auto_or_length>, .copy = copy_side<&ComputedStyle::margin, Side::left>},
    {.name = "margin-block-start", .set = set_side<&ComputedStyle::margin, Side::block_start, read_auto_or_length>, .copy = copy_side<&ComputedStyle::margin, Side::block_start>},
    {.name = "margin-inline-end", .set = set_side<&ComputedStyle::margin, Side::inline_end, read_auto_or_length>, .copy = copy_side<&ComputedStyle::margin, Side::inline_end>},
    {.name = "margin-block-end", .set = set_side<&ComputedStyle::margin, Side::block_end, read_auto_or_length>, .copy = copy_side<&ComputedStyle::margin, Side::block_end>},
    {.name = "margin-inline-start", .set = set_side<&ComputedStyle::margin, Side::inline_start, read_auto_or_length>, .copy = copy_side<&ComputedStyle::margin, Side::inline_start>},
    {.name = "margin", .expand = expand_four_sides, .longhands = "margin-top margin-right margin-bottom margin-left"},
    {.name = "margin-block", .expand = expand_two_sides, .longhands = "margin-block-start margin-block-end"},
    {.name = "margin-inline", .expand = expand_two_sides, .longhands = "margin-inline-start margin-inline-end"},
    {.name = "padding-top", .set = set_side<&ComputedStyle::padding, Side::top, read_non_negative_or_percent>, .copy = copy_side<&ComputedStyle::padding, Side::top>},
    {.name = "padding-right", .set = set_side<&ComputedStyle::padding, Side::right, read_non_negative_or_percent>, .copy = copy_side<&ComputedStyle::padding, Side::right>},
    {.name = "padding-bottom", .set = set_side<&ComputedStyle::padding, Side::bottom, read_non_negative_or_percent>, .copy = copy_side<&ComputedStyle::padding, Side::bottom>},
    {.name = "padding-left", .set = set_side<&ComputedStyle::padding, Side::left, read_non_negative_or_percent>, .copy = copy_side<&ComputedStyle::padding, Side::left>},
    {.name = "padding-block-start", .set = set_side<&ComputedStyle::padding, Side::block_start, read_non_negative_or_percent>, .copy = copy_side<&ComputedStyle::padding, Side::block_start>},
    {.name = "padding-inline-end", .set = set_side<&ComputedStyle::padding, Side::inline_end, read_non_negative_or_percent>, .copy = copy_side<&ComputedStyle::padding, Side::inline_end>},
    {.name = "padding-block-end", .set = set_side<&ComputedStyle::padding, Side::block_end, read_non_negative_or_percent>, .copy = copy_side<&ComputedStyle::padding, Side::block_end>},
    {.name = "padding-inline-start", .set = set_side<&ComputedStyle::padding, Side::inline_start, read_non_negative_or_percent>, .copy = copy_side<&ComputedStyle::padding, Side::inline_start>},
    {.name = "padding", .expand = expand_four_sides, .longhands = "padding-top padding-right padding-bottom padding-left"},
    {.name = "padding-block", .expand = expand_two_sides, .longhands = "padding-block-start padding-block-end"},
    {.name = "padding-inline", .expand = expand_two_sides, .longhands = "padding-inline-start padding-inline-end"},
    {.name = "border-top-width", .set = set_border<&Border::width, Side::top, read_border_width>, .copy = copy_border<&Border::width, Side::top>},
    {.name = "border-top-style", .set = set_border<&Border::style, Side::top, read_border_style>, .copy = copy_border<&Border::style, Side::top>},
    {.name = "border-top-color", .set = set_border_color<Side::top>, .copy = copy_border_color<Side::top>},
    {.name = "border-top", .expand = expand_in_any_order, .longhands = "border-top-width border-top-style border-top-color"},
    {.name = "border-right-width", .set = set_border<&Border::width, Side::right, read_border_width>, .copy = copy_border<&Border::width, Side::right>},
    {.name = "border-right-style", .set = set_border<&Border::style, Side::right, read_border_style>, .copy = copy_border<&Border::style, Side::right>},
    {.name = "border-right-color", .set = set_border_color<Side::right>, .copy = copy_border_color<Side::right>},
    {.name = "border-right", .expand = expand_in_any_order, .longhands = "border-right-width border-right-style border-right-color"},
    {.name = "border-bottom-width", .set = set_border<&Border::width, Side::bottom, read_border_width>, .copy = copy_border<&Border::width, Side::bottom>},
    {.name = "border-bottom-style", .set = set_border<&Border::style, Side::bottom, read_border_style>, .copy = copy_border<&Border::style, Side::bottom>},
    {.name = "border-bottom-color", .set = set_border_color<Side::bottom>, .copy = copy_border_color<Side::bottom>},
    {.name = "border-bottom", .expand = expand_in_any_order, .longhands = "border-bottom-width border-bottom-style border-bottom-color"},
    {.name = "border-left-width", .set = set_border<&Border::width, Side::left, read_border_width>, .copy = copy_border<&Border::width, Side::left>},
    {.name = "border-left-style", .set = set_border<&Border::style, Side::left, read_border_style>, .copy = copy_border<&Border::style, Side::left>},
    {.name = "border-left-color", .set = set_border_color<Side::left>, .copy = copy_border_color<Side::left>},
    {.name = "border-left", .expand = expand_in_any_order, .longhands = "border-left-width border-left-style border-left-color"},
    {.name = "border-block-start-width", .set = set_border<&Border::width, Side::block_start, read_border_width>, .copy = copy_border<&Border::width, Side::block_start>},
    {.name = "border-block-start-style", .set = set_border<&Border::style, Side::block_start, read_border_style>, .copy = copy_border<&Border::style, Side::block_start>},
    {.name = "border-block-start-color", .set = set_border_color<Side::block_start>, .copy = copy_border_color<Side::block_start>},
    {.name = "border-block-start", .expand = expand_in_any_order, .longhands = "border-block-start-width border-block-start-style border-block-start-color"},
    {.name = "border-inline-end-width", .set = set_border<&Border::width, Side::inline_end, read_border_width>, .copy = copy_border<&Border::width, Side::inline_end>},
    {.name = "border-inline-end-style", .set = set_border<&Border::style, Side::inline_end, read_border_style>, .copy = copy_border<&Border::style, Side::inline_end>},
    {.name = "border-inline-end-color", .set = set_border_color<Side::inline_end>, .copy = copy_border_color<Side::inline_end>},
    {.name = "border-inline-end", .expand = expand_in_any_order, .longhands = "border-inline-end-width border-inline-end-style border-inline-end-color"},
    {.name = "border-block-end-width", .set = set_border<&Border::width, Side::block_end, read_border_width>, .copy = copy_border<&Border::width, Side::block_end>},
    {.name = "border-block-end-style", .set = set_border<&Border::style, Side::block_end, read_border_style>, .copy = copy_border<&Border::style, Side::block_end>},
    {.name = "border-block-end-color", .set = set_border_color<Side::block_end>, .copy = copy_border_color<Side::block_end>},
    {.name = "border-block-end", .expand = expand_in_any_order, .longhands = "border-block-end-width border-block-end-style border-block-end-color"},
    {.name = "border-inline-start-width", .set = set_border<&Border::width, Side::inline_start, read_border_width>, .copy = copy_border<&Border::width, Side::inline_start>},
    {.name = "border-inline-start-style", .set = set_border<&Border::style, Side::inline_start, read_border_style>, .copy = copy_border<&Border::style, Side::inline_start>},
    {.name = "border-inline-start-color", .set = set_border_color<Side::inline_start>, .copy = copy_border_color<Side::inline_start>},
    {.name = "border-inline-start", .expand = expand_in_any_order, .longhands = "border-inline-start-width border-inline-start-style border-inline-start-color"},
    {.name = "border-width", .expand = expand_four_sides, .longhands = "border-top-width border-right-width border-bottom-width border-left-width"},
    {.name = "border-block-width", .expand = expand_two_sides, .longhands = "border-block-start-width border-block-end-width"},
    {.name = "border-inline-width", .expand = expand_two_sides, .longhands = "border-inline-start-width border-inline-end-width"},
    {.name = "border-style", .expand = expand_four_sides, .longhands = "border-top-style border-right-style border-bottom-style border-left-style"},
    {.name = "border-block-style", .expand = expand_two_sides, .longhands = "border-block-start-style border-block-end-style"},
    {.name = "border-inline-style", .expand = expand_two_sides, .longhands = "border-inline-start-style border-inline-end-style"},
    {.name = "border-color", .expand = expand_four_sides, .longhands = "border-top-color border-right-color border-bottom-color border-left-color"},
    {.name = "border-block-color", .expand = expand_two_sides, .longhands = "border-block-start-color border-block-end-color"},
    {.name = "border-inline-color", .expand = expand_two_sides, .longhands = "border-inline-start-color border-inline-end-color"},
    {.name = "border", .expand = expand_border, .longhands = "border-top-width border-top-style border-top-color border-right-width border-right-style border-right-color border-bottom-width border-bottom-style border-bottom-color border-left-width border-left-style border-left-color"},
    {.name = "border-block", .expand = expand_border, .longhands = "border-block-start-width border-block-start-style border-block-start-color border-block-end-width border-block-end-style border-block-end-color"},
    {.name = "border-inline", .expand = expand_border, .longhands = "border-inline-start-width border-inline-start-style border-inline-start-color border-inline-end-width border-inline-end-style border-inline-end-color"},
    {.name = "border-top-left-radius", .set = set_corner<Corner::top_left>, .copy = copy_corner<Corner::top_left>},
    {.name = "border-top-right-radius", .set = set_corner<Corner::top_right>, .copy = copy_corner<Corner::top_right>},
    {.name = "border-bottom-right-radius", .set = set_corner<Corner::bottom_right>, .copy = copy_corner<Corner::bottom_right>},
    {.name = "border-bottom-left-radius", .set = set_corner<Corner::bottom_left>, .copy = copy_corner<Corner::bottom_left>},
    {.name = "border-start-start-radius", .set = set_corner<Corner::start_start>, .copy = copy_corner<Corner::start_start>},
    {.name = "border-start-end-radius", .set = set_corner<Corner::start_end>, .copy = copy_corner<Corner::start_end>},
    {.name = "border-end-end-radius", .set = set_corner<Corner::end_end>, .copy = copy_corner<Corner::end_end>},
    {.name = "border-end-start-radius", .set = set_corner<Corner::end_start>, .copy = copy_corner<Corner::end_start>},
    {.name = "border-radius", .expand = expand_radius, .longhands = "border-top-left-radius border-top-right-radius border-bottom-right-radius border-bottom-left-radius"},
    {.name = "box-decoration-break", .set = set_field<&ComputedStyle::box_decoration_break, read_decoration_break>, .copy = copy_field<&ComputedStyle::box_decoration_break>},
    {.name = "background-color", .set = set_background_color, .copy = copy_field<&ComputedStyle::background_color>},
    {.name = "background", .expand = expand_background, .longhands = "background-color"},
    {.name = "width", .set = set_size<&ComputedStyle::inline_size, &ComputedStyle::block_size, read_box_size>, .copy = copy_size<&ComputedStyle::inline_size, &ComputedStyle::block_size>, .also = "min-content max-content fit-content stretch"},
    {.name = "height", .set = set_size<&ComputedStyle::block_size, &ComputedStyle::inline_size, read_box_size>, .copy = copy_size<&ComputedStyle::block_size, &ComputedStyle::inline_size>, .also = "min-content max-content fit-content stretch"},
    {.name = "inline-size", .set = set_field<&ComputedStyle::inline_size, read_box_size>, .copy = copy_field<&ComputedStyle::inline_size>, .also = "min-content max-content fit-content stretch"},
    {.name = "block-size", .set = set_field<&ComputedStyle::block_size, read_box_size>, .copy = copy_field<&ComputedStyle::block_size>, .also = "min-content max-content fit-content stretch"},
    {.name = "max-width", .set = set_size<&ComputedStyle::max_inline_size, &ComputedStyle::max_block_size, read_largest_size>, .copy = copy_size<&ComputedStyle::max_inline_size, &ComputedStyle::max_block_size>, .also = "min-content max-content fit-content stretch"},
    {.name = "max-height", .set = set_size<&ComputedStyle::max_block_size, &ComputedStyle::max_inline_size, read_largest_size>, .copy = copy_size<&ComputedStyle::max_block_size, &ComputedStyle::max_inline_size>, .also = "min-content max-content fit-content stretch"},
    {.name = "max-inline-size", .set = set_field<&ComputedStyle::max_inline_size, read_largest_size>, .copy = copy_field<&ComputedStyle::max_inline_size>, .also = "min-content max-content fit-content stretch"},
    {.name = "max-block-size", .set = set_field<&ComputedStyle::max_block_size, read_largest_size>, .copy = copy_field<&ComputedStyle::max_block_size>, .also = "min-content max-content fit-content stretch"},
    {.name = "min-width", .set = set_size<&ComputedStyle::min_inline_size, &ComputedStyle::min_block_size, read_least_size>, .copy = copy_size<&ComputedStyle::min_inline_size, &ComputedStyle::min_block_size>, .also = "min-content max-content fit-content stretch"},
    {.name = "min-height", .set = set_size<&ComputedStyle::min_block_size, &ComputedStyle::min_inline_size, read_least_size>, .copy = copy_size<&ComputedStyle::min_block_size, &ComputedStyle::min_inline_size>, .also = "min-content max-content fit-content stretch"},
    {.name = "min-inline-size", .set = set_field<&ComputedStyle::min_inline_size, read_least_size>, .copy = copy_field<&ComputedStyle::min_inline_size>, .also = "min-content max-content fit-content stretch"},
    {.name = "min-block-size", .set = set_field<&ComputedStyle::min_block_size, read_least_size>, .copy = copy_field<&ComputedStyle::min_block_size>, .also = "min-content max-content fit-content stretch"},
    {.name = "box-sizing", .set = set_field<&ComputedStyle::box_sizing, read_box_sizing>, .copy = copy_field<&ComputedStyle::box_sizing>},
    {.name = "block-step-size", .set = set_field<&ComputedStyle::block_step_size, read_step_size>, .copy = copy_field<&ComputedStyle::block_step_size>, .epub = InEpub::drop},
    {.name = "block-step-insert", .set = set_field<&ComputedStyle::block_step_insert, read_step_insert>, .copy = copy_field<&ComputedStyle::block_step_insert>, .epub = InEpub::drop},
    {.name = "block-step-align", .set = set_field<&ComputedStyle::block_step_align, read_step_align>, .copy = copy_field<&ComputedStyle::block_step_align>, .epub = InEpub::drop},
    {.name = "block-step", .expand = expand_in_any_order, .epub = InEpub::drop, .longhands = "block-step-size block-step-insert block-step-align"},
    {.name = "rule-lines", .set = set_rule_lines, .copy = copy_field<&ComputedStyle::rule_lines>, .epub = InEpub::drop},
    // Lists and tables
    {.name = "list-style-type", .set = set_field<&ComputedStyle::list_style_type, read_list_type>, .copy = copy_field<&ComputedStyle::list_style_type>, .inherited = true},
    {.name = "list-style-position", .set = set_field<&ComputedStyle::list_style_position, read_list_position>, .copy = copy_field<&ComputedStyle::list_style_position>, .inherited = true},
    {.name = "list-style", .expand = expand_list_style, .longhands = "list-style-position list-style-type"},
    {.name = "border-collapse", .set = set_field<&ComputedStyle::border_collapse, read_border_collapse>, .copy = copy_field<&ComputedStyle::border_collapse>, .inherited = true},
    {.name = "border-spacing", .set = set_border_spacing, .copy = copy_border_spacing, .inherited = true},
    {.name = "caption-side", .set = set_field<&ComputedStyle::caption_side, read_caption_side>, .copy = copy_field<&ComputedStyle::caption_side>, .inherited = true, .also = "inline-start inline-end"},
    // Pages
    {.name = "break-before", .set = set_field<&ComputedStyle::break_before, read_break>, .copy = copy_field<&ComputedStyle::break_before>, .also = "avoid-column avoid-region region all"},
    {.name = "break-after", .set = set_field<&ComputedStyle::break_after, read_break>, .copy = copy_field<&ComputedStyle::break_after>, .also = "avoid-column avoid-region region all"},
    {.name = "break-inside", .set = set_field<&ComputedStyle::break_inside, read_break_inside>, .copy = copy_field<&ComputedStyle::break_inside>, .also = "avoid-column avoid-region"},
    {.name = "page-break-before", .set = set_field<&ComputedStyle::break_before, read_break>, .copy = copy_field<&ComputedStyle::break_before>},
    {.name = "page-break-after", .set = set_field<&ComputedStyle::break_after, read_break>, .copy = copy_field<&ComputedStyle::break_after>},
    {.name = "page-break-inside", .set = set_field<&ComputedStyle::break_inside, read_break_inside>, .copy = copy_field<&ComputedStyle::break_inside>},
    {.name = "orphans", .set = set_field<&ComputedStyle::orphans, read_line_count>, .copy = copy_field<&ComputedStyle::orphans>, .inherited = true},
    {.name = "widows", .set = set_field<&ComputedStyle::widows, read_line_count>, .copy = copy_field<&ComputedStyle::widows>, .inherited = true},
    {.name = "page", .set = set_field<&ComputedStyle::page, read_page_name>, .copy = copy_field<&ComputedStyle::page>, .epub = InEpub::drop},
    {.name = "size", .set = set_page_size, .copy = copy_nothing, .epub = InEpub::drop},
    {.name = "border-length", .set = set_border_length, .copy = copy_nothing, .epub = InEpub::drop},
    // Generated content
    {.name = "content", .set = set_content, .copy = copy_content},
    {.name = "quotes", .set = set_field<&ComputedStyle::quotes, read_quotes>, .copy = copy_field<&ComputedStyle::quotes>, .inherited = true, .also = "match-parent"},
    {.name = "string-set", .set = set_field<&ComputedStyle::string_set, read_string_set>, .copy = copy_field<&ComputedStyle::string_set>, .epub = InEpub::drop},
    {.name = "counter-reset", .set = set_field<&ComputedStyle::counter_reset, read_counter_reset>, .copy = copy_field<&ComputedStyle::counter_reset>},
    {.name = "counter-increment", .set = set_field<&ComputedStyle::counter_increment, read_counter_increment>, .copy = copy_field<&ComputedStyle::counter_increment>},
    {.name = "counter-set", .set = set_field<&ComputedStyle::counter_set, read_counter_set>, .copy = copy_field<&ComputedStyle::counter_set>},
    // Several at once
    {.name = "font", .expand = expand_font, .also = "caption icon menu message-box small-caption status-bar", .longhands = "font-style font-weight font-size line-height font-family font-variant-caps font-variant-ligatures font-variant-numeric font-variant-east-asian font-variant-position font-feature-settings font-kerning"},
};
// clang-format on

using PropertyIndex = std::unordered_map<std::string_view, const Property*>;

PropertyIndex make_index() {
  PropertyIndex index;
  for (const Property& property : all_properties()) index.emplace(property.name, &property);
  return index;
}

bool is_vendor_name(std::string_view name) {
  constexpr std::string_view prefixes[] = {"-webkit-", "-epub-", "-moz-", "-ms-", "-o-", "-apple-", "-amzn-"};
  return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

}  // namespace

const std::vector<Property>& all_properties() {
  static const std::vector<Property> all = [] {
    std::vector<Property> both = our_properties;
    both.insert(both.end(), foreign_properties().begin(), foreign_properties().end());
    return both;
  }();
  return all;
}

const Property* property_named(std::string_view lower_name) {
  static const PropertyIndex index = make_index();
  static const Property vendor{.name = "-vendor-"};
  const auto found = index.find(lower_name);
  if (found != index.end()) return found->second;
  return is_vendor_name(lower_name) ? &vendor : nullptr;
}

}  // namespace pubbuild::css
