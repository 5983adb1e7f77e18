// Mentions of figures, tables, sections, exercises and pages → links.
#include "resolve/mentions.h"

#include <unordered_map>

#include "resolve/walk.h"

namespace pubbuild {

namespace {

// Looking for a likely name is for people; a hostile megabyte of mentions gets its warnings without.
constexpr size_t most_hints = 20;

// An element by its id, and the heading of the section that it stands in.
struct Place {
  NodeId element = NodeId::none;
  NodeId heading = NodeId::none;
};

// What a mention of this element says, as a class of the link; empty where only its page can be mentioned.
std::string_view class_for(const Tree& tree, NodeId element) {
  if (tree.is_element(element, Tag::figure)) return "ref-figure";
  if (tree.is_element(element, Tag::table)) return "ref-table";
  if (is_heading(tree, element)) return "ref-section";
  return tree.has_class(element, "exercise") ? "ref-exercise" : "";
}

class MentionResolver {
 public:
  MentionResolver(Publication& publication, const Ids& ids, Diagnostics& diagnostics)
      : publication_(publication), tree_(publication.tree), ids_(ids), diagnostics_(diagnostics) {}

  void resolve() {
    std::vector<std::pair<size_t, NodeId>> mentions;
    for (size_t article = 0; article < publication_.articles.size(); ++article) {
      NodeId heading = NodeId::none;
      for (const NodeId node : elements_below(tree_, publication_.articles[article].root)) {
        if (is_heading(tree_, node)) heading = node;
        if (is_mention(node)) mentions.emplace_back(article, node);
        if (tree_.has(node, Attr::id)) places_.emplace(tree_.attribute(node, Attr::id), Place{node, heading});
      }
    }
    for (const auto& [article, mention] : mentions) resolve(article, mention);
  }

 private:
  // As reading left it: nothing else has these words.
  bool is_mention(NodeId node) const {
    if (!tree_.is_element(node, Tag::a) || !tree_.has_class(node, "ref")) return false;
    const NodeId words = tree_.first_child(node);
    return words != NodeId::none && tree_.is_text(words) && tree_.text(words).starts_with("[@") &&
           tree_.attribute(node, Attr::href).find(':') != std::string_view::npos;
  }

  void resolve(size_t article, NodeId mention) {
    const std::string written(tree_.attribute(mention, Attr::href).substr(1));
    const bool page = written.starts_with("page:");
    const std::string name = name_meant(article, written);
    const auto place = name.empty() ? places_.end() : places_.find(*ids_.find(article, name));
    if (place == places_.end()) return leave_as_written(article, mention, written);
    const std::string_view kind = page ? "ref-page" : class_for(tree_, place->second.element);
    if (kind.empty()) return leave_kind_as_written(mention, written);
    tree_.set_attribute(mention, Attr::href, "#" + name);
    tree_.add_class(mention, kind);
    tree_.detach(tree_.first_child(mention));
    if (page) append_section(mention, place->second.heading);
    number(place->second.element);
  }

  // Of the names that may be meant the first that something has: `fig:plan`, then `plan`; of a page that of
  // anything. Empty where there is none.
  std::string name_meant(size_t article, const std::string& written) const {
    if (ids_.find(article, written) != nullptr) return written;
    const std::string bare = written.substr(written.find(':') + 1);
    if (ids_.find(article, bare) != nullptr) return bare;
    if (!written.starts_with("page:")) return {};
    for (const char* kind : {"sec:", "fig:", "tbl:", "ex:"}) {
      if (ids_.find(article, kind + bare) != nullptr) return kind + bare;
    }
    return {};
  }

  void append_section(NodeId mention, NodeId heading) {
    if (heading == NodeId::none) return;
    const NodeId section = tree_.append_element(mention, Tag::span, tree_.span(mention));
    tree_.set_attribute(section, Attr::class_, "section-title");
    tree_.append_text(section, plain_words(tree_, heading), tree_.span(mention));
  }

  void number(NodeId element) {
    if (tree_.is_element(element, Tag::figure) || tree_.is_element(element, Tag::table))
      tree_.add_class(element, "numbered");
  }

  void leave_as_written(size_t article, NodeId mention, const std::string& name) {
    const std::string near = hints_++ < most_hints ? ids_.nearest(article, name) : "";
    diagnostics_.warning("reference-target", tree_.span(mention), "nothing here is called '" + name + "'",
                         near.empty() ? "give what is meant this name: {#" + name + "}"
                                      : "the nearest name is '" + near + "'");
    make_text(mention);
  }

  void leave_kind_as_written(NodeId mention, const std::string& name) {
    diagnostics_.warning("reference-kind", tree_.span(mention),
                         "'" + name + "' is no figure, table, heading or exercise",
                         "its page can be mentioned: [@page:" + name.substr(name.find(':') + 1) + "]");
    make_text(mention);
  }

  void make_text(NodeId mention) {
    tree_.set_tag(mention, Tag::span);
    tree_.remove_attribute(mention, Attr::href);
  }

  Publication& publication_;
  Tree& tree_;
  const Ids& ids_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, Place> places_;  // by id
  size_t hints_ = 0;
};

}  // namespace

void resolve_mentions(Publication& publication, const Ids& ids, Diagnostics& diagnostics) {
  MentionResolver(publication, ids, diagnostics).resolve();
}

}  // namespace pubbuild
