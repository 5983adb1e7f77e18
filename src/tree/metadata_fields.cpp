// Keys of front matter ↔ fields of the metadata.
#include "tree/metadata_fields.h"

#include <algorithm>
#include <iterator>

namespace pubbuild {

namespace {

constexpr MetadataField fields[] = {
    {"title", &Metadata::title},
    {"subtitle", &Metadata::subtitle},
    {"source", &Metadata::source},
    {"date", &Metadata::date},
    {"lang", &Metadata::lang},
    {"publisher", &Metadata::publisher},
    {"rights", &Metadata::rights},
    {"description", &Metadata::description},
    {"identifier", &Metadata::identifier},
    {"series", &Metadata::series},
    {"volume", &Metadata::volume},
    {"cover", &Metadata::cover},
    {"line-break", &Metadata::line_break},
    {"paper", &Metadata::paper},
    {"font-size", &Metadata::font_size},
    {"margins", &Metadata::margins},
    {"direction", &Metadata::direction},
    {"writing-mode", &Metadata::writing_mode},
};

}  // namespace

std::span<const MetadataField> metadata_fields() {
  return fields;
}

const MetadataField* metadata_field_named(std::string_view key) {
  const auto* found = std::find_if(std::begin(fields), std::end(fields),
                                   [&](const MetadataField& field) { return field.key == key; });
  return found == std::end(fields) ? nullptr : found;
}

}  // namespace pubbuild
