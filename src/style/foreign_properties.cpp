// The names of CSS properties that our layout has nothing for.
#include "style/foreign_properties.h"

#include <array>

namespace pubbuild::css {

namespace {

// clang-format off
// What reading systems may honour.
constexpr auto kept = std::to_array<std::string_view>({
    "all", "appearance", "aspect-ratio", "backdrop-filter", "backface-visibility", "background-attachment",
    "background-blend-mode", "background-clip", "background-image", "background-origin",
    "background-position", "background-repeat", "background-size", 
    "border-image",
    "border-image-outset", "border-image-repeat", "border-image-slice", "border-image-source",
    "border-image-width", 
    "bottom", "box-shadow",
    "clear", "clip", "clip-path", "color-scheme", "column-count", "column-fill", "column-gap",
    "column-rule", "column-rule-color", "column-rule-style", "column-rule-width", "column-span",
    "column-width", "columns", "cursor", "empty-cells", "filter", "flex", "flex-basis",
    "flex-direction", "flex-flow", "flex-grow", "flex-shrink", "flex-wrap", 
    "font-language-override", "font-optical-sizing", "font-size-adjust", "font-stretch",
    "font-synthesis", "font-variant-alternates", 
    "font-variation-settings",
    "gap", "grid", "grid-area", "grid-auto-columns", "grid-auto-flow", "grid-auto-rows", "grid-column",
    "grid-row", "grid-template", "grid-template-areas", "grid-template-columns", "grid-template-rows",
    "image-orientation",
    "image-rendering", "inset", "inset-block", "inset-inline", "initial-letter", "isolation",
    "justify-content", "justify-items", "justify-self", "align-content", "align-items", "align-self",
    "left", "line-clamp", "list-style-image", "mask", "mix-blend-mode", "object-fit", "object-position",
    "opacity", "order", "outline", "outline-color", "outline-offset", "outline-style", "outline-width",
    "overflow", "overflow-x", "overflow-y", "perspective", "place-content", "place-items", "pointer-events",
    "position", "resize", "right", "rotate", "row-gap", 
    "scale", "shape-margin", "shape-outside", "speak", "speak-as", 
    "table-layout", "text-combine-upright-digits", "text-decoration-skip-ink", 
    "text-emphasis-skip", "text-justify", "text-overflow", "text-rendering", "text-shadow",
    "text-size-adjust", "text-wrap-mode",
    "text-wrap-style", "top", "transform", "transform-origin", "transition", "animation", "user-select",
    "visibility", "will-change", "z-index", "zoom", "white-space-collapse", "voice-family",
});

// Of these old reading systems know the prefixed names only.
constexpr auto prefixed = std::to_array<std::string_view>({
    "text-combine", 
    
});

// For paper only, or forbidden in an EPUB.
constexpr auto dropped = std::to_array<std::string_view>({
    "footnote-display", "footnote-policy", "running", "bookmark-label", "bookmark-level",
    "bookmark-state", "marks", "bleed", "block-step-round", "line-grid", "line-snap", "text-spacing",
    "copy-into", "flow", "float-reference", "float-defer", 
});
// clang-format on

std::vector<Property> make_rows() {
  std::vector<Property> rows;
  for (const std::string_view name : kept) rows.push_back({.name = name});
  for (const std::string_view name : prefixed) rows.push_back({.name = name, .epub = InEpub::prefixed});
  for (const std::string_view name : dropped) rows.push_back({.name = name, .epub = InEpub::drop});
  return rows;
}

}  // namespace

const std::vector<Property>& foreign_properties() {
  static const std::vector<Property> rows = make_rows();
  return rows;
}

}  // namespace pubbuild::css
