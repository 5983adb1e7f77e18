// The fields of the metadata by name.
#include "settings.h"

#include <algorithm>

#include "tree/metadata_fields.h"

namespace pubbuild {

namespace {

bool sets(const std::vector<Setting>& settings, std::string_view key) {
  return std::any_of(settings.begin(), settings.end(),
                     [&](const Setting& setting) { return setting.key == key; });
}

}  // namespace

std::vector<std::string_view> setting_keys() {
  std::vector<std::string_view> keys = {"author", "subject"};
  for (const MetadataField& field : metadata_fields()) keys.push_back(field.key);
  std::sort(keys.begin(), keys.end());
  return keys;
}

bool is_setting_key(std::string_view key) {
  return key == "author" || key == "subject" || metadata_field_named(key) != nullptr;
}

void apply_settings(const std::vector<Setting>& settings, Metadata& metadata) {
  if (sets(settings, "author")) metadata.authors.clear();
  if (sets(settings, "subject")) metadata.subjects.clear();
  for (const Setting& setting : settings) {
    if (setting.key == "author") metadata.authors.push_back({setting.value, "", ""});
    if (setting.key == "subject") metadata.subjects.push_back(setting.value);
    if (const MetadataField* field = metadata_field_named(setting.key)) {
      metadata.*field->field = {setting.value, {}};
    }
  }
}

}  // namespace pubbuild
