// Values of the properties of text and fonts → fields of the computed style.
#pragma once

#include "style/properties.h"

namespace pubbuild::css {

bool read_families(Values& values, std::vector<std::string>& into);
bool set_font_size(Computation& computation, Values& values);
bool set_font_weight(Computation& computation, Values& values);
bool read_font_style(Values& values, FontStyle& into);
bool set_line_height(Computation& computation, Values& values);
bool set_text_align(Computation& computation, Values& values);
bool read_text_align_last(Values& values, TextAlign& into);
bool read_text_indent(Values& values, TextIndent& into);
bool read_spacing(Values& values, Length& into);
bool read_white_space(Values& values, WhiteSpace& into);
bool read_text_wrap(Values& values, TextWrap& into);
bool read_text_transform(Values& values, TextTransform& into);
bool read_line_break(Values& values, LineBreak& into);
bool read_word_break(Values& values, WordBreak& into);
bool read_overflow_wrap(Values& values, OverflowWrap& into);
bool read_writing_mode(Values& values, WritingMode& into);
bool read_direction(Values& values, Direction& into);
bool read_unicode_bidi(Values& values, UnicodeBidi& into);
bool set_vertical_align(Computation& computation, Values& values);
bool set_color(Computation& computation, Values& values);
bool set_background_color(Computation& computation, Values& values);

}  // namespace pubbuild::css
