// How far a galley fills one page: arithmetic only, nothing is placed. Fitting and placing both go by it.
#pragma once

#include <vector>

#include "layout/document.h"

namespace pubbuild {

// Blocks on the grid that are open, and whether they began at the top of this page or on an earlier one.
struct OpenStep {
  bool began_at_top = false;
  bool was_broken = false;
};

class PageFill {
 public:
  explicit PageFill(std::vector<OpenStep> steps) : steps_(std::move(steps)) {}

  Length y() const { return y_; }
  // Nothing but white has been put on the page so far.
  bool is_empty() const { return is_empty_; }
  const std::vector<OpenStep>& steps() const { return steps_; }
  // Room taken at the top by what is repeated there; the page still counts as empty.
  void take(Length height) { y_ += height; }

  // Takes an item that is nothing but white; false for any other, which is left alone.
  bool add_white(const GalleyItem& item);
  // Anything with ink: a line, a row, the beginning or the end of a box.
  void add_content(Length height);

 private:
  void add(const Space& space);
  void add(const StepOpen& step);
  void add(const StepClose& step);

  Length y_;
  bool is_empty_ = true;
  std::vector<OpenStep> steps_;
};

}  // namespace pubbuild
