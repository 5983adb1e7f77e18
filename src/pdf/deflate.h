// Bytes → the same bytes deflated, in the zlib format that /FlateDecode reads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pubbuild::pdf {

// How much time compression may take: `small` for what is written once (fonts), `fast` for page contents.
enum class Effort { fast, small };

std::string deflate(std::string_view bytes, Effort effort);
// Each of `texts` in its place, on all cores; the result does not depend on how many there are.
void deflate_all(std::vector<std::string>& texts, Effort effort);

}  // namespace pubbuild::pdf
