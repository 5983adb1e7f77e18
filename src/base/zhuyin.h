// Which texts are written in bopomofo.
#pragma once

#include <string_view>

namespace pubbuild {

// Nothing but the symbols and the tone marks of bopomofo (CLREQ, positioning of zhuyin), and at least one.
bool is_zhuyin(std::string_view text);

}  // namespace pubbuild
