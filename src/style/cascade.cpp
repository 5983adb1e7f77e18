// Tree and style sheet → computed style of every element: match, look whether the same was computed before,
// compute.
#include "style/cascade.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "style/compute.h"
#include "style/matching.h"
#include "style/rule_index.h"

namespace pubbuild {

namespace {

using css::Applied;
using css::CustomProperties;
using css::Declaration;

constexpr uint8_t attribute_layer = 3;

// What an element's styles depend on: if the keys are equal, so are the styles.
using Key = std::vector<uint32_t>;

struct KeyHash {
  size_t operator()(const Key& key) const {
    size_t hash = key.size();
    for (const uint32_t part : key) hash = (hash ^ part) * 0x9E3779B97F4A7C15ULL, hash ^= hash >> 31;
    return hash;
  }
};

// An element's style, those of its pseudo-elements, and its custom properties.
struct Outcome {
  StyleId style{};
  Styles::PseudoSet pseudos{};
  uint32_t custom = 0;
  uint32_t number = 0;  // equal numbers mean the same to children
};

class Cascade {
 public:
  Cascade(const Tree& tree, const StyleSheet& sheet, Medium medium, Diagnostics* diagnostics)
      : tree_(tree), medium_(medium), diagnostics_(diagnostics), rules_(sheet, medium), matcher_(tree) {
    styles_.set_counter_styles({sheet, medium});
    paper_ = css::usual_paper(sheet);
  }

  Styles run();

 private:
  const Outcome& element(NodeId node, const Outcome* parent);
  void collect(NodeId node);
  void make_key(NodeId node, const Outcome* parent);
  Outcome compute(NodeId node, const Outcome* parent);
  std::vector<Applied> in_order(const std::vector<uint32_t>& matched, uint32_t attribute) const;
  uint32_t number_of(std::map<std::string, uint32_t, std::less<>>& names, std::string_view text);
  uint32_t style_attribute(NodeId node);
  uint32_t intern_custom(CustomProperties custom);
  uint32_t number_for_children(StyleId style, uint32_t custom);
  css::Surroundings surroundings(const ComputedStyle& parent, const CustomProperties& custom, NodeId node);
  WritingMode principal_mode();
  void tell_of_invalid() const;
  void tell_of_orthogonal() const;

