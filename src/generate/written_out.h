// What style sheets add to the text → what of it an EPUB holds as text, because reading systems would not
// make it.
#pragma once

#include "generate/generate.h"
#include "style/reading_system_css.h"

namespace pubbuild {

// Whether reading systems make all of this themselves: words, attributes and quotation marks, but no numbers
// (they begin anew with every file of an EPUB, where they are counted at all) and nothing of other elements.
bool is_plain(const Content& content);

// Leaves in the tree what is not plain, as spans of the classes that css_for_reading_systems speaks to, and
// puts markers that reading systems have no list style for before the text of their items. All else is taken
// out again: the style sheet makes it. `generated` is what generate() made of this tree for reading systems.
// Elements that may hold no span in XHTML get none.
WrittenPseudos write_out(Tree& tree, const Styles& styles, const Generated& generated);

}  // namespace pubbuild
