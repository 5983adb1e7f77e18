// What somebody may have meant: the nearest of the names there are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pubbuild {

// Offered names one by one, keeps the one that the fewest edits (a character put in, left out or replaced)
// turn into the name wanted. Names that are `most` edits away or more do not count, nor does anything for a
// name longer than any real one.
class NearestName {
 public:
  NearestName(std::string_view wanted, size_t most);
  void offer(std::string_view name);
  // Empty where none was near.
  const std::string& found() const { return found_; }

 private:
  std::u32string wanted_;
  size_t most_;
  std::string found_;
};

}  // namespace pubbuild
