// Tree and style sheet → computed style of every element, for one medium.
#pragma once

#include <array>
#include <span>
#include <unordered_map>
#include <vector>

#include "style/computed.h"
#include "style/counter_styles.h"
#include "style/stylesheet.h"
#include "tree/tree.h"

namespace pubbuild {

enum class StyleId : uint32_t {};

// Bytes [begin, end) of a text have a style of their own: a block's first letter.
struct FirstLetter {
  uint32_t begin = 0;
  uint32_t end = 0;
  StyleId style{};
};

// Computed styles by node, each distinct style kept once. A text node has its parent's style.
class Styles {
 public:
  const ComputedStyle& of(NodeId node) const {
    return styles_[static_cast<size_t>(ids_[static_cast<size_t>(node)])];
  }
  StyleId id_of(NodeId node) const { return ids_[static_cast<size_t>(node)]; }
  // The style of a pseudo-element, or nullptr where no rule speaks of it.
  const ComputedStyle* pseudo(NodeId element, Pseudo pseudo) const;
  const ComputedStyle& operator[](StyleId id) const { return styles_[static_cast<size_t>(id)]; }
  size_t distinct() const { return styles_.size(); }
  const CounterStyles& counter_styles() const { return counter_styles_; }
  void set_counter_styles(CounterStyles counter_styles) { counter_styles_ = std::move(counter_styles); }

  // The id of a style, which is added where it is new.
  StyleId intern(ComputedStyle style);
  // Gives a node made after the cascade its style.
  void set(NodeId node, StyleId id);
  void set_pseudo(NodeId element, Pseudo pseudo, StyleId id);

  // nullptr for a text that no first letter stands in.
  const FirstLetter* first_letter(NodeId text) const;
  void set_first_letter(NodeId text, FirstLetter letter) { first_letters_[text] = letter; }

  // The styles of an element's pseudo-elements; most elements have none and share the first set.
  using PseudoSet = std::array<StyleId, pseudo_count>;
  static constexpr StyleId no_style{0xFFFFFFFF};
  void set_pseudos(NodeId element, const PseudoSet& set);

 private:
  void reach(NodeId node);

  CounterStyles counter_styles_;
  std::vector<ComputedStyle> styles_;
  std::unordered_multimap<size_t, StyleId> by_hash_;
  std::vector<StyleId> ids_;                               // by node
  std::vector<uint32_t> pseudo_sets_;                      // by node: a place in sets_
  std::unordered_map<NodeId, FirstLetter> first_letters_;  // by text
  std::vector<PseudoSet> sets_ = {{no_style, no_style, no_style, no_style, no_style, no_style}};
};

// Selectors 4 matching, CSS Cascade 4 order (origin, importance, specificity, order), inheritance, units.
// Nodes that the root does not reach have the initial style. With `diagnostics`, says what is wrong in style
// attributes.
Styles cascade(const Tree& tree, const StyleSheet& sheet, Medium medium, Diagnostics* diagnostics = nullptr);

// The style of an anonymous box in a box of style `parent`: inherited properties taken over, others initial.
ComputedStyle inherited_style(const ComputedStyle& parent);

}  // namespace pubbuild
