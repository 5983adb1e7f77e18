// An item, some way off.
#include "page/move.h"

#include "page/axes.h"

namespace pubbuild {

void move(Item& item, Point by) {
  place(item, level_axes(by));
}

}  // namespace pubbuild
