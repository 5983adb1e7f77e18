// YAML text → maps, lists and texts, each with its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "base/span.h"

namespace pubbuild {

enum class YamlKind : uint8_t { nothing, text, list, map };

struct YamlEntry;

// Scalars stay the text that was written: `no`, `1.10` and dates are no booleans, numbers or dates.
struct Yaml {
  YamlKind kind = YamlKind::nothing;
  Span span;
  std::string text;
  std::vector<Yaml> items;         // of a list
  std::vector<YamlEntry> entries;  // of a map, in the order of the text
};

struct YamlEntry {
  std::string key;
  Span key_span;
  Yaml value;
};

constexpr size_t max_yaml_bytes = 1'000'000;
constexpr size_t max_yaml_depth = 32;

// Mistakes are errors at their line and column; what was understood before them is returned. A duplicate key
// is reported and left out; anchors, aliases and merge keys are refused.
Yaml read_yaml(const Sources& sources, Span text, Diagnostics& diagnostics);

}  // namespace pubbuild
