// A paragraph that holds one picture and nothing else → a figure with its caption.
#pragma once

#include "base/diagnostics.h"
#include "tree/publication.h"

namespace pubbuild {

// The caption is the picture's title where it has one, else its alternative text; a picture with neither has
// none and gets a warning, because a reader who cannot see it learns nothing.
void make_figures(Publication& publication, Diagnostics& diagnostics);

}  // namespace pubbuild
