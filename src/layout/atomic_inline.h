// An element laid out as a block of its own that stands in a line like a letter (inline-block).
#pragma once

#include "layout/document.h"
#include "layout/inline_content.h"

namespace pubbuild {

// The width of its margin box: as asked for, else as wide as its content, no wider than `measure` where that
// can be broken (CSS 2.2 §10.3.9).
Length atomic_width(LayoutDocument& document, NodeId node, Length measure);

// Its items stand relative to the start of its margin box and to its baseline, which is that of its last
// line, or its lower edge where it has none (CSS 2.2 §10.8.1).
struct AtomicBox {
  Length ascent;  // of the margin box
  Length descent;
  ObjectContent content;
};
AtomicBox lay_out_atomic(LayoutDocument& document, NodeId node, Length measure, StructureId parent);

}  // namespace pubbuild
