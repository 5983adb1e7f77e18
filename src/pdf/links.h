// Links and destinations → link annotations and the places they lead to (ISO 32000-1 §12.3.2 and §12.5.6.5).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "page/pages.h"
#include "pdf/object_store.h"
#include "pdf/structure.h"

namespace pubbuild::pdf {

// "[12 0 R /XYZ x y null]"; empty where the destination does not exist.
std::string destination_array(const PagedDocument& document, DestinationId destination,
                              const std::vector<ObjectId>& pages);
// What RFC 3986 allows in a URI stays; everything else is percent-encoded.
std::string ascii_uri(std::string_view uri);
// The annotations of a page: "12 0 R 13 0 R "; empty where it has none.
std::string add_links(ObjectStore& store, const PagedDocument& document, uint32_t page,
                      const std::vector<ObjectId>& pages, StructureTree& structure);

}  // namespace pubbuild::pdf
