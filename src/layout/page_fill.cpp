// Galley items → height taken on a page.
#include "layout/page_fill.h"

namespace pubbuild {

bool PageFill::add_white(const GalleyItem& item) {
  if (const auto* space = std::get_if<Space>(&item)) {
    add(*space);
  } else if (const auto* open = std::get_if<StepOpen>(&item)) {
    add(*open);
  } else if (const auto* close = std::get_if<StepClose>(&item)) {
    add(*close);
  } else {
    return false;
  }
  return true;
}

// What vanishes at the top of a page is left out there.
void PageFill::add(const Space& space) {
  y_ += is_empty_ ? space.at_top : space.amount;
}

void PageFill::add(const StepOpen& step) {
  y_ += is_empty_ ? step.before_at_top : step.before;
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
