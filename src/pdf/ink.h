// Inks of a page → the colour operators they need, if any.
#pragma once

#include <string>

#include "page/pages.h"

namespace pubbuild::pdf {

// The colours that the operators written so far have set; a page begins in black.
class InkState {
 public:
  explicit InkState(std::string& out) : out_(out) {}
  // Filling is done in this ink already.
  bool fills(const Ink& ink) const { return ink == fill_; }
  void fill(const Ink& ink);
  void stroke(const Ink& ink);

 private:
  std::string& out_;
  Ink fill_;
  Ink stroke_;
};

}  // namespace pubbuild::pdf
