// Tree and computed styles → what style sheets add to the text: markers of lists, ::before and ::after.
#pragma once

#include <unordered_map>
#include <vector>

#include "style/cascade.h"
#include "tree/tree.h"

namespace pubbuild {

// Made spans, each with its style in Styles and marked as generated.
struct Generated {
  // A list item → its marker, which stands nowhere in the tree: layout places it.
  std::unordered_map<NodeId, NodeId> markers;
  // What ::before and ::after became, as first and last children of their elements.
  std::vector<NodeId> inserted;
  // All that was made, texts too → the element of the author that it was made for.
  std::unordered_map<NodeId, NodeId> element_of;
  // Texts longer than elements are worth grew without end: some were not made.
  bool is_cut = false;
};

// Numbers everything as CSS Lists 3 and HTML say (ol start and reversed, li value). Content that only
// finished pages know (page numbers, leaders, running strings) is left out. Total: any style is accepted.
Generated generate(Tree& tree, Styles& styles);

// Takes what was inserted out of the tree again, so that another medium finds it as the author wrote it.
void withdraw(Tree& tree, const Generated& generated);

// A place in something made → the element it was made for; any other place is itself.
TreePosition written_position(const Generated& generated, TreePosition position);

}  // namespace pubbuild
