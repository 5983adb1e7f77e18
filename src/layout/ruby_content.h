// Bases and annotations as they are collected → what stands beside a text, measured, and where.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "layout/inline_content.h"
#include "layout/ruby_segments.h"
#include "text/line_widths.h"
#include "text/prepared.h"

namespace pubbuild {

// A base with its annotation, by RubyPair::source.
struct RubySource {
  uint32_t parent = no_ruby;  // the base that it stands in
  bool has_text = false;      // without, it is no ruby
  size_t first_object = 0;    // of the annotation, in the annotations' text
  size_t first_box = 0;
};

// The text of all annotations of a paragraph, a line feed between them.
struct RubyContent {
  InlineContent texts;
  Prepared prepared;
  std::optional<LineWidths> widths;  // of `prepared`
  std::vector<RubySource> sources;
};

// What annotations take on both sides of a base.
struct RubyRoom {
  Length over;
  Length under;
  int levels = 0;
  RubyRoom with(const RubyRoom& other) const {
    return {max(over, other.over), max(under, other.under), levels > other.levels ? levels : other.levels};
  }
};

// A base in the text, and what stands beside it so far.
struct CollectedBase {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t source = no_ruby;
  RubyRoom beside;
};

// An annotation in the annotations' text, and how many objects and boxes stand before it.
struct RubyText {
  uint32_t begin = 0;
  uint32_t end = 0;
  size_t objects = 0;
  size_t boxes = 0;
};

class RubyWriter {
 public:
  RubyWriter(LayoutDocument& document, Length measure) : document_(document), measure_(measure) {}

  // The number of a new base in the base `parent`.
  uint32_t add_source(uint32_t parent);
  // Whether annotations can stand beside these bases: not where there is nothing, in too many layers, or
  // longer than a line, of which it warns.
  bool takes(const RubyLevel& level, const std::vector<CollectedBase>& bases, const FlatText& text);
  // Whether annotations of the level may be set as one.
  bool merges(const RubyLevel& level) const;
  void add_level(const RubyLevel& level, const std::vector<RubyText>& texts,
                 std::vector<CollectedBase>& bases, FlatText& text);
  // Measures all annotations.
  std::unique_ptr<const RubyContent> finish(InlineContent texts, FlatText& text);

 private:
  struct Beside {
    RubySide side = RubySide::over;
    Length offset;
  };

  const ComputedStyle& style_of(const RubyLevel& level) const { return document_.style(level.texts[0]); }
  bool is_too_long(NodeId annotation, const CollectedBase& base, const FlatText& text) const;
  RubyPair pair_of(const RubyText& text, const CollectedBase& first, const CollectedBase& last) const;
  uint32_t source_for(const RubyText& text, std::vector<CollectedBase>& bases, size_t first, size_t end);
  Beside place(const RubyLevel& level, const CollectedBase& base) const;
  void take_room(const ComputedStyle& style, RubySide side, CollectedBase& base, FlatText& text) const;
  void add_ruby(const RubyLevel& level, Beside beside, FlatText& text, uint32_t first_pair);
  void part_what_fits(FlatText& text) const;

  LayoutDocument& document_;
  const Length measure_;
  std::vector<RubySource> sources_;
};

}  // namespace pubbuild
