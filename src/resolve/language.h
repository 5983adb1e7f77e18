// Text → its language, where the author did not say it; `lang` on html and on the articles that differ.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "tree/publication.h"

namespace pubbuild {

// "zh-Hans", "zh-Hant", "ja", "ko" or "en": what the scripts of the text suggest.
std::string guessed_language(std::string_view text);

void settle_languages(Publication& publication, Diagnostics& diagnostics);

// Of Chinese, Japanese and Korean: those whose names stand an em apart, without commas.
bool is_cjk_language(std::string_view language);

}  // namespace pubbuild
