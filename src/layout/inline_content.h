// Inline elements and text of one block → flat text with styles, and where each part of it came from.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "layout/document.h"
#include "layout/galley.h"
#include "text/flat_text.h"

namespace pubbuild {

constexpr uint32_t no_ruby = 0xFFFFFFFF;

// Where a style run came from, by StyleRun::source.
struct InlineSource {
  NodeId element = NodeId::none;  // the element whose style it has
  NodeId link = NodeId::none;     // the `a` around it
  NoteId note = NoteId::none;     // it is the call of this note
  NodeId picture = NodeId::none;  // it is this img, at a U+FFFC
  bool is_note_label = false;
  uint32_t ruby = no_ruby;  // the innermost base it stands in, by RubyPair::source
};

// Byte `flat` of the flat text is the place `position` of the tree, and so on up to the next origin.
struct TextOrigin {
  uint32_t flat = 0;
  TreePosition position;
};

// An element with marks begins at byte `flat` of the flat text.
struct InlineAnchor {
  NodeId element = NodeId::none;
  uint32_t flat = 0;
};

// What stands at a U+FFFC of the text: a picture, a block laid out before, a leader, or nothing but the edges
// of a box.
// All places are relative to its start and its baseline.
struct ObjectContent {
  NodeId picture = NodeId::none;
  Rect picture_area;
  std::vector<Item> items;
  std::vector<NoteCall> notes;
  Marks marks;
  std::string leader{};  // what is repeated along the line; empty: no leader
};

struct RubyContent;

struct InlineContent {
  InlineContent();
  InlineContent(InlineContent&&) noexcept;
  ~InlineContent();

  FlatText text;
  std::vector<InlineSource> sources;
  std::vector<TextOrigin> origins;
  std::vector<ObjectContent> objects;  // those of `text`, in order
  std::vector<InlineAnchor> anchors;
  std::vector<const ComputedStyle*> decorators;  // blocks around it whose text is underlined or the like
  std::unique_ptr<const RubyContent> ruby;       // what is written beside it; nothing where it has no ruby
  bool is_blank() const { return text.text.empty(); }
};

// The block that inline content stands in, and whether what stands in a line as a block is laid out or only
// measured.
struct InlinePlace {
  enum class Purpose : uint8_t { set, measure } purpose = Purpose::set;
  Length measure;
  StructureId structure = StructureId::artifact;
};

// The nodes from `first` up to but not `end` (siblings), in a block of style `block`. White space is
// collapsed as CSS Text 3 §4 says; what ends a line or a paragraph has none before it.
InlineContent collect_inlines(LayoutDocument& document, NodeId first, NodeId end, const ComputedStyle& block,
                              const InlinePlace& place);
// Text made by layout, in one style.
InlineContent inline_text(std::string text, const ComputedStyle& style);

// The place in the tree of a byte of the flat text.
TreePosition origin_of(const InlineContent& content, uint32_t flat);

// The size at which a picture stands, along the lines and across them: as CSS or the attributes say, else its
// own, never larger than the page area.
Size picture_size(const LayoutDocument& document, NodeId img, Length measure);

}  // namespace pubbuild
