// Elements of the class "index" → the terms of the index.
#include "resolve/index_terms.h"

#include "resolve/walk.h"

namespace pubbuild {

std::vector<IndexTerm> name_index_terms(Publication& publication, Ids& ids, Diagnostics& diagnostics) {
  Tree& tree = publication.tree;
  std::vector<IndexTerm> terms;
  for (const NodeId node : elements_below(tree, publication.body)) {
    if (!tree.has_class(node, "index")) continue;
    std::string words = plain_words(tree, node);
    if (words.empty()) {
      diagnostics.warning("index-empty", tree.span(node), "there are no words here to put into the index",
                          "write them into the brackets: [term]{.index}");
      continue;
    }
    if (!tree.has(node, Attr::id))
      tree.set_attribute(node, Attr::id, ids.unique("i" + std::to_string(terms.size() + 1)));
    terms.push_back({node, std::move(words), std::string(tree.attribute(node, Attr::data_key)),
                     std::string(tree.attribute(node, Attr::id))});
  }
  return terms;
}

}  // namespace pubbuild
