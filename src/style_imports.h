// What @import names → style sheets, read where the importing sheet may read.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "base/roots.h"
#include "base/source.h"
#include "style/stylesheet.h"

namespace pubbuild {

// The largest style sheets of publishers have a fifth of this.
constexpr size_t most_style_bytes = size_t{1} * 1024 * 1024;

// CSS Syntax 3 §3.2: bytes that are no UTF-8 are read as U+FFFD.
std::string decoded_style(std::string_view bytes);

// Reads each file once. A sheet of the publication may import what `roots` lets it; one named on the command
// line what lies in its own folder too; a shipped one what is shipped with it. Addresses are refused: nothing
// is fetched.
class StyleImports {
 public:
  StyleImports(const Roots& roots, Sources& sources) : roots_(roots), sources_(sources) {}

  std::variant<StyleFile, Refusal> read(const StyleFile& from, std::string_view url);

 private:
  FileBytes bytes_of(const StyleFile& from, const std::string& path) const;

  const Roots& roots_;
  Sources& sources_;
  std::map<std::string, FileId> known_;  // by path
};

}  // namespace pubbuild
