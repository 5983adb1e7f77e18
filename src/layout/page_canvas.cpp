// Places galley items on a page: the one spot where inline and block direction become x and y.
#include "layout/page_canvas.h"

#include "layout/paragraph.h"
#include "page/move.h"

namespace pubbuild {

PageCanvas::PageCanvas(PageFrame frame, std::vector<OpenBox> open) : frame_(frame), boxes_(std::move(open)) {
  for (OpenBox& box : boxes_) {
    box.continues = true;
    box.top = y_;
    if (box.box.decoration == Decoration::clone) y_ += box.box.lead;
  }
}

void PageCanvas::place(Line line) {
  const Point by{frame_.origin.x, frame_.origin.y + y_};
  for (const NoteCall& call : line.notes)
    calls_.push_back({call.note, items_.size() + call.item, call.style});
  for (const DestinationId destination : line.marks.destinations) marks_.push_back({destination, by});
  for (NamedString& string : line.marks.strings) strings_.push_back(std::move(string));
  if (first_.node == NodeId::none) first_ = line.marks.first;
  for (Item& item : line.items) {
    move(item, by);
    items_.push_back(std::move(item));
  }
  y_ += line.height;
}

void PageCanvas::place(const Row& row) {
  const Length top = y_;
  for (Item rule : row.rules) {
    move(rule, {frame_.origin.x, frame_.origin.y + top});
    // A ground goes under everything, a rule over its neighbours' grounds.
    (std::holds_alternative<FillItem>(rule) ? decorations_ : items_).push_back(std::move(rule));
  }
  for (const Cell& cell : row.cells) {
    y_ = top + cell.top;
    place_all(cell.content, cell.begin);
  }
  y_ = top + row.height;
}

void PageCanvas::open(const BoxOpen& box) {
  boxes_.push_back({box, y_, false});
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
  const Rect area{frame_.origin.x + open.box.x, frame_.origin.y + open.top, open.box.width,
                  bottom - open.top};
  if (open.box.background.alpha > 0)
    decorations_.insert(decorations_.begin(), FillItem{area, ink_of(open.box.background)});
  const Sides<Border>& border = open.box.border;
  const Length right = area.x + area.width;
  const Length low = area.y + area.height;
  const auto stroke_style = [](BorderStyle style) {
    return style == BorderStyle::dashed   ? StrokeStyle::dashed
           : style == BorderStyle::dotted ? StrokeStyle::dotted
                                          : StrokeStyle::solid;
  };
  const auto draw = [&](const Border& side, Point from, Point to) {
    if (side.width <= Length{}) return;
    decorations_.push_back(StrokeItem{from, to, side.width, ink_of(side.color), stroke_style(side.style)});
  };
  // A stroke is drawn on the middle of its border.
  const auto middle = [](const Border& side) { return side.width / 2; };
  const Length top_y = area.y + middle(border.block_start);
  const Length low_y = low - middle(border.block_end);
  if (!open.continues || clones) draw(border.block_start, {area.x, top_y}, {right, top_y});
  if (end == Edge::closed || clones) draw(border.block_end, {area.x, low_y}, {right, low_y});
  const Length left_x = area.x + middle(border.inline_start);
  const Length right_x = right - middle(border.inline_end);
  draw(border.inline_start, {left_x, area.y}, {left_x, low});
  draw(border.inline_end, {right_x, area.y}, {right_x, low});
}

std::vector<Item> PageCanvas::take_items() {
  std::vector<Item> items = std::move(decorations_);
  items.insert(items.end(), std::make_move_iterator(items_.begin()), std::make_move_iterator(items_.end()));
  return items;
}

}  // namespace pubbuild
