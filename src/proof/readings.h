// A Han character → whether it can be read so.
#pragma once

#include <string_view>

namespace pubbuild::proof {

// `pinyin` with tone marks, in lower case; readings are those of Unicode's Unihan database (kMandarin,
// kHanyuPinyin, kXHC1983, kTGHZ2013).
bool has_reading(char32_t han, std::string_view pinyin);

}  // namespace pubbuild::proof
