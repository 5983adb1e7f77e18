// A date in ISO form → as it is written in a language.
#pragma once

#include <string>
#include <string_view>

namespace pubbuild {

// "2026-05-03", "2026-05" → "2026年5月3日", "2026년 5월", "3 May 2026"; anything else comes back as it is.
std::string date_in_words(std::string_view written, std::string_view language);

}  // namespace pubbuild
