// The CSS properties pubbuild knows: a row each, from its name to the field of the computed style.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "style/computed.h"
#include "style/values.h"

namespace pubbuild::css {

// What only @page and its @footnote say.
struct PageFields {
  Size size = a4;
  LengthOrPercent border_length{{}, 10000, false};
};

// A style in the making: declarations are read into `style` one by one.
struct Computation {
  ComputedStyle& style;
  const ComputedStyle& parent;
  Length root_em = points(12);
  Length root_line = points(14);
  Size paper = a4;
  PageFields page{};
  // Colours that were said; the others become the text's (currentcolor) at the end.
  std::array<bool, 4> border_color_said{};
  bool decoration_color_said = false;

  Units units() const;
  // For font-size itself: relative to the parent's.
  Units parent_units() const;
};

// Lengths need the font's size, and `lh` the line's height: in this order.
enum class Phase : uint8_t { font, line, rest };

enum class InEpub : uint8_t {
  keep,
  drop,      // print only, or rejected by EPUBCheck and reading systems
  prefixed,  // with its -epub- and -webkit- twins before it
};

struct Property;

// A longhand and the tokens it was given.
struct Assignment {
  const Property* property;
  std::vector<Token> value;
};

struct Property {
  std::string_view name;
  // Reads a value into the computation; nullptr: our layout has nothing of the kind.
  bool (*set)(Computation&, Values&) = nullptr;
  // Takes the property over from another style (inherit, initial, revert).
  void (*copy)(Computation&, const ComputedStyle& from) = nullptr;
  // Of a shorthand: its value as longhands.
  bool (*expand)(const Property&, TokenView, std::vector<Assignment>&) = nullptr;
  bool inherited = false;
  Phase phase = Phase::rest;
  InEpub epub = InEpub::keep;
  // Keywords that CSS knows for it and our layout does not, blanks between.
  std::string_view also{};
  // Of a shorthand: its longhands, blanks between.
  std::string_view longhands{};
};

// nullptr for a name that is in no row; vendor prefixes (-webkit-, -epub-) count as rows.
const Property* property_named(std::string_view lower_name);
const std::vector<Property>& all_properties();
// The known name within a few edits of this one; empty: none.
std::string nearest_property(std::string_view name);

// Whether `value` is one of the property, and whether it is CSS beyond our layout.
enum class Verdict : uint8_t { good, foreign, bad };
Verdict judge(const Property& property, TokenView value);
// initial, inherit, unset, revert.
bool is_wide_keyword(TokenView value);

// The initial style while it is being computed: border widths are `medium` until the end.
const ComputedStyle& initial_style();
// The style that a child begins with: inherited properties of the parent, others initial.
ComputedStyle begin_style(const ComputedStyle& parent);
// Fills in what depends on other properties: colours not said, widths of borders that are not there.
void finish_style(Computation& computation);

}  // namespace pubbuild::css
