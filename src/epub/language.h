// Language tags as authors write them → language tags as XML and EPUB want them.
#pragma once

#include <string>
#include <string_view>

namespace pubbuild {

// "zh_CN" → "zh-CN"; empty for what is no language tag (RFC 5646 §2.1, its plain form).
std::string language_tag(std::string_view written);
// The language of a publication, zh-Hans where none is named.
std::string publication_language(std::string_view written);

}  // namespace pubbuild
