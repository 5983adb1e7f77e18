// Tree and computed styles → what style sheets add to the text: markers of lists, ::before and ::after, named
// strings, styles of first letters.
#pragma once

#include <unordered_map>
#include <vector>

#include "generate/page_references.h"
#include "style/cascade.h"
#include "tree/tree.h"

namespace pubbuild {

// A span that stands in the tree as a child of its element, and the pseudo-element it is.
struct Insertion {
  NodeId span = NodeId::none;
  Pseudo pseudo = Pseudo::before;
};

// A target-…() function at `element` points at what is not there.
struct UnknownTarget {
  NodeId element = NodeId::none;
  std::string address;
};

// Made spans, each with its style in Styles and marked as generated. A leader is an empty span whose style
// keeps it as its content.
struct Generated {
  // A list item → its marker, which stands nowhere in the tree: layout places it. Those inside the text are
  // inserted instead.
  std::unordered_map<NodeId, NodeId> markers;
  // What ::before and ::after became, as first and last children of their elements.
  std::vector<Insertion> inserted;
  // All that was made, texts too → the element of the author that it was made for.
  std::unordered_map<NodeId, NodeId> element_of;
  // An element → what string-set gives names there.
  std::unordered_map<NodeId, std::vector<NamedString>> strings;
  // An element → the values that counters have once its style and those of its ::before and ::after changed
  // them, `page` aside, which only pages count.
  std::unordered_map<NodeId, std::vector<CounterChange>> counters;
  // Numbers that only finished pages know: written with a guess, to be written again when the pages are
  // there.
  std::vector<PageReference> page_references;
  std::vector<UnknownTarget> unknown_targets;
  // Texts longer than elements are worth grew without end: some were not made.
  bool is_cut = false;
  // More counters changed than any book counts: `counters` has those that changed first.
  bool counters_cut = false;
};

// Numbers and writes everything as CSS Lists 3, CSS Content 3 and HTML say (ol start and reversed, li value).
// First letters get their styles in `styles`. What a reading system has no pages for (page numbers, leaders)
// is not made for it, nor the pseudo-element that asks for it. Total: any style is accepted.
Generated generate(Tree& tree, Styles& styles, Medium medium = Medium::print);

// Takes what was inserted out of the tree again, so that another medium finds it as the author wrote it.
void withdraw(Tree& tree, const Generated& generated);

// A place in something made → the element it was made for; any other place is itself.
TreePosition written_position(const Generated& generated, TreePosition position);

}  // namespace pubbuild
