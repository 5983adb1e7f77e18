// Marks that Latin and CJK text share → which of them belong to the CJK text.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace pubbuild {

// One a character. Quotation marks, dashes and dots of Chinese and Japanese text are its own unless Latin
// text stands on both sides of them; a closing quotation mark goes with its opening one; an apostrophe inside
// a word is never. A solidus or an en dash between Han is too, in mainland China (CLREQ, connector marks).
// `script_at` says the script of the language at a character.
std::vector<bool> find_cjk_marks(std::u32string_view text, const std::function<Script(size_t)>& script_at);

}  // namespace pubbuild
