// Warns of content that was cut and of references that lead nowhere.
#include "generate/unmade.h"

namespace pubbuild {

void tell_of_unmade(const Tree& tree, const Generated& generated, Diagnostics& diagnostics) {
  if (generated.is_cut)
    diagnostics.warning("content-cut", {}, "of `content` longer than 100 bytes no more than 1 MB is made");
  if (generated.counters_cut)
    diagnostics.warning("counters-cut", {}, "counters change more than a million times",
                        "margin boxes do not show what changes after that");
  for (const UnknownTarget& target : generated.unknown_targets) {
    diagnostics.warning(
        "target-unknown", tree.span(target.element),
        "the style sheet refers to " + printable(target.address) + ", which nothing is called",
        "no number or text stands there");
  }
}

}  // namespace pubbuild
