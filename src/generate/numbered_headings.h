// Headings and what ::before and ::after count at them → headings as outline and contents show them.
#pragma once

#include <vector>

#include "generate/generate.h"
#include "tree/publication.h"

namespace pubbuild {

// "第一章　总则". Plain words of the style sheet are no part of a heading. `generated` is what generate()
// made of the publication's tree and still stands in it.
std::vector<Heading> numbered_headings(const Publication& publication, const Styles& styles,
                                       const Generated& generated);

}  // namespace pubbuild
