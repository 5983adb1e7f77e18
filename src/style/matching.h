// Whether a selector means an element of the tree.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "style/selectors.h"
#include "tree/tree.h"

namespace pubbuild::css {

// Answers for one tree that does not change meanwhile. What could cost a walk over all siblings is counted
// once a parent, or kept for the next sibling.
class Matcher {
 public:
  explicit Matcher(const Tree& tree);

  bool matches(const Selector& selector, NodeId element);
  // The language of the nearest lang attribute.
  std::string_view lang_of(NodeId element) const;

 private:
  // How far a failure reaches: another ancestor may still do, or none can.
  enum class Outcome : uint8_t { yes, no, never };
  struct Scan {
    NodeId reached = NodeId::none;
    NodeId found = NodeId::none;
  };
  struct Place {
    uint32_t index = 0;          // among element siblings, from 1
    uint32_t index_of_type = 0;  // among those of its tag
    uint32_t from_end = 0;
    uint32_t from_end_of_type = 0;
  };

  bool compound(const Compound& compound, NodeId element);
  bool simple(const Simple& simple, NodeId element);
  bool attribute(const Simple& simple, NodeId element) const;
  bool any_of(const std::vector<Selector>& list, NodeId element);
  bool is_lang(const Simple& simple, NodeId element) const;
  bool is_empty(NodeId element) const;
  Outcome from(const Selector& selector, size_t at, NodeId element);
  Outcome up(const Selector& selector, size_t at, NodeId element);
  bool earlier_sibling(const Selector& selector, size_t at, NodeId element);
  NodeId previous_element(NodeId element) const;
  NodeId next_element(NodeId element) const;
  const Place& place(NodeId element);
  const Place& place_among(const Simple& nth, NodeId element);

  const Tree& tree_;
  std::vector<uint32_t> lang_of_;  // by node: the element whose lang attribute holds, plus one
  std::vector<Place> places_;      // empty until a selector asks
  using ScanKey = std::pair<const Compound*, NodeId>;
  struct ScanHash {
    size_t operator()(const ScanKey& key) const {
      return std::hash<const Compound*>()(key.first) * 31 + static_cast<size_t>(key.second);
    }
  };
  std::unordered_map<ScanKey, Scan, ScanHash> scans_;
  // Of the siblings that `an+b of …` counts, once a parent.
  struct PlaceHash {
    size_t operator()(const std::pair<const Simple*, NodeId>& key) const {
      return std::hash<const Simple*>()(key.first) * 31 + static_cast<size_t>(key.second);
    }
  };
  std::unordered_map<std::pair<const Simple*, NodeId>, Place, PlaceHash> places_among_;
};

// Language ranges of :lang(): the range itself or with a subtag after it, ASCII case aside.
bool language_matches(std::string_view lang, std::string_view range);

}  // namespace pubbuild::css
