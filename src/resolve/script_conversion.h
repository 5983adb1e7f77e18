// Chinese text → the same in simplified characters or in the traditional ones of Taiwan, by OpenCC.
#pragma once

#include <cstdint>

#include "base/diagnostics.h"
#include "tree/publication.h"

namespace pubbuild {

enum class ChineseScript : uint8_t { simplified, traditional };

// Converts the words of articles in Chinese, of their metadata and of the publication's, and makes zh-Hans or
// zh-Hant their language. Code, addresses and parts in other languages stay. Throws Error where OpenCC's
// dictionaries are not installed.
void convert_script(Publication& publication, ChineseScript script);

}  // namespace pubbuild
