// What a rule has found in a stretch, and what would be right.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace pubbuild::proof {

// Characters [begin, end) of a stretch. `repair` is what should stand there, where that is certain; empty to
// have nothing there.
struct Finding {
  std::string_view code;
  size_t begin = 0;
  size_t end = 0;
  std::string message;
  std::string hint{};
  std::optional<std::u32string> repair{};
  bool is_all_or_nothing = false;  // no other repair may change a part of it
};

using Report = std::function<void(Finding)>;

}  // namespace pubbuild::proof