  const Tree& tree_;
  const Medium medium_;
  Diagnostics* diagnostics_;
  css::RuleIndex rules_;
  css::Matcher matcher_;
  Styles styles_;
  std::unordered_map<Key, Outcome, KeyHash> known_;
  std::vector<CustomProperties> customs_ = {{}};
  std::map<std::string, uint32_t> custom_numbers_;
  std::map<std::pair<uint32_t, uint32_t>, uint32_t> numbers_;
  std::map<std::string, uint32_t, std::less<>> langs_;
  std::map<std::string, uint32_t, std::less<>> attribute_numbers_;
  std::vector<std::vector<Declaration>> attributes_ = {{}};
  Length root_em_ = points(12);
  Length root_line_ = points(14);
  Size paper_;
  std::set<const Declaration*> invalid_;
  std::set<const Declaration*> orthogonal_;
  std::optional<WritingMode> flow_;
  // Of the element at hand.
  css::TagSet ancestors_;
  std::vector<const css::EntryNumbers*> buckets_;
  std::vector<uint32_t> matched_;
  std::array<std::vector<uint32_t>, pseudo_count> pseudo_matched_;
  Key key_;
  uint32_t attribute_ = 0;
};

uint32_t Cascade::number_of(std::map<std::string, uint32_t, std::less<>>& names, std::string_view text) {
  const auto found = names.find(text);
  if (found != names.end()) return found->second;
  const auto number = static_cast<uint32_t>(names.size() + 1);
  names.emplace(text, number);
  return number;
}

// Equal texts are read, and complained of, once.
uint32_t Cascade::style_attribute(NodeId node) {
  const std::string_view text = tree_.attribute(node, Attr::style);
  if (text.empty()) return 0;
  const uint32_t number = number_of(attribute_numbers_, text);
  if (number == attributes_.size()) {
    Diagnostics unheard;
    Diagnostics& hear = diagnostics_ != nullptr ? *diagnostics_ : unheard;
    attributes_.push_back(css::read_style_attribute(text, tree_.span(node), hear));
  }
  return number;
}

void Cascade::collect(NodeId node) {
  buckets_.clear();
  matched_.clear();
  for (std::vector<uint32_t>& matched : pseudo_matched_) matched.clear();
  rules_.candidates(tree_.tag(node), tree_.attribute(node, Attr::id), tree_.attribute(node, Attr::class_),
                    buckets_);
  for (const css::EntryNumbers* bucket : buckets_) {
    for (const uint32_t number : *bucket) {
      const css::RuleEntry& entry = rules_[number];
      const css::Selector& selector = *entry.selector;
      if ((entry.ancestors & ~ancestors_).any()) continue;
      if (!entry.is_sure && !matcher_.matches(selector, node)) continue;
      auto& into = selector.pseudo ? pseudo_matched_[static_cast<size_t>(*selector.pseudo)] : matched_;
      into.push_back(number);
    }
  }
  const auto tidy = [](std::vector<uint32_t>& numbers) {
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  };
  tidy(matched_);
  for (std::vector<uint32_t>& matched : pseudo_matched_) tidy(matched);
}

void Cascade::make_key(NodeId node, const Outcome* parent) {
  constexpr uint32_t separator = 0xFFFFFFFF;
  const std::string_view dir = tree_.attribute(node, Attr::dir);
  const bool changes_lang = parent == nullptr || tree_.has(node, Attr::lang);
  attribute_ = style_attribute(node);
  key_.clear();
  key_.push_back(parent == nullptr ? separator : parent->number);
  key_.push_back(changes_lang ? number_of(langs_, matcher_.lang_of(node)) : 0);
  key_.push_back(dir == "rtl" ? 2 : (dir == "ltr" ? 1 : 0));
  key_.push_back(attribute_);
  key_.insert(key_.end(), matched_.begin(), matched_.end());
  for (const std::vector<uint32_t>& matched : pseudo_matched_) {
    key_.push_back(separator);
    key_.insert(key_.end(), matched.begin(), matched.end());
  }
}

// Normal declarations by origin; then important ones, with base last because it is the user agent's.
std::vector<Applied> Cascade::in_order(const std::vector<uint32_t>& matched, uint32_t attribute) const {
  std::vector<Applied> order;
  const auto add = [&](const std::vector<Declaration>& declarations, uint8_t layer, bool important) {
    for (const Declaration& one : declarations) {
      if (one.important == important) order.push_back({&one, layer});
    }
  };
  const auto add_rules = [&](bool important, bool of_base) {
    for (const uint32_t number : matched) {
      const Rule& rule = *rules_[number].rule;
      if ((rule.origin == Origin::base) != of_base) continue;
      add(rule.longhands, static_cast<uint8_t>(rule.origin), important);
    }
  };
  add_rules(false, true);
  add_rules(false, false);
  add(attributes_[attribute], attribute_layer, false);
  add_rules(true, false);
  add(attributes_[attribute], attribute_layer, true);
  add_rules(true, true);
  return order;
}

uint32_t Cascade::intern_custom(CustomProperties custom) {
  if (custom.empty()) return 0;
  std::string text;
  for (const auto& [name, value] : custom) text += name + ":" + css::to_css(value) + ";";
  const auto [place, is_new] = custom_numbers_.emplace(text, static_cast<uint32_t>(customs_.size()));
  if (is_new) customs_.push_back(std::move(custom));
  return place->second;
}

uint32_t Cascade::number_for_children(StyleId style, uint32_t custom) {
  const auto next = static_cast<uint32_t>(numbers_.size());
  return numbers_.emplace(std::pair(static_cast<uint32_t>(style), custom), next).first->second;
}

css::Surroundings Cascade::surroundings(const ComputedStyle& parent, const CustomProperties& custom,
                                        NodeId node) {
  return {.parent = parent,
          .root_em = root_em_,
          .root_line = root_line_,
          .custom = custom,
          .lang = matcher_.lang_of(node),
          .paper = paper_,
          .invalid = &invalid_,
          .flow = flow_,
          .orthogonal = &orthogonal_};
}

Outcome Cascade::compute(NodeId node, const Outcome* parent) {
  Outcome outcome;
  // By value: interning moves the styles.
  ComputedStyle from = parent == nullptr ? css::initial_style() : styles_[parent->style];
  const std::string_view dir = tree_.attribute(node, Attr::dir);
  if (dir == "rtl") from.direction = Direction::rtl;
  if (dir == "ltr") from.direction = Direction::ltr;
  const std::vector<Applied> order = in_order(matched_, attribute_);
  outcome.custom =
      intern_custom(css::compute_custom(order, customs_[parent == nullptr ? 0 : parent->custom]));
  const ComputedStyle own = css::compute_style(order, surroundings(from, customs_[outcome.custom], node));
  if (parent == nullptr) {
    root_em_ = own.font_size;
    root_line_ = used_line_height(own, scaled(own.font_size, 6, 5));
  }
  outcome.style = styles_.intern(own);
  for (size_t i = 0; i < pseudo_count; ++i) {
    outcome.pseudos[i] = Styles::no_style;
    if (pseudo_matched_[i].empty()) continue;
    const std::vector<Applied> pseudo = in_order(pseudo_matched_[i], 0);
    const CustomProperties custom = css::compute_custom(pseudo, customs_[outcome.custom]);
    outcome.pseudos[i] = styles_.intern(css::compute_style(pseudo, surroundings(own, custom, node)));
  }
  outcome.number = number_for_children(outcome.style, outcome.custom);
  return outcome;
}

const Outcome& Cascade::element(NodeId node, const Outcome* parent) {
  collect(node);
  make_key(node, parent);
  const auto found = known_.find(key_);
  if (found != known_.end()) return found->second;
  const Key key = key_;
  return known_.emplace(key, compute(node, parent)).first->second;
}

Styles Cascade::run() {
  styles_.set(static_cast<NodeId>(tree_.size() - 1), styles_.intern(inherited_style(css::initial_style())));
  if (medium_ == Medium::print) {
    flow_ = principal_mode();
    known_.clear();
  }
  struct Above {
    const Outcome* outcome;  // outcomes stay where they are while the map grows
    css::TagSet ancestors;   // of the element itself
  };
  std::vector<Above> above;
  NodeId node = tree_.root();
  while (node != NodeId::none) {
    const Outcome* parent = above.empty() ? nullptr : above.back().outcome;
    if (tree_.is_text(node)) {
      styles_.set(node, parent->style);
    } else {
      const Outcome& outcome = element(node, parent);
      styles_.set(node, outcome.style);
      styles_.set_pseudos(node, outcome.pseudos);
      if (tree_.first_child(node) != NodeId::none) {
        above.push_back({&outcome, ancestors_});
        ancestors_.set(static_cast<size_t>(tree_.tag(node)));
        node = tree_.first_child(node);
        continue;
      }
    }
    while (node != NodeId::none && tree_.next(node) == NodeId::none) {
      node = tree_.parent(node);
      if (above.empty()) continue;
      ancestors_ = above.back().ancestors;
      above.pop_back();
    }
    if (node != NodeId::none) node = tree_.next(node);
  }
  tell_of_invalid();
  tell_of_orthogonal();
  return std::move(styles_);
}

// Of all text on paper. CSS Writing Modes 4 §8: the body's, or the root's where there is none. Lines from the
// bottom upwards are set from the top.
WritingMode Cascade::principal_mode() {
  const Outcome root = element(tree_.root(), nullptr);
  StyleId principal = root.style;
  ancestors_.set(static_cast<size_t>(tree_.tag(tree_.root())));
  for (const NodeId child : children(tree_, tree_.root())) {
    if (!tree_.is_text(child) && tree_.tag(child) == Tag::body) principal = element(child, &root).style;
  }
  ancestors_.reset();
  const WritingMode mode = styles_[principal].writing_mode;
  return mode == WritingMode::sideways_lr ? WritingMode::vertical_lr : mode;
}

// Each once, in the order of the files.
std::vector<const Declaration*> in_order_of_files(const std::set<const Declaration*>& declarations) {
  std::vector<const Declaration*> ordered(declarations.begin(), declarations.end());
  std::ranges::sort(ordered, [](const Declaration* a, const Declaration* b) {
    return std::pair(a->span.file, a->span.begin) < std::pair(b->span.file, b->span.begin);
  });
  return ordered;
}

void Cascade::tell_of_orthogonal() const {
  if (diagnostics_ == nullptr) return;
  for (const Declaration* one : in_order_of_files(orthogonal_)) {
    diagnostics_->warning("writing-mode-mixed", one->span,
                          "'" + css::to_css(one->value) + "' is not the writing mode of the text around",
                          "all text of a publication is set in one mode, that of its body");
  }
}

void Cascade::tell_of_invalid() const {
  if (diagnostics_ == nullptr) return;
  for (const Declaration* one : in_order_of_files(invalid_)) {
    diagnostics_->warning("style-bad-value", one->span,
                          "'" + css::to_css(one->value) + "' is no value of '" + one->name +
                              "' with the variables as they are here",
                          "the property is as if this had not been said, inherited or initial");
  }
}

}  // namespace

Styles cascade(const Tree& tree, const StyleSheet& sheet, Medium medium, Diagnostics* diagnostics) {
  return Cascade(tree, sheet, medium, diagnostics).run();
}

}  // namespace pubbuild
