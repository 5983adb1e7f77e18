// Adds a declaration that wins over those before it.
#include "style/attribute_families.h"

#include <algorithm>

#include "style/cascade.h"
#include "style/reading_system_values.h"

namespace pubbuild {

std::string with_known_families(std::string_view style,
                                const std::map<std::vector<std::string>, std::string>& embedded_families) {
  Diagnostics unheard;
  Rule families;
  families.declarations = css::read_style_attribute(style, {}, unheard);
  std::erase_if(families.declarations, [](const css::Declaration& one) { return one.name != "font-family"; });
  const css::CustomProperties none;
  std::string text(style);
  for (const auto& one : css::for_reading_systems(families, false, {none, points(12), embedded_families})) {
    text += "; " + one.name + ": " + one.value + (one.important ? " !important" : "");
  }
  return text;
}

}  // namespace pubbuild
