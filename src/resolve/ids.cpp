// Ids given, ids renamed, and the names that lead to them.
#include "resolve/ids.h"

#include <algorithm>

#include "base/nearest.h"
#include "base/utf8.h"
#include "resolve/slug.h"
#include "resolve/walk.h"

namespace pubbuild {

namespace {

// Looking for a likely name is for people: beyond so many it costs more than it tells.
constexpr size_t most_compared_names = 2000;

bool is_ascii_name(std::string_view id) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto inner = [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  };
  return !id.empty() && letter(id.front()) && std::all_of(id.begin(), id.end(), inner);
}

// Notes are named when they are numbered.
bool is_note(const Tree& tree, NodeId node) {
  return tree.is_element(node, Tag::aside) && tree.has_class(node, "footnote");
}

void keep_or_rename(Tree& tree, NodeId node, size_t article, Ids& ids, Diagnostics& diagnostics) {
  const std::string given(tree.attribute(node, Attr::id));
  if (ids.has_name(article, given)) {
    diagnostics.warning("id-duplicate", tree.span(node),
                        "the id '" + given + "' is given twice in this article",
                        "links to it lead to the first of them");
  }
  const std::string id = ids.unique(is_ascii_name(given) ? given : article_prefix(article) + "id");
  ids.call(article, given, id);
  tree.set_attribute(node, Attr::id, id);
}

}  // namespace

std::string Ids::unique(std::string_view wish) {
  std::string id(wish);
  int& number = last_number_[id];
  while (!taken_.insert(id).second)
    id = std::string(wish) + "-" + std::to_string(number = std::max(number, 1) + 1);
  return id;
}

void Ids::call(size_t article, std::string_view name, std::string_view id) {
  if (of_article_.size() <= article) {
    of_article_.resize(article + 1);
    in_order_.resize(article + 1);
  }
  if (!of_article_[article].emplace(name, id).second) return;
  in_order_[article].emplace_back(name);
  of_all_.emplace(name, id);
}

bool Ids::has_name(size_t article, std::string_view name) const {
  return article < of_article_.size() && of_article_[article].contains(std::string(name));
}

const std::string* Ids::find(size_t article, std::string_view name) const {
  const std::string key(name);
  if (has_name(article, name)) return &of_article_[article].at(key);
  const auto found = of_all_.find(key);
  return found == of_all_.end() ? nullptr : &found->second;
}

std::string Ids::nearest(size_t article, std::string_view name) const {
  if (article >= in_order_.size()) return {};
  NearestName nearest(name, utf8::count(name) / 2 + 1);
  const size_t compared = std::min(in_order_[article].size(), most_compared_names);
  for (size_t at = 0; at < compared; ++at) nearest.offer(in_order_[article][at]);
  return nearest.found();
}

std::string article_prefix(size_t article) {
  return article == 0 ? "" : "a" + std::to_string(article + 1) + "-";
}

Ids keep_author_ids(Publication& publication, Diagnostics& diagnostics) {
  Ids ids;
  Tree& tree = publication.tree;
  for (size_t article = 0; article < publication.articles.size(); ++article) {
    for (const NodeId node : elements_below(tree, publication.articles[article].root)) {
      if (!tree.has(node, Attr::id) || is_note(tree, node)) continue;
      if (tree.attribute(node, Attr::id).empty()) {
        tree.remove_attribute(node, Attr::id);
      } else {
        keep_or_rename(tree, node, article, ids, diagnostics);
      }
    }
  }
  return ids;
}

}  // namespace pubbuild
