// Divisions that name a file of values → tables.
#pragma once

#include "base/diagnostics.h"
#include "base/roots.h"
#include "base/source.h"
#include "tree/publication.h"

namespace pubbuild {

// `div` of the class "table" with a file (`::: {.table file=schedule.csv}`) becomes a table of the values in
// it: CSV or TSV in any encoding, below the folder of its article. The words of the division are the caption.
// The first row is the head, unless the class "headless" is there too; columns of numbers are set right. A
// file that cannot be read is a warning, and the words stay.
void fill_tables(Publication& publication, const Roots& roots, Sources& sources, Diagnostics& diagnostics);

}  // namespace pubbuild
