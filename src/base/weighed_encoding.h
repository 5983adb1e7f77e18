// A short text in an encoding of Chinese, Japanese or Korean → the encoding that explains its bytes best.
#pragma once

#include <string_view>

namespace pubbuild {

// Weighs how often texts of each encoding have characters such as these. Nothing (empty) where no encoding is
// far likelier than all others, as for a word or two. The bytes are no UTF-8 and no UTF-16.
std::string_view weighed_encoding(std::string_view bytes);

}  // namespace pubbuild
