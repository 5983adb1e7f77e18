// What an edition keeps of a publication.
#include "resolve/edition.h"

#include <algorithm>
#include <unordered_set>

#include "resolve/walk.h"

namespace pubbuild {

namespace {

constexpr std::string_view class_front = "only-";

class EditionKeeper {
 public:
  EditionKeeper(Publication& publication, const std::vector<std::string>& profiles)
      : publication_(publication), tree_(publication.tree), profiles_(profiles) {}

  void keep() {
    std::erase_if(publication_.articles, [&](const Article& article) {
      const bool gone = !article.only.empty() && !has_profile(article.only);
      if (gone) tree_.detach(article.root);
      return gone;
    });
    for (const auto& [picture, caption] : publication_.captions) keep_of_caption(picture, caption);
    for (const Article& article : publication_.articles) {
      keep_of(article.root);
      take_out_notes(article.root);
    }
  }

 private:
  bool has_profile(const std::vector<std::string>& names) const {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return std::find(profiles_.begin(), profiles_.end(), name) != profiles_.end();
    });
  }

  // The names of `only-teacher only-helper`.
  std::vector<std::string> profiles_of(NodeId element) const {
    std::vector<std::string> names;
    const std::string_view classes = tree_.attribute(element, Attr::class_);
    for (size_t at = classes.find(class_front); at != std::string_view::npos;
         at = classes.find(class_front, at + 1)) {
      if (at > 0 && classes[at - 1] != ' ') continue;
      const size_t begin = at + class_front.size();
      const size_t end = std::min(classes.find(' ', begin), classes.size());
      names.emplace_back(classes.substr(begin, end - begin));
    }
    return names;
  }

  // Whether something was taken out.
  bool keep_of(NodeId root) {
    bool changed = false;
    for (const NodeId node : elements_below(tree_, root)) {
      if (!tree_.has(node, Attr::class_)) continue;
      const std::vector<std::string> names = profiles_of(node);
      if (names.empty() || has_profile(names)) continue;
      if (is_heading(tree_, node)) take_out_section(node);
      take_out(node);
      changed = true;
    }
    return changed;
  }

  // The alternative text has the words of the caption.
  void keep_of_caption(NodeId picture, NodeId caption) {
    if (keep_of(caption)) tree_.set_attribute(picture, Attr::alt, plain_words(tree_, caption));
  }

  // What follows a heading, up to the next of its level or above.
  void take_out_section(NodeId heading) {
    for (NodeId node = tree_.next(heading); node != NodeId::none; node = tree_.next(heading)) {
      const bool ends =
          is_heading(tree_, node) && heading_level(tree_, node) <= heading_level(tree_, heading);
      if (ends || is_note(node)) return;
      take_out(node);
    }
  }

  // A paragraph goes with the last of its content.
  void take_out(NodeId node) {
    const NodeId parent = tree_.parent(node);
    if (parent == NodeId::none) return;
    remember_notes(node);
    tree_.detach(node);
    if (tree_.is_element(parent, Tag::p) && tree_.first_child(parent) == NodeId::none) take_out(parent);
  }

  bool is_note(NodeId node) const {
    return tree_.is_element(node, Tag::aside) && tree_.has_class(node, "footnote");
  }

  void remember_notes(NodeId root) {
    if (!tree_.is_element(root)) return;
    if (tree_.has_class(root, "footnote-ref")) lost_.emplace(tree_.attribute(root, Attr::href));
    for (const NodeId node : elements_below(tree_, root)) {
      if (tree_.has_class(node, "footnote-ref")) lost_.emplace(tree_.attribute(node, Attr::href));
    }
  }

  // Notes that nothing refers to any more.
  void take_out_notes(NodeId article) {
    if (lost_.empty()) return;
    const std::vector<NodeId> nodes = elements_below(tree_, article);
    for (const NodeId node : nodes) {
      if (tree_.has_class(node, "footnote-ref")) lost_.erase(std::string(tree_.attribute(node, Attr::href)));
    }
    for (const NodeId node : nodes) {
      if (is_note(node) && lost_.contains("#" + std::string(tree_.attribute(node, Attr::id)))) take_out(node);
    }
    lost_.clear();
  }

  Publication& publication_;
  Tree& tree_;
  const std::vector<std::string>& profiles_;
  std::unordered_set<std::string> lost_;  // addresses of notes that what was taken out refers to
};

}  // namespace

void keep_edition(Publication& publication, const std::vector<std::string>& profiles,
                  Diagnostics& diagnostics) {
  if (publication.articles.empty()) return;
  const Article first = publication.articles.front();
  EditionKeeper(publication, profiles).keep();
  if (publication.articles.empty()) {
    diagnostics.error("edition-empty", {first.file, 0, 0}, "no article is for this edition",
                      "name the profile of the edition: --profile NAME");
  } else if (publication.articles.front().root != first.root) {
    publication.metadata = publication.articles.front().metadata;
  }
}

}  // namespace pubbuild
