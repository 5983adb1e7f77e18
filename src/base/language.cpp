// Language tag → script.
#include "base/language.h"

namespace pubbuild {

namespace {

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins_with(std::string_view tag, std::string_view part) {
  if (tag.size() < part.size()) return false;
  for (size_t n = 0; n < part.size(); ++n) {
    if (lower(tag[n]) != part[n]) return false;
  }
  return true;
}

bool has(std::string_view tag, std::string_view part) {
  for (size_t at = 0; at + part.size() <= tag.size(); ++at) {
    if (begins_with(tag.substr(at), part)) return true;
  }
  return false;
}

bool is_traditional(std::string_view tag) {
  if (has(tag, "-hant")) return true;
  return !has(tag, "-hans") && (has(tag, "-tw") || has(tag, "-hk") || has(tag, "-mo"));
}

}  // namespace

Script script_of(std::string_view language) {
  if (begins_with(language, "ja")) return Script::japanese;
  if (begins_with(language, "ko")) return Script::korean;
  if (!begins_with(language, "zh") && !begins_with(language, "yue")) return Script::other;
  return is_traditional(language) ? Script::hant : Script::hans;
}

}  // namespace pubbuild
