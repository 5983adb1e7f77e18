// Adjoining margins → the one white they make together (CSS 2.2 §8.3.1).
#pragma once

#include "base/length.h"

namespace pubbuild {

class Margins {
 public:
  void add(Length margin) {
    largest_ = max(largest_, margin);
    least_ = min(least_, margin);
  }
  // The largest of the positive ones less the largest of the negative ones.
  Length white() const { return largest_ + least_; }

 private:
  Length largest_;
  Length least_;
};

}  // namespace pubbuild
