// Bases and their annotations → clusters far enough apart for them, and which lines may end in a base.
#pragma once

#include <cstdint>
#include <vector>

#include "text/flat_text.h"
#include "text/prepared.h"

namespace pubbuild {

// How ruby-align shares out what a base, or its annotation, lacks in width over so many pieces that white may
// part (CSS Ruby 1 §4.3).
class RubySpread {
 public:
  RubySpread(RubyAlign align, int64_t lack, int64_t pieces) : align_(align), lack_(lack), pieces_(pieces) {}
  // All the white before this piece, counted from 0; before the one past the last, all there is.
  int64_t before(int64_t piece) const;

 private:
  RubyAlign align_;
  int64_t lack_;
  int64_t pieces_;
};

// Where the first cluster is that does not begin before this byte.
size_t cluster_at(const std::vector<Cluster>& clusters, uint32_t byte);

// Annotations wider than their bases hang over kana beside them as JLREQ §3.3.8 says, and widen their bases
// for the rest; at the edges of lines they hang over nothing. Clusters are spaced already.
void space_rubies(std::vector<Cluster>& clusters, const FlatText& text);

}  // namespace pubbuild
