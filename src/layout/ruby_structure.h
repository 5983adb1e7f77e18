// Bases and annotations of ruby → their elements of the logical structure (ISO 32000-1 §14.8.4.4.2).
#pragma once

#include <vector>

#include "layout/ruby_content.h"

namespace pubbuild {

// Of one paragraph; an element goes on from line to line.
class RubyStructure {
 public:
  // The RB of the base `source`, in the Ruby elements of all bases around it, in `parent`; what has no
  // annotation gets none.
  StructureId base(LayoutDocument& document, const RubyContent& ruby, uint32_t source, StructureId parent);
  // The RT beside it, once its base is there.
  StructureId text(LayoutDocument& document, uint32_t source, const ComputedStyle& style);

 private:
  struct Elements {
    StructureId ruby = StructureId::artifact;
    StructureId base = StructureId::artifact;
    StructureId text = StructureId::artifact;
  };
  std::vector<Elements> elements_;  // by RubyPair::source
};

}  // namespace pubbuild
