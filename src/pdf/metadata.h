// The metadata of a document → its information dictionary and the XMP packet that agrees with it.
#pragma once

#include <string>

#include "page/pages.h"

namespace pubbuild::pdf {

enum class Conformance { none, pdf_ua };

// The entries of /Info (ISO 32000-1 §14.3.3).
std::string information(const DocumentMetadata& metadata);
// ISO 16684-1; claims `conformance`.
std::string xmp_packet(const DocumentMetadata& metadata, Conformance conformance);

}  // namespace pubbuild::pdf
