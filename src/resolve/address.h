// An address as written in href or src → its scheme.
#pragma once

#include <string>
#include <string_view>

namespace pubbuild {

// "https" of "HTTPS://…"; empty for a path. A single letter is a drive of Windows, not a scheme; "//host" is
// "https", as on a page of the web.
std::string scheme_of(std::string_view address);

}  // namespace pubbuild
