// Language tag → script.
#include "base/language.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace pubbuild {

Script script_of(std::string_view language) {
  std::string lower(language);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  const auto has = [&](std::string_view part) { return lower.find(part) != std::string::npos; };
  if (lower.starts_with("ja")) return Script::japanese;
  if (lower.starts_with("ko")) return Script::korean;
  if (!lower.starts_with("zh") && !lower.starts_with("yue")) return Script::other;
  const bool traditional = has("-hant") || (!has("-hans") && (has("-tw") || has("-hk") || has("-mo")));
  return traditional ? Script::hant : Script::hans;
}

}  // namespace pubbuild
