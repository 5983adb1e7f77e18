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
  std::vector<std::string> left_alone;  // names of articles that are in no UTF-8 or hold damaged bytes
};

// Repairs until nothing is left to repair. `request` and `sources` are those of the articles as read;
// afterwards `request` names the repaired texts in `sources`.
FixedArticles fix(BuildRequest& request, Sources& sources);

}  // namespace pubbuild
