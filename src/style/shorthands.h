// Shorthand values → the longhands they stand for.
#pragma once

#include <string_view>
#include <vector>

#include "style/properties.h"

namespace pubbuild::css {

// The longhands of a shorthand's row, in its order.
std::vector<const Property*> longhands_of(const Property& shorthand);
// Every longhand of `shorthand` with the whole `value`: for initial, inherit and their like.
void expand_alike(const Property& shorthand, TokenView value, std::vector<Assignment>& into);

// Each reads the longhands' names from the row it stands in; see `Property::expand`.
bool expand_four_sides(const Property& shorthand, TokenView value, std::vector<Assignment>& into);
bool expand_two_sides(const Property& shorthand, TokenView value, std::vector<Assignment>& into);
bool expand_in_any_order(const Property& shorthand, TokenView value, std::vector<Assignment>& into);
bool expand_border(const Property& shorthand, TokenView value, std::vector<Assignment>& into);
// Of the first longhand the value may stand in several parts: `underline overline`, `filled dot`.
bool expand_first_in_parts(const Property& shorthand, TokenView value, std::vector<Assignment>& into);
bool expand_radius(const Property& shorthand, TokenView value, std::vector<Assignment>& into);
bool expand_font_variant(const Property& shorthand, TokenView value, std::vector<Assignment>& into);
bool expand_list_style(const Property& shorthand, TokenView value, std::vector<Assignment>& into);
bool expand_background(const Property& shorthand, TokenView value, std::vector<Assignment>& into);
bool expand_font(const Property& shorthand, TokenView value, std::vector<Assignment>& into);

}  // namespace pubbuild::css
