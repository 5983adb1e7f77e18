// What a style sheet asked to be generated and could not be → warnings.
#pragma once

#include "base/diagnostics.h"
#include "generate/generate.h"

namespace pubbuild {

// At the elements that asked for it.
void tell_of_unmade(const Tree& tree, const Generated& generated, Diagnostics& diagnostics);

}  // namespace pubbuild
