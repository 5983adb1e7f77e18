// data: URIs (RFC 2397) → the bytes in them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pubbuild {

bool is_data_uri(std::string_view address);
// What it calls itself with `name=`; may be empty.
std::string data_name(std::string_view uri);
// Nothing where its base64 is damaged. Blanks in it do not matter.
std::optional<std::string> data_in(std::string_view uri);

}  // namespace pubbuild
