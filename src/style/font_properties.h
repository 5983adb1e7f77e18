// Values of the font-variant-*, font-feature-settings and font-kerning properties → fields of the computed
// style.
#pragma once

#include "style/properties.h"

namespace pubbuild::css {

bool read_variant_caps(Values& values, FontVariantCaps& into);
bool read_kerning(Values& values, FontKerning& into);
// Each replaces what its own property asked for in the list and leaves the rest.
bool set_ligatures(Computation& computation, Values& values);
bool set_numeric(Computation& computation, Values& values);
bool set_east_asian(Computation& computation, Values& values);
bool set_position(Computation& computation, Values& values);
bool set_feature_settings(Computation& computation, Values& values);
void copy_ligatures(Computation& computation, const ComputedStyle& from);
void copy_numeric(Computation& computation, const ComputedStyle& from);
void copy_east_asian(Computation& computation, const ComputedStyle& from);
void copy_position(Computation& computation, const ComputedStyle& from);
void copy_feature_settings(Computation& computation, const ComputedStyle& from);

}  // namespace pubbuild::css
