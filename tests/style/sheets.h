// What the tests of styles share: sheets from text, diagnostics as text.
#pragma once

#include <string>

#include "shipped_styles.h"
#include "style/cascade.h"

namespace pubbuild::testing {

// A sheet read from texts, and what was said about them: "t.css:1:5 style-bad-value" a line.
struct Sheet {
  explicit Sheet(const std::string& theme, const std::string& base = "", const std::string& user = "") {
    std::vector<StyleFile> files;
    if (!base.empty()) files.push_back({sources.add("base.css", base), Origin::base});
    files.push_back({sources.add("t.css", theme), Origin::theme});
    if (!user.empty()) files.push_back({sources.add("user.css", user), Origin::user});
    sheet = read_styles(sources, files, diagnostics, shipped_imports(sources));
  }
  std::string said() const {
    std::string text;
    for (const Diagnostic& one : diagnostics.all()) {
      if (!text.empty()) text += "\n";
      const Position at = sources[one.span.file].position(one.span.begin);
      text += sources[one.span.file].name() + ":" + std::to_string(at.line) + ":" +
              std::to_string(at.column) + " " + std::string(one.code);
    }
    return text;
  }

  Sources sources;
  Diagnostics diagnostics;
  StyleSheet sheet;
};

}  // namespace pubbuild::testing
