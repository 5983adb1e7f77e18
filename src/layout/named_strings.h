// string-set: the values that named strings take at an element (CSS GCPM 3 §1.1).
#pragma once

#include <vector>

#include "layout/galley.h"
#include "tree/tree.h"

namespace pubbuild {

std::vector<NamedString> named_strings(const Tree& tree, NodeId element, const ComputedStyle& style);

}  // namespace pubbuild
