// How much text style sheets may have made: enough for any book, too little for a sheet that multiplies a
// long text by every element.
#pragma once

#include <cstddef>

namespace pubbuild {

// A text of this length may be made for each element; of longer ones, this many bytes in all.
constexpr size_t short_text = 100;
constexpr size_t most_long_text = size_t{1} * 1024 * 1024;

class Budget {
 public:
  // What comes next is made for another element.
  void begin() { own_ = 0; }

  // Whether so many more bytes may be made for it.
  bool allows(size_t bytes) {
    own_ += bytes;
    if (own_ <= short_text) return true;
    long_ += bytes;
    return long_ <= most_long_text;
  }

  bool is_exceeded() const { return long_ > most_long_text; }

 private:
  size_t own_ = 0;
  size_t long_ = 0;
};

}  // namespace pubbuild
