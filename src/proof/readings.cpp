// The readings of the Unihan database, as they were when pubbuild was built.
#include "proof/readings.h"

#include <algorithm>
#include <string>

namespace pubbuild::proof {

namespace {

struct Readings {
  char32_t han;
  std::string_view all;  // between blanks
};
constexpr Readings table[] = {
#include "proof/readings.inc"
};

}  // namespace

bool has_reading(char32_t han, std::string_view pinyin) {
  const auto* const found = std::ranges::lower_bound(table, han, {}, &Readings::han);
  if (found == std::end(table) || found->han != han) return false;
  return found->all.find(" " + std::string(pinyin) + " ") != std::string_view::npos;
}

}  // namespace pubbuild::proof
