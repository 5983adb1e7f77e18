// @font-face rules of a style sheet → the faces they compose, from installed fonts and from font files.
#pragma once

#include "base/diagnostics.h"
#include "base/roots.h"
#include "font/fonts.h"
#include "style/stylesheet.h"

namespace pubbuild {

// Makes known to `fonts` what the rules of `medium` define: of each the first source that there is (CSS Fonts
// 4 §4.3). Says which files are missing or damaged. Files are read through `roots`, nothing comes from a
// network.
void define_faces(const StyleSheet& sheet, Medium medium, const Roots& roots, Fonts& fonts,
                  Diagnostics& diagnostics);

}  // namespace pubbuild
