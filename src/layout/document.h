// What all steps of layout read, and what they write side by side with the galley: notes, destinations,
// structure.
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "layout/galley.h"
#include "picture/picture.h"
#include "style/cascade.h"
#include "text/shaper.h"
#include "tree/publication.h"

namespace pubbuild {

// A footnote as it will stand at the foot of a page.
struct Note {
  NodeId aside = NodeId::none;
  Galley body;
  Length height;
};

// The logical structure as it grows while boxes are laid out in reading order.
class Structure {
 public:
  explicit Structure(std::string language);
  StructureId add(Role role, StructureId parent, std::string lang = {}, std::string alt = {});
  StructureElement& operator[](StructureId id) { return elements_[static_cast<size_t>(id)]; }
  std::vector<StructureElement> take() { return std::move(elements_); }

 private:
  std::vector<StructureElement> elements_;
};

struct LayoutInput {
  const Publication& publication;
  const Styles& styles;
  const StyleSheet& sheet;
  const std::unordered_map<NodeId, NodeId>& markers;  // list item → the node with its marker's text
  const std::unordered_map<NodeId, std::vector<NamedString>>& strings;  // element → what string-set gives
  const std::unordered_map<NodeId, std::vector<CounterChange>>& counters;  // element → what they are there
  const Pictures& pictures;
};

// The widths that content would take: on one line for each forced one, and broken wherever it may be.
struct ContentWidths {
  Length widest;
  Length narrowest;
};

// The state that blocks, paragraphs and tables share.
struct LayoutDocument {
  LayoutDocument(const LayoutInput& what, Fonts& fonts, const Sources& files, Diagnostics& said)
      : input(what),
        shaper(fonts),
        sources(files),
        diagnostics(said),
        structure(what.publication.metadata.lang.text) {}

  LayoutInput input;
  Shaper shaper;
  const Sources& sources;
  Diagnostics& diagnostics;
  Structure structure;
  Size page_area;                                      // the content box of a page
  std::unordered_map<std::string_view, NodeId> by_id;  // elements with an id
  std::unordered_map<NodeId, DestinationId> destinations;
  std::unordered_map<NodeId, NoteId> note_of_aside;
  std::vector<Note> notes;
  std::set<char32_t> reported_missing;
  // Of what elements hold. Elements stand in each other, and each asks for the widths of all in it.
  std::unordered_map<NodeId, ContentWidths> content_widths;

  const Tree& tree() const { return input.publication.tree; }
  const ComputedStyle& style(NodeId node) const { return input.styles.of(node); }
};

}  // namespace pubbuild
