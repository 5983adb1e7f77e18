// Tokens → selectors (Selectors 4), and selectors back to CSS.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "style/nth.h"
#include "style/tokens.h"
#include "tree/names.h"

namespace pubbuild {

enum class Pseudo : uint8_t { before, after, marker, footnote_call, footnote_marker, first_letter };
constexpr size_t pseudo_count = 6;

}  // namespace pubbuild

namespace pubbuild::css {

enum class SimpleKind : uint8_t {
  tag,
  any_tag,
  class_,
  id,
  attribute,
  first_child,
  last_child,
  only_child,
  nth_child,
  nth_last_child,
  nth_of_type,
  nth_last_of_type,
  first_of_type,
  last_of_type,
  only_of_type,
  root,
  empty,
  link,
  lang,
  not_,
  is,
  where,
  never,  // :hover and its like: known, but nothing on paper is ever so
};

enum class AttributeTest : uint8_t { present, equals, word, dash, prefix, suffix, part };

struct Selector;

struct Simple {
  SimpleKind kind = SimpleKind::any_tag;
  AttributeTest test = AttributeTest::present;
  bool ignores_case = false;
  bool says_case = false;    // `s` stands in the attribute test
  std::optional<Tag> tag;    // nothing: a name that the tree never has
  std::optional<Attr> attr;  // the same
  Nth nth;
  std::string name;                // as written: tag, class, id, attribute, pseudo-class
  std::string value;               // of an attribute test
  std::vector<std::string> langs;  // of :lang()
  std::vector<Selector> list;      // of :not(), :is(), :where(), and of `an+b of …`
};

enum class Combinator : uint8_t { none, descendant, child, next_sibling, later_sibling };

// Simple selectors of one element and how it stands to the compound on its left.
struct Compound {
  Combinator combinator = Combinator::none;
  std::vector<Simple> simples;
};

struct Selector {
  std::vector<Compound> compounds;  // left to right, never empty
  std::optional<Pseudo> pseudo;
  std::string foreign_pseudo;  // a pseudo-element that only reading systems know, with its colons
  uint32_t specificity = 0;    // ids, classes, tags: ten bits each
};

// More simple selectors than this in one selector, nested ones counted, are hostile.
constexpr size_t max_simple_selectors = 64;

struct SelectorList {
  std::vector<Selector> selectors;
  // Empty where all is well; then `bad_at` is the offending token's index or the number of tokens.
  std::string complaint;
  size_t bad_at = 0;
};

// A list is wrong as a whole when one of its selectors is (Selectors 4 §4.1).
SelectorList parse_selectors(TokenView tokens);
// Of a rule inside of a rule with the selectors `outer` (CSS Nesting 1): `&` and what is not said stand for
// what those mean, one by one.
SelectorList parse_nested_selectors(TokenView tokens, const std::vector<Selector>& outer);

std::string to_css(const Selector& selector);

}  // namespace pubbuild::css
