// A publication → what an editor would mark in it, and which of it can be put right without asking.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "tree/publication.h"

namespace pubbuild::proof {

// Bytes of a source that are to be replaced.
struct Repair {
  Span span;
  std::string text;
};

// Says what it finds as warnings, each with its code and a hint. Gives the repairs that are certain: in the
// order of their places, none within another.
std::vector<Repair> proofread(const Publication& publication, const Sources& sources,
                              Diagnostics& diagnostics);

}  // namespace pubbuild::proof
