// The parts of at-rules: media queries, @page selectors, the descriptors of @font-face.
#pragma once

#include <optional>

#include "style/declarations.h"

namespace pubbuild::css {

// What an @media prelude admits; nothing where it is no media query list. Features are for reading systems to
// answer, so a query with them is none of print.
std::optional<MediaScope> read_media(TokenView prelude);
// Whether a query names print and asks for more of it: `print and (orientation: landscape)`.
bool asks_print_for_features(TokenView prelude);
// Both must hold.
MediaScope narrowed(const MediaScope& outer, const MediaScope& inner);

// What follows the name of an @import: `condition` is a layer or supports(), which nobody here can answer.
struct Import {
  std::string url;
  MediaScope media;
  std::string condition;  // as CSS; empty: none
};
// Nothing where the prelude names no file, or goes on like no media query.
std::optional<Import> read_import(TokenView prelude);

struct PageSelectors {
  std::vector<PageSelector> pages;
  bool is_right = true;
};
PageSelectors read_page_selectors(TokenView prelude);
std::optional<MarginArea> margin_area_named(std::string_view lower_name);

// `source` is the text the tokens were cut from: unicode-range is not made of CSS tokens.
FontFaceRule read_font_face(const Block& block, std::string_view source, const BlockContext& context);

}  // namespace pubbuild::css
