// One page while it is filled: galley items placed from the top, boxes drawn where they close.
#pragma once

#include <vector>

#include "layout/document.h"

namespace pubbuild {

// Where the page area lies on the sheet. Its width is along the lines, its height across them, which in
// vertical writing is not as they look.
struct PageFrame {
  Point origin;  // its upper left corner
  Size area;
  WritingMode mode = WritingMode::horizontal_tb;
};

// What the placed lines had to say about their place.
struct PlacedMark {
  DestinationId destination = DestinationId::none;
  Point at;
};

// A box that is open: it goes on on the next page if the page ends first.
struct OpenBox {
  BoxOpen box;
  Length top;                 // on this page, from the top of the page area
  Edge start = Edge::closed;  // cut: it began on an earlier page
  size_t ground = 0;          // where on this page it is painted
};

// All that is placed is told from where the first line of the page area begins.
class PageCanvas {
 public:
  // `open` are the boxes that go on from the page before.
  PageCanvas(PageFrame frame, std::vector<OpenBox> open);

  Length y() const { return y_; }
  void move_to(Length y) { y_ = y; }

  void place(Line line);
  void place(const Row& row);
  void open(const BoxOpen& box);
  void close(Length trail);
  // All of a galley, one item below the other.
  void place_all(const Galley& galley, size_t begin);
  void add(Item item) { items_.push_back(std::move(item)); }

  // Draws the boxes still open down to here, and gives them back for the next page.
  std::vector<OpenBox> finish_boxes();
  // Decorations first, then the rest in reading order; where they stand on the page.
  std::vector<Item> take_items();

  const std::vector<NoteCall>& calls() const { return calls_; }
  // Where they stand on the page.
  std::vector<PlacedMark> marks() const;
  const std::vector<NamedString>& strings() const { return strings_; }
  // So many of them were set before anything stood on the page.
  size_t strings_at_start() const { return strings_at_start_; }
  const std::vector<CounterMark>& counters() const { return counters_; }
  TreePosition first() const { return first_; }
  // The place that the next item added gets among the page's items, decorations aside.
  size_t next_item() const { return items_.size(); }
  Item& item(size_t place) { return items_[place]; }

 private:
  size_t add_ground();
  void draw_box(const OpenBox& open, Length bottom, Edge end);

  PageFrame frame_;
  Length y_;
  std::vector<OpenBox> boxes_;
  std::vector<std::vector<Item>> grounds_;  // under the text, those of inner boxes over those of outer ones
  std::vector<Item> items_;
  std::vector<NoteCall> calls_;  // by their places in items_
  std::vector<PlacedMark> marks_;
  std::vector<NamedString> strings_;
  size_t strings_at_start_ = 0;
  std::vector<CounterMark> counters_;
  TreePosition first_;
};

}  // namespace pubbuild
