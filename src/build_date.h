// The date that outputs carry: never the clock's, so that the same input gives the same bytes.
#pragma once

#include <cstdint>

#include "base/diagnostics.h"
#include "tree/publication.h"

namespace pubbuild {

// Seconds since 1970-01-01 UTC: SOURCE_DATE_EPOCH (reproducible-builds.org) as `epoch` where it is set, else
// the publication's date, else 1980-01-01, the first day a ZIP archive can name.
int64_t build_date(const char* epoch, const Metadata& metadata, Diagnostics& diagnostics);

}  // namespace pubbuild
