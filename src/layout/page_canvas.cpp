// Places galley items on a page: the one spot where inline and block direction become x and y.
#include "layout/page_canvas.h"

#include <algorithm>
#include <iterator>

#include "layout/paragraph.h"
#include "page/axes.h"
#include "page/move.h"

namespace pubbuild {

namespace {

Axes axes_of(const PageFrame& frame) {
  switch (frame.mode) {
    case WritingMode::horizontal_tb:
      return level_axes(frame.origin);
    case WritingMode::vertical_rl:
    case WritingMode::sideways_rl:
      return leftward_axes({frame.origin.x + frame.area.height, frame.origin.y});
    case WritingMode::vertical_lr:
    case WritingMode::sideways_lr:
      return rightward_axes(frame.origin);
  }
  return level_axes(frame.origin);
}

}  // namespace

PageCanvas::PageCanvas(PageFrame frame, std::vector<OpenBox> open) : frame_(frame), boxes_(std::move(open)) {
  for (OpenBox& box : boxes_) {
    box.start = Edge::cut;
    box.ground = add_ground();
    box.top = y_;
    if (box.box.decoration == Decoration::clone) y_ += box.box.lead;
  }
}

void PageCanvas::place(Line line) {
  const Point by{{}, y_};
  for (const NoteCall& call : line.notes)
    calls_.push_back({call.note, items_.size() + call.item, call.style});
  for (const DestinationId destination : line.marks.destinations) marks_.push_back({destination, by});
  const bool at_start = items_.empty() && strings_.size() == strings_at_start_;
  for (NamedString& string : line.marks.strings) strings_.push_back(std::move(string));
  if (at_start) strings_at_start_ = strings_.size();
  std::ranges::move(line.marks.counters, std::back_inserter(counters_));
  if (first_.node == NodeId::none) first_ = line.marks.first;
  for (Item& item : line.items) {
    // The upper side of a vertical line is its right one, also where lines go from left to right (CSS Writing
    // Modes 4 §6.3).
    if (frame_.mode == WritingMode::vertical_lr) pubbuild::place(item, mirrored_axes(line.height));
    move(item, by);
    items_.push_back(std::move(item));
  }
  y_ += line.height;
}

void PageCanvas::place(const Row& row) {
  const Length top = y_;
  const size_t ground = add_ground();
  const Point by{{}, top};
  for (Item item : row.grounds) {
    move(item, by);
    grounds_[ground].push_back(std::move(item));
  }
  for (Item rule : row.rules) {
    move(rule, by);
    items_.push_back(std::move(rule));
  }
  for (const Cell& cell : row.cells) {
    y_ = top + cell.top;
    place_all(cell.content, cell.begin);
  }
  y_ = top + row.height;
}

void PageCanvas::open(const BoxOpen& box) {
  boxes_.push_back({box, y_, Edge::closed, add_ground()});
  y_ += box.lead;
}

void PageCanvas::close(Length trail) {
  y_ += trail;
  if (boxes_.empty()) return;
  draw_box(boxes_.back(), y_, Edge::closed);
  boxes_.pop_back();
}

namespace {

struct Placer {
  PageCanvas& canvas;
  void down(Length by) const { canvas.move_to(canvas.y() + by); }
  void operator()(const Line& line) const { canvas.place(line); }
  void operator()(const Space& space) const { down(space.amount); }
  void operator()(const StepOpen& step) const { down(step.before); }
  void operator()(const StepClose& step) const { down(step.after); }
  void operator()(const BoxOpen& box) const { canvas.open(box); }
  void operator()(const BoxClose& box) const { canvas.close(box.trail); }
  void operator()(const Row& row) const { canvas.place(row); }
  void operator()(const Opportunity&) const {}
  void operator()(const ForcedBreak&) const {}
  void operator()(const NamedPage&) const {}
  void operator()(const TableOpen&) const {}
  void operator()(const TableClose&) const {}
};

}  // namespace

void PageCanvas::place_all(const Galley& galley, size_t begin) {
  for (size_t n = begin; n < galley.size(); ++n) std::visit(Placer{*this}, galley[n]);
}

std::vector<OpenBox> PageCanvas::finish_boxes() {
  for (auto box = boxes_.rbegin(); box != boxes_.rend(); ++box) draw_box(*box, y_, Edge::cut);
  return std::move(boxes_);
}

void PageCanvas::draw_box(const OpenBox& open, Length bottom, Edge end) {
  const bool clones = open.box.decoration == Decoration::clone;
  const Rect area{open.box.x, open.top, open.box.width, bottom - open.top};
  const BoxEdges edges = clones ? BoxEdges{} : BoxEdges{open.start, end};
  grounds_[open.ground] = paint_box(open.box.paint, area, edges);
}

size_t PageCanvas::add_ground() {
  grounds_.emplace_back();
  return grounds_.size() - 1;
}

std::vector<Item> PageCanvas::take_items() {
  std::vector<Item> items;
  for (std::vector<Item>& ground : grounds_) std::ranges::move(ground, std::back_inserter(items));
  std::ranges::move(items_, std::back_inserter(items));
  const Axes axes = axes_of(frame_);
  for (Item& item : items) pubbuild::place(item, axes);
  return items;
}

std::vector<PlacedMark> PageCanvas::marks() const {
  const Axes axes = axes_of(frame_);
  std::vector<PlacedMark> placed = marks_;
  for (PlacedMark& mark : placed) mark.at = axes.place(mark.at);
  return placed;
}

}  // namespace pubbuild
