// The fields of the metadata that hold one text, by their names in front matter.
#pragma once

#include <span>
#include <string_view>

#include "tree/publication.h"

namespace pubbuild {

struct MetadataField {
  std::string_view key;
  Field Metadata::*field;
};

std::span<const MetadataField> metadata_fields();
// Nullptr for a key that is none of them (author, subject and style hold lists).
const MetadataField* metadata_field_named(std::string_view key);

}  // namespace pubbuild
