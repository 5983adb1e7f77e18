// Whether a selector means an element: compounds from right to left, ancestors and siblings by need.
#include "style/matching.h"

#include <algorithm>
#include <array>

namespace pubbuild::css {

namespace {

bool is_word_of(std::string_view text, std::string_view word) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; };
  for (size_t at = 0; at < text.size();) {
    while (at < text.size() && is_blank(text[at])) ++at;
    const size_t begin = at;
    while (at < text.size() && !is_blank(text[at])) ++at;
    if (at > begin && text.substr(begin, at - begin) == word) return true;
  }
  return false;
}

bool test_holds(AttributeTest test, std::string_view actual, std::string_view value) {
  switch (test) {
    case AttributeTest::present:
      return true;
    case AttributeTest::equals:
      return actual == value;
    case AttributeTest::word:
      return is_word_of(actual, value);
    case AttributeTest::dash:
      return actual == value ||
             (actual.starts_with(value) && actual.size() > value.size() && actual[value.size()] == '-');
    // An empty part is part of nothing (Selectors 4 §6.2).
    case AttributeTest::prefix:
      return !value.empty() && actual.starts_with(value);
    case AttributeTest::suffix:
      return !value.empty() && actual.ends_with(value);
    case AttributeTest::part:
      return !value.empty() && actual.find(value) != std::string_view::npos;
  }
  return false;
}

}  // namespace

bool language_matches(std::string_view lang, std::string_view range) {
  if (range == "*") return !lang.empty();
  if (range.empty() || lang.size() < range.size()) return range.empty() && lang.empty();
  if (ascii_lower(lang.substr(0, range.size())) != ascii_lower(range)) return false;
  return lang.size() == range.size() || lang[range.size()] == '-';
}

// Ids grow in no order of the tree, so languages are handed down in a walk from the root.
Matcher::Matcher(const Tree& tree) : tree_(tree), lang_of_(tree.size(), 0) {
  NodeId node = tree.root();
  while (node != NodeId::none) {
    const NodeId parent = tree.parent(node);
    uint32_t lang = parent == NodeId::none ? 0 : lang_of_[static_cast<size_t>(parent)];
    if (tree.is_element(node) && tree.has(node, Attr::lang)) lang = static_cast<uint32_t>(node) + 1;
    lang_of_[static_cast<size_t>(node)] = lang;
    if (tree.first_child(node) != NodeId::none) {
      node = tree.first_child(node);
      continue;
    }
    while (node != NodeId::none && tree.next(node) == NodeId::none) node = tree.parent(node);
    if (node != NodeId::none) node = tree.next(node);
  }
}

std::string_view Matcher::lang_of(NodeId element) const {
  const uint32_t from = lang_of_[static_cast<size_t>(element)];
  return from == 0 ? std::string_view() : tree_.attribute(static_cast<NodeId>(from - 1), Attr::lang);
}

bool Matcher::matches(const Selector& selector, NodeId element) {
  return from(selector, selector.compounds.size() - 1, element) == Outcome::yes;
}

Matcher::Outcome Matcher::from(const Selector& selector, size_t at, NodeId element) {
  if (!compound(selector.compounds[at], element)) return Outcome::no;
  switch (selector.compounds[at].combinator) {
    case Combinator::none:
      return Outcome::yes;
    case Combinator::descendant:
      return up(selector, at - 1, element);
    case Combinator::child: {
      const NodeId parent = tree_.parent(element);
      return parent == NodeId::none ? Outcome::never : from(selector, at - 1, parent);
    }
    case Combinator::next_sibling: {
      const NodeId before = previous_element(element);
      return before == NodeId::none ? Outcome::no : from(selector, at - 1, before);
    }
    case Combinator::later_sibling:
      return earlier_sibling(selector, at - 1, element) ? Outcome::yes : Outcome::no;
  }
  return Outcome::no;
}

// When no ancestor of this element will do, none of a higher element's will: giving up for good here keeps
// chains of descendant combinators from trying all combinations.
Matcher::Outcome Matcher::up(const Selector& selector, size_t at, NodeId element) {
  for (NodeId node = tree_.parent(element); node != NodeId::none; node = tree_.parent(node)) {
    const Outcome outcome = from(selector, at, node);
    if (outcome != Outcome::no) return outcome;
  }
  return Outcome::never;
}

// The first sibling that matches is the same for all that follow it: each is asked once.
bool Matcher::earlier_sibling(const Selector& selector, size_t at, NodeId element) {
  const NodeId parent = tree_.parent(element);
  if (parent == NodeId::none) return false;
  Scan scan = scans_[{&selector.compounds[at], parent}];
  if (scan.found == NodeId::none) {
    NodeId node = scan.reached == NodeId::none ? tree_.first_child(parent) : tree_.next(scan.reached);
    if (scan.reached != NodeId::none && place(scan.reached).index >= place(element).index) node = element;
    for (; node != element && scan.found == NodeId::none; node = tree_.next(node)) {
      if (!tree_.is_element(node)) continue;
      scan.reached = node;
      if (from(selector, at, node) == Outcome::yes) scan.found = node;
    }
    scans_[{&selector.compounds[at], parent}] = scan;  // others may have come meanwhile
  }
  return scan.found != NodeId::none && place(scan.found).index < place(element).index;
}

bool Matcher::compound(const Compound& compound, NodeId element) {
  return std::ranges::all_of(compound.simples, [&](const Simple& one) { return simple(one, element); });
}

