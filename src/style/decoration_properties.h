// Values of the properties of lines and marks at text → fields of the computed style.
#pragma once

#include "style/properties.h"

namespace pubbuild::css {

bool set_decoration_line(Computation& computation, Values& values);
bool set_decoration_style(Computation& computation, Values& values);
bool set_decoration_color(Computation& computation, Values& values);
bool set_decoration_thickness(Computation& computation, Values& values);
void copy_decoration_line(Computation& computation, const ComputedStyle& from);
void copy_decoration_style(Computation& computation, const ComputedStyle& from);
void copy_decoration_color(Computation& computation, const ComputedStyle& from);
void copy_decoration_thickness(Computation& computation, const ComputedStyle& from);
bool read_underline_position(Values& values, UnderlinePosition& into);
bool set_emphasis_style(Computation& computation, Values& values);
bool set_emphasis_color(Computation& computation, Values& values);
void copy_emphasis_style(Computation& computation, const ComputedStyle& from);
void copy_emphasis_color(Computation& computation, const ComputedStyle& from);
bool read_emphasis_position(Values& values, EmphasisPosition& into);

}  // namespace pubbuild::css
