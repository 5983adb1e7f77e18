// What styles were asked for → the style sheets of a build, in the order they are to be read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/roots.h"
#include "base/source.h"
#include "style/stylesheet.h"
#include "tree/publication.h"

namespace pubbuild {

struct StyleRequest {
  std::string folder;              // of pubbuild's own sheets: base.css, and a file a theme
  std::vector<std::string> named;  // on the command line: names of themes, or CSS files
};

// Whether a style is named by its file, which may lie anywhere; otherwise it is a theme.
bool is_style_file(std::string_view name);

// base.css, then themes, then the user's sheets, then what the metadata says of pages (style_settings.h).
// Themes named on the command line take the place of those that the metadata names; without any, the theme is
// `article`. A name that is no theme is an error with the themes there are; files that the metadata names are
// read through `roots`.
std::vector<StyleFile> choose_styles(const StyleRequest& request, const Publication& publication,
                                     const Roots& roots, Sources& sources, Diagnostics& diagnostics);

}  // namespace pubbuild
