// Levels, names and the list of headings.
#include "resolve/headings.h"

#include <algorithm>
#include <array>

#include "resolve/slug.h"
#include "resolve/walk.h"

namespace pubbuild {

namespace {

bool stands_in_block(const Tree& tree, NodeId node, NodeId article) {
  for (NodeId at = tree.parent(node); at != article && at != NodeId::none; at = tree.parent(at)) {
    const Tag tag = tree.tag(at);
    const bool divides = tag == Tag::section || tag == Tag::div || tag == Tag::header || tag == Tag::main;
    if (!divides) return true;
  }
  return false;
}

std::vector<NodeId> all_headings(const Tree& tree, NodeId article) {
  std::vector<NodeId> headings = elements_below(tree, article);
  std::erase_if(headings, [&](NodeId node) { return !is_heading(tree, node); });
  return headings;
}

void set_level(Tree& tree, NodeId heading, int32_t level) {
  tree.set_tag(heading, static_cast<Tag>(static_cast<int32_t>(Tag::h1) + std::min(level, 6) - 1));
}

bool is_title(const Tree& tree, NodeId heading) {
  return tree.has_class(tree.parent(heading), "article-head");
}

// Gives the levels that headings went down by.
int32_t shift_below_title(Tree& tree, NodeId article) {
  std::vector<NodeId> headings = all_headings(tree, article);
  std::erase_if(headings, [&](NodeId heading) { return is_title(tree, heading); });
  const bool has_h1 = std::any_of(headings.begin(), headings.end(),
                                  [&](NodeId heading) { return heading_level(tree, heading) == 1; });
  if (!has_h1) return 0;
  for (const NodeId heading : headings) set_level(tree, heading, heading_level(tree, heading) + 1);
  return 1;
}

struct Levels {
  int32_t written;
  int32_t settled;
};

// Messages speak of the levels that the author wrote, `shift` above those in the tree.
void close_up(Tree& tree, NodeId article, int32_t shift, Diagnostics& diagnostics) {
  std::vector<Levels> open;
  int32_t last_written = 1;
  for (const NodeId heading : outline_headings(tree, article)) {
    const int32_t written = heading_level(tree, heading);
    while (!open.empty() && open.back().written >= written) open.pop_back();
    const int32_t settled = open.empty() ? (is_title(tree, heading) ? 1 : 2) : open.back().settled + 1;
    if (written > last_written + 1) {
      diagnostics.warning(
          "heading-level", tree.span(heading),
          "a heading of level " + std::to_string(written - shift) + " follows " +
              (last_written == 1 ? "the title" : "one of level " + std::to_string(last_written - shift)),
          "it is set as level " + std::to_string(settled - shift));
    }
    last_written = written;
    open.push_back({written, settled});
    set_level(tree, heading, settled);
  }
}

// The numbers of the headings above and of this one: "s2-1" for the first h3 under the second h2.
class SectionNumbers {
 public:
  std::string next(int32_t level) {
    const auto own = static_cast<size_t>(std::clamp(level, 2, 6) - 2);
    ++numbers_[own];
    std::fill(numbers_.begin() + static_cast<std::ptrdiff_t>(own) + 1, numbers_.end(), 0);
    std::string name = "s" + std::to_string(numbers_[0]);
    for (size_t at = 1; at <= own; ++at) name += "-" + std::to_string(numbers_[at]);
    return name;
  }

 private:
  std::array<int, 5> numbers_{};
};

void name_headings_of(Tree& tree, NodeId article, size_t number, Ids& ids) {
  SectionNumbers sections;
  IdentifierMaker identifiers;
  for (const NodeId heading : all_headings(tree, article)) {
    const bool title = is_title(tree, heading);
    const std::string section = title ? "title" : sections.next(heading_level(tree, heading));
    const std::string words = plain_words(tree, heading);
    if (tree.attribute(heading, Attr::id).empty()) {
      const std::string slug = ascii_slug(words);
      const std::string wish = slug.empty() ? article_prefix(number) + section : slug;
      tree.set_attribute(heading, Attr::id, ids.unique(wish));
    }
    const std::string id(tree.attribute(heading, Attr::id));
    for (const std::string& name : identifiers.next(words)) ids.call(number, name, id);
  }
}

}  // namespace

std::vector<NodeId> outline_headings(const Tree& tree, NodeId article) {
  std::vector<NodeId> headings = all_headings(tree, article);
  std::erase_if(headings, [&](NodeId heading) { return stands_in_block(tree, heading, article); });
  return headings;
}

void settle_heading_levels(Publication& publication, Diagnostics& diagnostics) {
  for (const Article& article : publication.articles) {
    const int32_t shift = shift_below_title(publication.tree, article.root);
    close_up(publication.tree, article.root, shift, diagnostics);
  }
}

std::vector<Heading> name_headings(Publication& publication, Ids& ids) {
  Tree& tree = publication.tree;
  std::vector<Heading> headings;
  for (size_t number = 0; number < publication.articles.size(); ++number) {
    const NodeId article = publication.articles[number].root;
    name_headings_of(tree, article, number, ids);
    for (const NodeId node : outline_headings(tree, article)) {
      headings.push_back({node, heading_level(tree, node), plain_words(tree, node),
                          std::string(tree.attribute(node, Attr::id))});
    }
  }
  return headings;
}

}  // namespace pubbuild
