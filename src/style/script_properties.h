// Values of the properties of ruby, vertical writing, hyphens, hanging punctuation and spaces between scripts
// → fields of the computed style.
#pragma once

#include "style/properties.h"

namespace pubbuild::css {

bool read_autospace(Values& values, TextAutospace& into);
bool read_spacing_trim(Values& values, TextSpacingTrim& into);
bool read_hyphens(Values& values, Hyphens& into);
bool read_hyphenate_character(Values& values, std::string& into);
bool read_hyphenate_limits(Values& values, HyphenateLimits& into);
bool read_hanging_punctuation(Values& values, HangingPunctuation& into);
bool read_tab_size(Values& values, TabSize& into);
bool read_text_orientation(Values& values, TextOrientation& into);
bool read_text_combine(Values& values, TextCombine& into);
bool read_ruby_position(Values& values, RubyPosition& into);
bool read_ruby_align(Values& values, RubyAlign& into);
bool read_ruby_overhang(Values& values, RubyOverhang& into);
bool read_ruby_merge(Values& values, RubyMerge& into);
bool read_warichu(Values& values, Warichu& into);

}  // namespace pubbuild::css
