// Language tags: what they say of the script a text is set in.
#pragma once

#include <cstdint>
#include <string_view>

namespace pubbuild {

enum class Script : uint8_t { other, hans, hant, japanese, korean };

// Of a BCP 47 tag: zh, zh-CN, zh-Hans → hans; zh-TW, zh-HK, zh-Hant → hant.
Script script_of(std::string_view language);
// Chinese and Japanese: no blanks between words, a line may break between any two characters.
constexpr bool is_unspaced(Script script) {
  return script == Script::hans || script == Script::hant || script == Script::japanese;
}

}  // namespace pubbuild
