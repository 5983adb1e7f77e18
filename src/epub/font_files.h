// The text of an EPUB and its styles → the fonts embedded in it, and the CSS that names them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "epub/epub.h"
#include "font/fonts.h"
#include "style/cascade.h"
#include "tree/tree.h"

namespace pubbuild {

struct EmbeddedFonts {
  std::vector<PackedFont> files;
  std::string css;  // an @font-face rule for each face of each family
  // Lists of families, as styles ask for them → the one family that stands for the list.
  std::map<std::vector<std::string>, std::string> families;
};

// Which characters a text shows in which style.
class FontUsage {
 public:
  FontUsage(const Tree& tree, const Styles& styles) : tree_(tree), styles_(styles) {}

  // A node with all that stands in it.
  void add(NodeId node);
  void add_text(const ComputedStyle& style, std::string_view text);

  // By list of families, weight, slant and language, in that order.
  const std::map<FontRequest, std::set<char32_t>>& characters() const { return characters_; }

 private:
  const Tree& tree_;
  const Styles& styles_;
  std::map<FontRequest, std::set<char32_t>> characters_;
};

// Of each face that `fonts` chooses, a file with the characters it is chosen for. Fonts whose licence allows
// no subsets are left to the reader, which is said. The same input gives the same bytes.
EmbeddedFonts embed_fonts(const FontUsage& usage, Fonts& fonts, Diagnostics& diagnostics);

}  // namespace pubbuild
