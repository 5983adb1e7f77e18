// Sorting rules into buckets by id, class and tag of their rightmost compound.
#include "style/rule_index.h"

#include <algorithm>

namespace pubbuild::css {

namespace {

const Simple* first_of(const Compound& compound, SimpleKind kind) {
  for (const Simple& simple : compound.simples) {
    if (simple.kind == kind) return &simple;
  }
  return nullptr;
}

// The tags of `:is(td, th)`; empty where the list is of another kind.
std::vector<Tag> tags_of_list(const Compound& compound) {
  const Simple* list = first_of(compound, SimpleKind::is);
  if (list == nullptr) list = first_of(compound, SimpleKind::where);
  std::vector<Tag> tags;
  if (list == nullptr) return tags;
  for (const Selector& one : list->list) {
    const Simple* tag = first_of(one.compounds.back(), SimpleKind::tag);
    if (tag == nullptr) return {};
    if (tag->tag) tags.push_back(*tag->tag);
  }
  return tags;
}

// What `a > b c` asks of the ancestors of c, without a look at their order. Siblings' ancestors are the
// element's own.
TagSet ancestors_of(const Selector& selector) {
  TagSet tags;
  Combinator to_right = selector.compounds.back().combinator;
  for (size_t i = selector.compounds.size() - 1; i-- > 0;) {
    const bool is_ancestor = to_right == Combinator::descendant || to_right == Combinator::child;
    const Simple* tag = first_of(selector.compounds[i], SimpleKind::tag);
    if (is_ancestor && tag != nullptr && tag->tag) tags.set(static_cast<size_t>(*tag->tag));
    to_right = selector.compounds[i].combinator;
  }
  return tags;
}

bool is_sure(const Selector& selector) {
  const Compound& only = selector.compounds.back();
  if (selector.compounds.size() != 1 || only.simples.size() != 1) return false;
  const SimpleKind kind = only.simples[0].kind;
  return kind == SimpleKind::tag || kind == SimpleKind::class_ || kind == SimpleKind::id ||
         kind == SimpleKind::any_tag;
}

bool applies(const MediaScope& media, Medium medium) {
  return medium == Medium::print ? media.print : media.reading_system && media.condition.empty();
}

}  // namespace

RuleIndex::RuleIndex(const StyleSheet& sheet, Medium medium) : by_tag_(256) {
  for (const Rule& rule : sheet.rules) {
    if (!applies(rule.media, medium) || rule.longhands.empty()) continue;
    for (const Selector& selector : rule.selectors) {
      if (!selector.foreign_pseudo.empty()) continue;
      entries_.push_back({&rule, &selector, ancestors_of(selector), is_sure(selector)});
    }
  }
  std::ranges::stable_sort(entries_, [](const RuleEntry& a, const RuleEntry& b) {
    if (a.rule->origin != b.rule->origin) return a.rule->origin < b.rule->origin;
    return a.selector->specificity < b.selector->specificity;
  });
  for (uint32_t number = 0; number < entries_.size(); ++number) add(number);
}

void RuleIndex::add(uint32_t number) {
  const Compound& subject = entries_[number].selector->compounds.back();
  if (const Simple* id = first_of(subject, SimpleKind::id)) return by_id_[id->name].push_back(number);
  if (const Simple* named = first_of(subject, SimpleKind::class_)) {
    return by_class_[named->name].push_back(number);
  }
  if (const Simple* tag = first_of(subject, SimpleKind::tag)) {
    if (tag->tag) by_tag_[static_cast<size_t>(*tag->tag)].push_back(number);
    return;
  }
  const std::vector<Tag> tags = tags_of_list(subject);
  if (tags.empty()) return universal_.push_back(number);
  for (const Tag tag : tags) {
    EntryNumbers& bucket = by_tag_[static_cast<size_t>(tag)];
    if (bucket.empty() || bucket.back() != number) bucket.push_back(number);
  }
}

void RuleIndex::candidates(Tag tag, std::string_view id, std::string_view classes,
                           std::vector<const EntryNumbers*>& into) const {
  into.push_back(&universal_);
  into.push_back(&by_tag_[static_cast<size_t>(tag)]);
  const auto add_from = [&](const auto& buckets, std::string_view name) {
    const auto found = buckets.find(name);
    if (found != buckets.end()) into.push_back(&found->second);
  };
  if (!id.empty() && !by_id_.empty()) add_from(by_id_, id);
  for_each_word(classes, [&](std::string_view name) { add_from(by_class_, name); });
}

}  // namespace pubbuild::css
