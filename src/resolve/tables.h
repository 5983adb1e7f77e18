// Header cells and what they head, for who hears the table read out.
#pragma once

#include "tree/publication.h"

namespace pubbuild {

// Gives each `th` without a scope one: its column in a thead, else its row.
void scope_header_cells(Publication& publication);

}  // namespace pubbuild
