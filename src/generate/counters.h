// The counters of CSS while a tree is walked in document order: which values an element sees (CSS Lists 3
// §4).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "style/computed.h"

namespace pubbuild {

// A counter lives from the element that resets it to the end of that element's parent. Values stay within the
// 32 bits they have in style sheets.
class Counters {
 public:
  Counters() { enter_children(); }

  void reset(std::string_view name, int32_t value);
  void increment(std::string_view name, int32_t by);
  void set(std::string_view name, int32_t value);
  void apply(const ComputedStyle& style);

  void enter_children() { scopes_.emplace_back(); }
  void leave_children();

  // The innermost value; 0 for a counter nobody has reset.
  int32_t value(std::string_view name) const;
  // All values, the outermost first; one 0 for a counter nobody has reset.
  std::vector<int32_t> values(std::string_view name) const;

 private:
  int32_t& innermost(std::string_view name);

  struct Instance {
    int32_t value = 0;
    size_t level = 0;  // of the siblings it begins among
  };
  std::unordered_map<std::string, std::vector<Instance>> instances_;  // by name, the innermost last
  std::vector<std::vector<std::string>> scopes_;  // the counters that begin among siblings, a level each
};

}  // namespace pubbuild