bool Matcher::any_of(const std::vector<Selector>& list, NodeId element) {
  return std::ranges::any_of(list, [&](const Selector& one) { return matches(one, element); });
}

bool Matcher::simple(const Simple& simple, NodeId element) {
  switch (simple.kind) {
    case SimpleKind::tag:
      return simple.tag && tree_.tag(element) == *simple.tag;
    case SimpleKind::any_tag:
      return true;
    case SimpleKind::class_:
      return tree_.has_class(element, simple.name);
    case SimpleKind::id:
      return tree_.attribute(element, Attr::id) == simple.name;
    case SimpleKind::attribute:
      return attribute(simple, element);
    case SimpleKind::first_child:
      return previous_element(element) == NodeId::none;
    case SimpleKind::last_child:
      return next_element(element) == NodeId::none;
    case SimpleKind::only_child:
      return previous_element(element) == NodeId::none && next_element(element) == NodeId::none;
    case SimpleKind::nth_child:
      return holds(simple.nth, place_among(simple, element).index);
    case SimpleKind::nth_last_child:
      return holds(simple.nth, place_among(simple, element).from_end);
    case SimpleKind::nth_of_type:
      return holds(simple.nth, place(element).index_of_type);
    case SimpleKind::nth_last_of_type:
      return holds(simple.nth, place(element).from_end_of_type);
    case SimpleKind::first_of_type:
      return place(element).index_of_type == 1;
    case SimpleKind::last_of_type:
      return place(element).from_end_of_type == 1;
    case SimpleKind::only_of_type:
      return place(element).index_of_type == 1 && place(element).from_end_of_type == 1;
    case SimpleKind::root:
      return element == tree_.root();
    case SimpleKind::empty:
      return is_empty(element);
    case SimpleKind::link:
      return tree_.tag(element) == Tag::a && tree_.has(element, Attr::href);
    case SimpleKind::lang:
      return is_lang(simple, element);
    case SimpleKind::not_:
      return !any_of(simple.list, element);
    case SimpleKind::is:
    case SimpleKind::where:
      return any_of(simple.list, element);
    case SimpleKind::never:
      return false;
  }
  return false;
}

bool Matcher::attribute(const Simple& simple, NodeId element) const {
  if (!simple.attr || !tree_.has(element, *simple.attr)) return false;
  const std::string_view actual = tree_.attribute(element, *simple.attr);
  if (!simple.ignores_case) return test_holds(simple.test, actual, simple.value);
  return test_holds(simple.test, ascii_lower(actual), ascii_lower(simple.value));
}

bool Matcher::is_lang(const Simple& simple, NodeId element) const {
  const std::string_view lang = lang_of(element);
  return std::ranges::any_of(simple.langs,
                             [&](const std::string& range) { return language_matches(lang, range); });
}

bool Matcher::is_empty(NodeId element) const {
  for (NodeId child = tree_.first_child(element); child != NodeId::none; child = tree_.next(child)) {
    if (tree_.is_element(child) || !tree_.text(child).empty()) return false;
  }
  return true;
}

NodeId Matcher::previous_element(NodeId element) const {
  NodeId node = tree_.previous(element);
  while (node != NodeId::none && !tree_.is_element(node)) node = tree_.previous(node);
  return node;
}

NodeId Matcher::next_element(NodeId element) const {
  NodeId node = tree_.next(element);
  while (node != NodeId::none && !tree_.is_element(node)) node = tree_.next(node);
  return node;
}

const Matcher::Place& Matcher::place(NodeId element) {
  if (places_.empty()) places_.resize(tree_.size());
  Place& own = places_[static_cast<size_t>(element)];
  if (own.index != 0) return own;
  const NodeId parent = tree_.parent(element);
  if (parent == NodeId::none) return own = {1, 1, 1, 1}, own;
  uint32_t index = 0;
  std::array<uint32_t, 256> of_type{};
  for (NodeId child = tree_.first_child(parent); child != NodeId::none; child = tree_.next(child)) {
    if (!tree_.is_element(child)) continue;
    places_[static_cast<size_t>(child)] = {++index, ++of_type[static_cast<size_t>(tree_.tag(child))], 0, 0};
  }
  for (NodeId child = tree_.first_child(parent); child != NodeId::none; child = tree_.next(child)) {
    if (!tree_.is_element(child)) continue;
    Place& one = places_[static_cast<size_t>(child)];
    one.from_end = index - one.index + 1;
    one.from_end_of_type = of_type[static_cast<size_t>(tree_.tag(child))] - one.index_of_type + 1;
  }
  return own;
}

// Index 0, which no an+b means, where the element is not among those that are counted.
const Matcher::Place& Matcher::place_among(const Simple& nth, NodeId element) {
  if (nth.list.empty()) return place(element);
  const auto known = places_among_.find({&nth, element});
  if (known != places_among_.end()) return known->second;
  const NodeId parent = tree_.parent(element);
  std::vector<NodeId> counted;
  NodeId child = parent == NodeId::none ? element : tree_.first_child(parent);
  for (; child != NodeId::none; child = tree_.next(child)) {
    if (!tree_.is_element(child)) continue;
    const bool counts = any_of(nth.list, child);
    places_among_[{&nth, child}] = {};
    if (counts) counted.push_back(child);
  }
  for (uint32_t n = 0; n < counted.size(); ++n) {
    places_among_[{&nth, counted[n]}] = {n + 1, 0, static_cast<uint32_t>(counted.size()) - n, 0};
  }
  return places_among_[{&nth, element}];
}

}  // namespace pubbuild::css
