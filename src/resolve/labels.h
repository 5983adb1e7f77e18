// Which figures, tables and boxes a style sheet numbers or labels.
#pragma once

#include "tree/publication.h"

namespace pubbuild {

// Figures and tables whose authors named them `fig:…` and `tbl:…` get the class "numbered"; notes, warnings,
// exercises and answers without a heading or label of their own the class "unlabelled".
void label_boxes(Publication& publication);

}  // namespace pubbuild
