// Names of articles on the command line → their texts, known to be UTF-8.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"

namespace pubbuild {

// An article's text, and the folder that its paths are relative to.
struct Input {
  FileId file = FileId::none;
  std::string folder;
};

// Throws Error where it cannot be read or is too large.
std::string read_standard_input();

// Reads them all; "-" is standard input. Throws Error for a file that cannot be read or is too large; wrong
// encodings are errors in `diagnostics`.
std::vector<Input> read_inputs(const std::vector<std::string>& names, Sources& sources,
                               Diagnostics& diagnostics);

}  // namespace pubbuild
