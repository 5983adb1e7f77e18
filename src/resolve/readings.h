// Readings in bopomofo → the class by which a style sheet sets them at the right of their characters.
#pragma once

#include "tree/publication.h"

namespace pubbuild {

// Ruby whose every reading is bopomofo gets the class "zhuyin".
void mark_zhuyin(Publication& publication);

}  // namespace pubbuild
