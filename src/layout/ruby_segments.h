// The children of a ruby element → bases and the annotations of each (CSS Ruby 1 §2.2).
#pragma once

#include <vector>

#include "layout/document.h"

namespace pubbuild {

// Siblings from `first` up to but not `end`.
struct RubyPart {
  NodeId first = NodeId::none;
  NodeId end = NodeId::none;
  enum class Kind : uint8_t { base, blank } kind = Kind::base;  // blank: white space between bases
};

// Annotations on one side of their bases: as many as there are bases, or one for all. An annotation is an rt,
// or an rtc without any.
struct RubyLevel {
  std::vector<NodeId> texts;
  bool spans = false;
};

struct RubySegment {
  std::vector<RubyPart> parts;
  std::vector<RubyLevel> levels;  // the nearest to the bases first
};

// Text before an rt is a base also without an rb around it. An rt too many is a second annotation of its
// base, as in the HTML Standard §4.5.10.
std::vector<RubySegment> ruby_segments(const LayoutDocument& document, NodeId ruby);

}  // namespace pubbuild
