// Galley items → height taken on a page.
#include "layout/page_fill.h"

namespace pubbuild {

void PageFill::add(const StepOpen& step) {
  y_ += white(step);
  steps_.push_back({is_empty_, false});
}

// A block that a page end has parted lost the white it was rounded with: its end goes back to the grid.
void PageFill::add(const StepClose& step) {
  const OpenStep open = steps_.empty() ? OpenStep{} : steps_.back();
  if (!steps_.empty()) steps_.pop_back();
  y_ += open.began_at_top ? step.after_at_top : step.after;
  if (!open.was_broken || step.step <= Length{}) return;
  const int64_t steps = (y_.milli + step.step.milli - 1) / step.step.milli;
  y_ = step.step * steps;
}

void PageFill::add_content(Length height) {
  y_ += height;
  is_empty_ = false;
}

}  // namespace pubbuild
