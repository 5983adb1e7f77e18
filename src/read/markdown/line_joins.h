// The characters beside a line break of the source → whether it stands for a blank.
#pragma once

#include <cstdint>
#include <string_view>

namespace pubbuild::markdown {

// What a character beside a line break says of it.
enum class Side : uint8_t { other, chinese_or_japanese, hangul };

// Of the last and of the first character of a text; “ ” — … are as East Asian as what stands beyond them.
// `otherwise`: of a text that has no other characters.
Side side_before(std::string_view text, Side otherwise);
Side side_after(std::string_view text, Side otherwise);

// Chinese and Japanese put no blank between words, so a line break beside them is none either.
bool vanishes(Side before, Side after);

}  // namespace pubbuild::markdown
