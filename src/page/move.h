// Moves items about on their page.
#pragma once

#include "page/pages.h"

namespace pubbuild {

void move(Item& item, Point by);

}  // namespace pubbuild
