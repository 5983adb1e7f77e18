// Declarations in cascade order → one computed style.
#pragma once

#include <optional>
#include <set>
#include <span>

#include "style/custom_properties.h"
#include "style/properties.h"
#include "style/stylesheet.h"

namespace pubbuild::css {

// A declaration that applies, and its layer: the origin, or 3 for the style attribute. `revert` goes below
// it.
struct Applied {
  const Declaration* declaration;
  uint8_t layer;
};

// What a style is computed against.
struct Surroundings {
  const ComputedStyle& parent;
  Length root_em = points(12);
  Length root_line = points(14);
  const CustomProperties& custom;  // of the element itself, resolved
  std::string_view lang;
  Size paper = a4;
  std::set<const Declaration*>* invalid = nullptr;     // gets those whose var() made no value
  std::optional<WritingMode> flow{};                   // all text is set in this mode, whatever is asked for
  std::set<const Declaration*>* orthogonal = nullptr;  // gets those that ask for another
};

// `in_order`: weakest first. `page`, if any, gets what only @page says.
ComputedStyle compute_style(std::span<const Applied> in_order, const Surroundings& around,
                            PageFields* page = nullptr);
// The custom properties of an element with these declarations.
CustomProperties compute_custom(std::span<const Applied> in_order, const CustomProperties& inherited);

// The custom properties of the root element: what @page, which is no element's child, and the EPUB go by.
CustomProperties root_custom(const StyleSheet& sheet, Medium medium);
// The size of the first page where no page type is named: what vw and its like go by.
Size usual_paper(const StyleSheet& sheet);
// Whether the selector is `:root`, `html` or, with `or_body`, `body`.
bool means_root(const Selector& selector, bool or_body);

}  // namespace pubbuild::css
