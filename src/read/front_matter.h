// The YAML block at the front of an article → metadata.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "base/span.h"
#include "read/yaml.h"
#include "tree/publication.h"

namespace pubbuild {

struct FrontMatter {
  Metadata metadata;
  std::vector<std::string> only;  // the profiles that the article is for; empty: for all
  uint32_t body_begin = 0;        // the first byte of the file behind the block
};

// `text` is the article from its first line on. Where it begins with no block, or with a rule that only looks
// like one (never closed, a blank line follows, or no map in it), the body begins where the text does.
FrontMatter read_front_matter(const Sources& sources, Span text, Diagnostics& diagnostics);

// The metadata that a map holds. Keys it does not know are warned of, but for those in `others`.
Metadata read_metadata(const Yaml& map, const std::vector<std::string_view>& others,
                       Diagnostics& diagnostics);

}  // namespace pubbuild
