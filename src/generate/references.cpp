// Resolves references.
#include "generate/references.h"

#include <algorithm>
#include <map>
#include <set>

#include "generate/element_text.h"
#include "generate/first_letter.h"
#include "style/counter_styles.h"
#include "tree/dump.h"

namespace pubbuild {

namespace {

using Kind = ContentPiece::Kind;

// Values of counters at elements with an id that are kept at most: more are no book's.
constexpr size_t most_noted_values = 4'000'000;

bool asks_for_target_counter(const ContentPiece& piece) {
  return piece.kind == Kind::target_counter || piece.kind == Kind::target_counters;
}

std::string_view style_name(const ContentPiece& piece) {
  return piece.style.empty() ? std::string_view("decimal") : piece.style;
}

std::string address_of(const Tree& tree, const Reference& reference) {
  const ContentTarget& target = reference.piece.target;
  if (target.kind == ContentTarget::Kind::address) return target.name;
  const auto name = attribute_named(target.name);
  return name ? std::string(tree.attribute(reference.element, *name)) : std::string();
}

// Elements by id; of several with one id the first.
std::unordered_map<std::string, NodeId> elements_by_id(const Tree& tree, NodeId root) {
  std::unordered_map<std::string, NodeId> by_id;
  const auto visit = [&](const auto& self, NodeId element) -> void {
    const std::string_view id = tree.attribute(element, Attr::id);
    if (!id.empty()) by_id.emplace(id, element);
    for (const NodeId child : children(tree, element)) {
      if (tree.is_element(child)) self(self, child);
    }
  };
  visit(visit, root);
  return by_id;
}

}  // namespace

std::string numbers_text(const std::vector<int32_t>& values, const ContentPiece& piece,
                         const CounterStyles& styles) {
  std::string text;
  for (const int32_t value : values) {
    if (!text.empty()) text += piece.text;
    text += counter_text(value, style_name(piece), styles);
  }
  return text;
}

References::References(const Styles& styles) {
  std::set<std::string> names;
  for (size_t n = 0; n < styles.distinct(); ++n) {
    for (const ContentPiece& piece : styles[static_cast<StyleId>(n)].content) {
      if (asks_for_target_counter(piece) && !counts_pages(piece.name)) names.insert(piece.name);
    }
  }
  names_.assign(names.begin(), names.end());
}

void References::note(const Tree& tree, NodeId element, const Counters& counters) {
  if (names_.empty() || !tree.has(element, Attr::id)) return;
  std::vector<Noted>& noted = noted_[element];
  for (size_t name = 0; name < names_.size() && noted_values_ < most_noted_values; ++name) {
    noted.push_back({name, counters.values(names_[name])});
    noted_values_ += noted.back().values.size();
  }
}

// One pass over all references. Texts of targets may hold counters of others, so that counters come first.
class References::Resolution {
 public:
  Resolution(References& all, Tree& tree, const Styles& styles, Budget& budget, Generated& generated)
      : all_(all),
        tree_(tree),
        styles_(styles),
        budget_(budget),
        generated_(generated),
        by_id_(elements_by_id(tree, tree.root())) {}

  void run() {
    for (const Reference& reference : all_.references_) {
      if (reference.piece.kind != Kind::target_text) write_number(reference);
    }
    write_page_numbers(tree_, generated_.page_references,
                       guess_page_numbers(tree_, generated_.page_references), styles_.counter_styles());
    for (const Insertion& made : generated_.inserted)
      parts_[{generated_.element_of.at(made.span), made.pseudo}] = made.span;
    for (const Reference& reference : all_.references_) {
      if (reference.piece.kind == Kind::target_text) write(reference, target_text(reference));
    }
  }

 private:
  // Elsewhere than in this publication there are no numbers.
  NodeId target_of(const Reference& reference) {
    const std::string address = address_of(tree_, reference);
    if (address.size() < 2 || address[0] != '#') return NodeId::none;
    const auto found = by_id_.find(address.substr(1));
    if (found != by_id_.end()) return found->second;
    if (unknown_.insert(address).second) generated_.unknown_targets.push_back({reference.element, address});
    return NodeId::none;
  }

  void write(const Reference& reference, std::string_view text) {
    budget_.begin();
    if (budget_.allows(text.size())) tree_.set_text(reference.text, text);
  }

  void write_number(const Reference& reference) {
    const ContentPiece& piece = reference.piece;
    const bool is_own = !asks_for_target_counter(piece);
    const NodeId target = is_own ? reference.text : target_of(reference);
    if (target == NodeId::none) return;
    if (!counts_pages(piece.name)) {
      write(reference, counters_at(target, piece));
      return;
    }
    const auto kind = piece.name == "pages" ? PageReference::Kind::pages : PageReference::Kind::page;
    generated_.page_references.push_back(
        {kind, reference.text, target, reference.element, std::string(style_name(piece))});
  }

  std::string counters_at(NodeId target, const ContentPiece& piece) const {
    const auto noted = all_.noted_.find(target);
    if (noted == all_.noted_.end()) return {};
    for (const Noted& one : noted->second) {
      if (all_.names_[one.name] != piece.name) continue;
      return piece.kind == Kind::target_counters
                 ? numbers_text(one.values, piece, styles_.counter_styles())
                 : numbers_text({one.values.back()}, piece, styles_.counter_styles());
    }
    return {};
  }

  std::string_view target_text(const Reference& reference) {
    const NodeId target = target_of(reference);
    if (target == NodeId::none) return {};
    switch (reference.piece.part) {
      case TextPart::before:
        return part_text(target, Pseudo::before);
      case TextPart::after:
        return part_text(target, Pseudo::after);
      case TextPart::marker:
        return part_text(target, Pseudo::marker);
      case TextPart::text:
        return written_text(target);
      case TextPart::first_letter:
        return written_text(target).substr(0, first_letter_length(written_text(target)));
    }
    return {};
  }

  // Each text is looked for once, however many refer to it.
  std::string_view part_text(NodeId target, Pseudo pseudo) {
    const auto part = parts_.find({target, pseudo});
    if (part == parts_.end()) return {};
    const auto [text, is_new] = texts_.try_emplace(part->second);
    if (is_new) text->second = text_content(tree_, part->second);
    return text->second;
  }

  std::string_view written_text(NodeId target) {
    const auto [text, is_new] = texts_.try_emplace(target);
    if (is_new) text->second = element_text(tree_, styles_, target);
    return text->second;
  }

  References& all_;
  Tree& tree_;
  const Styles& styles_;
  Budget& budget_;
  Generated& generated_;
  const std::unordered_map<std::string, NodeId> by_id_;
  std::set<std::string> unknown_;
  std::map<std::pair<NodeId, Pseudo>, NodeId> parts_;
  std::unordered_map<NodeId, std::string> texts_;  // of elements and of made spans
};

void References::resolve(Tree& tree, const Styles& styles, Budget& budget, Generated& generated) {
  if (!references_.empty()) Resolution(*this, tree, styles, budget, generated).run();
}

}  // namespace pubbuild
