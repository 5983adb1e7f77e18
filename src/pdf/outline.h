// Outline entries → the outline tree that viewers show beside the pages (ISO 32000-1 §12.3.3).
#pragma once

#include <vector>

#include "page/pages.h"
#include "pdf/object_store.h"

namespace pubbuild::pdf {

// The root of the outline; none where the document has no entries.
ObjectId write_outline(ObjectStore& store, const PagedDocument& document, const std::vector<ObjectId>& pages);

}  // namespace pubbuild::pdf
