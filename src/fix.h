// Articles → the same with the repairs that are certain, and what was changed.
#pragma once

#include <string>
#include <vector>

#include "base/output.h"
#include "build.h"

namespace pubbuild {

struct FixedArticles {
  std::string diff;  // of all, as `patch` reads it
  std::vector<OutputFile>
      files;  // what to write: the articles, and beside each what it was, under a name not taken
  // Names of articles that are no text, hold damaged bytes, or lack a character of the repaired text in their
  // encoding.
  std::vector<std::string> left_alone;
};

// Repairs until nothing is left to repair. `request` and `sources` are those of the articles as read;
// afterwards `request` names the repaired texts in `sources`.
FixedArticles fix(BuildRequest& request, Sources& sources);

}  // namespace pubbuild
