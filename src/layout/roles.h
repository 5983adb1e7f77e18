// Elements → roles of the logical structure.
#pragma once

#include "page/pages.h"
#include "tree/tree.h"

namespace pubbuild {

Role role_of(const Tree& tree, NodeId element);

}  // namespace pubbuild
