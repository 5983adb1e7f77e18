// The rules of a sheet by what their rightmost compound asks for, so that an element meets few of them.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "style/stylesheet.h"

namespace pubbuild::css {

using TagSet = std::bitset<128>;

// A selector of a rule; entries are numbered in cascade order, weakest first (CSS Cascade 4 §6).
struct RuleEntry {
  const Rule* rule;
  const Selector* selector;
  TagSet ancestors;      // tags that an element must stand in for the selector to mean it
  bool is_sure = false;  // being in the bucket is all that the selector asks
};

using EntryNumbers = std::vector<uint32_t>;

class RuleIndex {
 public:
  RuleIndex(const StyleSheet& sheet, Medium medium);

  const RuleEntry& operator[](uint32_t number) const { return entries_[number]; }
  // Appends the lists that may hold rules for such an element. A list may be given more than once.
  void candidates(Tag tag, std::string_view id, std::string_view classes,
                  std::vector<const EntryNumbers*>& into) const;

 private:
  void add(uint32_t number);

  std::vector<RuleEntry> entries_;
  std::unordered_map<std::string_view, EntryNumbers> by_id_;
  std::unordered_map<std::string_view, EntryNumbers> by_class_;
  std::vector<EntryNumbers> by_tag_;
  EntryNumbers universal_;
};

// Calls `visit` with each word of a class attribute.
template <typename Visit>
void for_each_word(std::string_view text, Visit visit) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; };
  for (size_t at = 0; at < text.size();) {
    while (at < text.size() && is_blank(text[at])) ++at;
    const size_t begin = at;
    while (at < text.size() && !is_blank(text[at])) ++at;
    if (at > begin) visit(text.substr(begin, at - begin));
  }
}

}  // namespace pubbuild::css
