// Computed styles by node, each distinct one kept once.
#include <functional>
#include <string_view>

#include "style/cascade.h"

namespace pubbuild {

namespace {

void mix(size_t& hash, uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  hash ^= hash >> 29;
}

// Styles that hash alike are compared with no more than so many others: a sheet may set a thousand values of
// a property that the hash leaves out.
constexpr int most_compared = 32;

// Of the fields that differ most between styles; equality decides.
size_t hash_of(const ComputedStyle& style) {
  size_t hash = 0;
  mix(hash, static_cast<uint64_t>(style.font_size.milli));
  mix(hash, static_cast<uint64_t>(style.font_weight));
  mix(hash, static_cast<uint64_t>(style.display) << 8 | static_cast<uint64_t>(style.text_align));
  mix(hash, static_cast<uint64_t>(style.text_indent.amount.length.milli));
  mix(hash, style.color.red * 65536U + style.color.green * 256U + style.color.blue);
  for (const LengthOrPercent* length :
       {&style.margin.block_start, &style.margin.inline_start, &style.margin.inline_end,
        &style.margin.block_end, &style.padding.inline_start, &style.padding.block_start, &style.inline_size,
        &style.block_size}) {
    mix(hash, static_cast<uint64_t>(length->length.milli) + static_cast<uint64_t>(length->permyriad));
  }
  for (const std::string& family : style.font_families) mix(hash, std::hash<std::string_view>()(family));
  mix(hash, std::hash<std::string_view>()(style.lang));
  mix(hash, std::hash<std::string_view>()(style.page));
  for (const ContentPiece& piece : style.content) mix(hash, std::hash<std::string_view>()(piece.text));
  return hash;
}

}  // namespace

StyleId Styles::intern(ComputedStyle style) {
  const size_t hash = hash_of(style);
  const auto [begin, end] = by_hash_.equal_range(hash);
  int compared = 0;
  for (auto known = begin; known != end && compared < most_compared; ++known, ++compared) {
    if (styles_[static_cast<size_t>(known->second)] == style) return known->second;
  }
  const StyleId id{static_cast<uint32_t>(styles_.size())};
  styles_.push_back(std::move(style));
  by_hash_.emplace(hash, id);
  return id;
}

void Styles::reach(NodeId node) {
  const size_t needed = static_cast<size_t>(node) + 1;
  if (ids_.size() >= needed) return;
  ids_.resize(needed, StyleId{0});
  pseudo_sets_.resize(needed, 0);
}

const FirstLetter* Styles::first_letter(NodeId text) const {
  const auto found = first_letters_.find(text);
  return found == first_letters_.end() ? nullptr : &found->second;
}

void Styles::set(NodeId node, StyleId id) {
  reach(node);
  ids_[static_cast<size_t>(node)] = id;
}

const ComputedStyle* Styles::pseudo(NodeId element, Pseudo pseudo) const {
  if (static_cast<size_t>(element) >= pseudo_sets_.size()) return nullptr;
  const PseudoSet& set = sets_[pseudo_sets_[static_cast<size_t>(element)]];
  const StyleId id = set[static_cast<size_t>(pseudo)];
  return id == no_style ? nullptr : &styles_[static_cast<size_t>(id)];
}

void Styles::set_pseudo(NodeId element, Pseudo pseudo, StyleId id) {
  reach(element);
  PseudoSet set = sets_[pseudo_sets_[static_cast<size_t>(element)]];
  set[static_cast<size_t>(pseudo)] = id;
  pseudo_sets_[static_cast<size_t>(element)] = static_cast<uint32_t>(sets_.size());
  sets_.push_back(set);
}

void Styles::set_pseudos(NodeId element, const PseudoSet& set) {
  reach(element);
  // Neighbours mostly share theirs.
  uint32_t& place = pseudo_sets_[static_cast<size_t>(element)];
  if (sets_[place] == set) return;
  const size_t recent = sets_.size() > 16 ? sets_.size() - 16 : 0;
  for (size_t i = recent; i < sets_.size(); ++i) {
    if (sets_[i] == set) return static_cast<void>(place = static_cast<uint32_t>(i));
  }
  place = static_cast<uint32_t>(sets_.size());
  sets_.push_back(set);
}

}  // namespace pubbuild
