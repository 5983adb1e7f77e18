// The fields of the metadata by name.
#include "settings.h"

#include <algorithm>

namespace pubbuild {

namespace {

struct FieldName {
  std::string_view key;
  Field Metadata::*field;
};

constexpr FieldName fields[] = {
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
};

Field Metadata::*field_named(std::string_view key) {
  const auto* found = std::find_if(std::begin(fields), std::end(fields),
                                   [&](const FieldName& field) { return field.key == key; });
  return found == std::end(fields) ? nullptr : found->field;
}

bool sets(const std::vector<Setting>& settings, std::string_view key) {
  return std::any_of(settings.begin(), settings.end(),
                     [&](const Setting& setting) { return setting.key == key; });
}

}  // namespace

std::vector<std::string_view> setting_keys() {
  std::vector<std::string_view> keys = {"author", "subject"};
  for (const FieldName& field : fields) keys.push_back(field.key);
  std::sort(keys.begin(), keys.end());
  return keys;
}

bool is_setting_key(std::string_view key) {
  return key == "author" || key == "subject" || field_named(key) != nullptr;
}

void apply_settings(const std::vector<Setting>& settings, Metadata& metadata) {
  if (sets(settings, "author")) metadata.authors.clear();
  if (sets(settings, "subject")) metadata.subjects.clear();
  for (const Setting& setting : settings) {
    if (setting.key == "author") metadata.authors.push_back({setting.value, "", ""});
    if (setting.key == "subject") metadata.subjects.push_back(setting.value);
    if (Field Metadata::*const field = field_named(setting.key)) metadata.*field = {setting.value, {}};
  }
}

}  // namespace pubbuild
