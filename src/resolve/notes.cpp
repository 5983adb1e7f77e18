// Notes: found, numbered in the order of their references, placed, linked there and back.
#include "resolve/notes.h"

#include <unordered_map>

#include "resolve/walk.h"

namespace pubbuild {

namespace {

bool is_note(const Tree& tree, NodeId node) {
  return tree.is_element(node, Tag::aside) && tree.has_class(node, "footnote");
}

// Where HTML lets an aside (sectioning content) stand among blocks: not in th, dt, caption or summary.
bool may_hold_note(Tag tag) {
  switch (tag) {
    case Tag::article:
    case Tag::section:
    case Tag::main:
    case Tag::div:
    case Tag::blockquote:
    case Tag::li:
    case Tag::dd:
    case Tag::td:
    case Tag::details:
      return true;
    default:
      return false;
  }
}

// Text and text-level elements, set as a paragraph of its own where it stands beside blocks.
bool is_inline(const Tree& tree, NodeId node) {
  return tree.is_text(node) || is_phrasing(tree.tag(node));
}

// The node that a note first referred to at `reference` stands after.
NodeId place_after(const Tree& tree, NodeId reference) {
  NodeId node = reference;
  while (!may_hold_note(tree.tag(tree.parent(node)))) node = tree.parent(node);
  while (is_inline(tree, node) && tree.next(node) != NodeId::none && is_inline(tree, tree.next(node))) {
    node = tree.next(node);
  }
  return node;
}

// The notes of one article; `Ids` are shared by all.
class NotePlacer {
 public:
  NotePlacer(Tree& tree, NodeId article, size_t number, Ids& ids, Diagnostics& diagnostics)
      : tree_(tree),
        article_(article),
        prefix_(article_prefix(number)),
        ids_(ids),
        diagnostics_(diagnostics) {}

  void place() {
    take_out_notes();
    const std::vector<NodeId> references = references_below(article_);
    for (const NodeId reference : references) place_first(reference);
    // The vector grows while it is read: a note may refer to notes not met before, each once.
    for (size_t at = 0; at < numbered_.size(); ++at) {
      for (const NodeId reference : references_below(numbered_[at])) place_first(reference, numbered_[at]);
    }
    complain_of_unused();
  }

 private:
  struct Note {
    NodeId aside = NodeId::none;
    size_t number = 0;  // 0: not referred to yet
    size_t references = 0;
    std::string id;
  };

  void take_out_notes() {
    for (const NodeId node : elements_below(tree_, article_)) {
      if (!is_note(tree_, node)) continue;
      notes_.emplace("#" + std::string(tree_.attribute(node, Attr::id)), Note{node, 0, 0, {}});
      in_order_.push_back(node);
      tree_.detach(node);
    }
  }

  std::vector<NodeId> references_below(NodeId root) const {
    std::vector<NodeId> references = elements_below(tree_, root);
    std::erase_if(references, [&](NodeId node) { return !tree_.has_class(node, "footnote-ref"); });
    return references;
  }

  // `within` is the note that the reference stands in, if any.
  void place_first(NodeId reference, NodeId within = NodeId::none) {
    const auto found = notes_.find(std::string(tree_.attribute(reference, Attr::href)));
    if (found == notes_.end()) {
      diagnostics_.warning("footnote-missing", tree_.span(reference), "there is no note of this name");
      tree_.detach(reference);
      return;
    }
    Note& note = found->second;
    if (note.number == 0) {
      number_note(note);
      insert(note.aside, within == NodeId::none ? place_after(tree_, reference) : within);
    }
    link_there(note, reference);
    if (note.references == 1) link_back(note, reference);
  }

  void number_note(Note& note) {
    numbered_.push_back(note.aside);
    note.number = numbered_.size();
    note.id = ids_.unique(prefix_ + "n" + std::to_string(note.number));
    tree_.set_attribute(note.aside, Attr::id, note.id);
  }

  // Notes of one block stand after it in the order of their numbers.
  void insert(NodeId aside, NodeId after) {
    NodeId& last = last_after_.try_emplace(after, after).first->second;
    tree_.insert_after(last, aside);
    last = aside;
  }

  void link_there(Note& note, NodeId reference) {
    const std::string number = std::to_string(note.number);
    const std::string again = ++note.references == 1 ? "" : "-" + std::to_string(note.references);
    tree_.set_attribute(reference, Attr::id, ids_.unique(prefix_ + "r" + number + again));
    tree_.set_attribute(reference, Attr::href, "#" + note.id);
    const NodeId sup = tree_.append_element(reference, Tag::sup, tree_.span(reference));
    tree_.set_generated(sup);
    tree_.set_generated(tree_.append_text(sup, number, tree_.span(reference)));
  }

  // The link back stands first, with the number: reading systems that show a note in a window look for it.
  void link_back(const Note& note, NodeId reference) {
    NodeId first = tree_.first_child(note.aside);
    if (first == NodeId::none || !tree_.is_element(first, Tag::p)) {
      first = tree_.make_element(Tag::p, tree_.span(note.aside));
      tree_.prepend(note.aside, first);
    }
    const NodeId blank = tree_.make_text(" ", tree_.span(note.aside));
    const NodeId back = tree_.make_element(Tag::a, tree_.span(note.aside));
    tree_.set_attribute(back, Attr::class_, "footnote-back");
    tree_.set_attribute(back, Attr::href, "#" + std::string(tree_.attribute(reference, Attr::id)));
    tree_.set_attribute(back, Attr::epub_type, "backlink");
    tree_.set_attribute(back, Attr::role, "doc-backlink");
    const NodeId number = tree_.make_text(std::to_string(note.number), tree_.span(note.aside));
    tree_.append(back, number);
    for (const NodeId made : {blank, back, number}) tree_.set_generated(made);
    tree_.prepend(first, blank);
    tree_.prepend(first, back);
  }

  void complain_of_unused() {
    for (const NodeId aside : in_order_) {
      if (tree_.parent(aside) != NodeId::none) continue;
      diagnostics_.warning("footnote-unused", tree_.span(aside), "nothing refers to this note",
                           "it is left out; refer to it, or delete it");
    }
  }

  Tree& tree_;
  NodeId article_;
  std::string prefix_;
  Ids& ids_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, Note> notes_;    // by the href of their references
  std::vector<NodeId> in_order_;                   // as written
  std::vector<NodeId> numbered_;                   // by number - 1
  std::unordered_map<NodeId, NodeId> last_after_;  // the last note placed after a node
};

}  // namespace

void place_notes(Publication& publication, Ids& ids, Diagnostics& diagnostics) {
  for (size_t number = 0; number < publication.articles.size(); ++number) {
    NotePlacer(publication.tree, publication.articles[number].root, number, ids, diagnostics).place();
  }
}

}  // namespace pubbuild
