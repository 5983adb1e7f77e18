// The pictures that the articles and the cover name → checked pictures, each file read once.
#pragma once

#include "base/diagnostics.h"
#include "base/roots.h"
#include "picture/picture.h"
#include "tree/publication.h"

namespace pubbuild {

// An img whose picture cannot be had gets no PictureId and a warning: outputs draw a frame with its
// alternative text.
void load_pictures(Publication& publication, Pictures& pictures, const Roots& roots,
                   Diagnostics& diagnostics);

}  // namespace pubbuild
