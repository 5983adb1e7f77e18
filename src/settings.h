// KEY=VALUE of the command line → a field of the metadata.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tree/publication.h"

namespace pubbuild {

struct Setting {
  std::string key;
  std::string value;
};

// The keys that --set knows, in the order they are told to users.
std::vector<std::string_view> setting_keys();
bool is_setting_key(std::string_view key);

// What is set on the command line takes the place of what the front matter says; `author` and `subject` may
// be set several times, an author each. Keys that are not known are left alone.
void apply_settings(const std::vector<Setting>& settings, Metadata& metadata);

}  // namespace pubbuild
