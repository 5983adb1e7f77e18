// Fields of the metadata that style sheets can say too → rules of CSS, which stand on top of all sheets.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tree/publication.h"

namespace pubbuild {

// `rules` gives nothing for a value that is none of the field's; `values` tells users which there are.
struct StyleSetting {
  std::string_view key;
  Field Metadata::*field;
  std::optional<std::string> (*rules)(std::string_view value);
  std::string_view values;
};

// paper, font-size, margins, line-break, writing-mode. Paper and margins set the custom properties that
// styles/base.css makes pages of: --paper-width and its like.
std::span<const StyleSetting> style_settings();

// Nullptr for a key that is none of them.
const StyleSetting* style_setting_named(std::string_view key);

}  // namespace pubbuild
