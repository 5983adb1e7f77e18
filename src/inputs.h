// Names of articles on the command line → their texts, known to be UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "read/article.h"

namespace pubbuild {

// Throws Error where it cannot be read or is too large.
std::string read_standard_input();

// Reads them all; "-" is standard input, HTML where it begins as HTML does. `encoding`: of all of them,
// empty: what each is written in is found out. Throws Error for a file that cannot be read or is too large;
// an encoding that cannot be told is an error in `diagnostics`, bytes that it has no character for are
// warnings.
std::vector<ArticleFile> read_inputs(const std::vector<std::string>& names, std::string_view encoding,
                                     Sources& sources, Diagnostics& diagnostics);

}  // namespace pubbuild
