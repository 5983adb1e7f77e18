// A galley too long for a page → what fits, and the rest.
#include "layout/galley_cut.h"

#include <algorithm>

#include "layout/block_flow.h"

namespace pubbuild {

namespace {

bool has_ink(const GalleyItem& item) {
  return std::holds_alternative<Line>(item) || std::holds_alternative<Row>(item);
}

bool vanishes_at_top(const GalleyItem& item) {
  return std::holds_alternative<Opportunity>(item) || std::holds_alternative<Space>(item);
}

// Of what is drawn beside a row, from its top.
struct Stretch {
  Length from;
  Length to;
};

// The part of a ground or an upright rule that is in the stretch, from its beginning; a level rule as a
// whole.
void keep_part(const Item& item, Stretch stretch, std::vector<Item>& kept) {
  const auto within = [&](Length y) { return max(stretch.from, min(y, stretch.to)) - stretch.from; };
  if (const auto* fill = std::get_if<FillItem>(&item)) {
    FillItem part = *fill;
    part.area.y = within(fill->area.y);
    part.area.height = within(fill->area.y + fill->area.height) - part.area.y;
    if (part.area.height > Length{}) kept.emplace_back(part);
  } else if (const auto* stroke = std::get_if<StrokeItem>(&item)) {
    StrokeItem part = *stroke;
    part.from.y = within(stroke->from.y);
    part.to.y = within(stroke->to.y);
    const bool is_level = stroke->from.y == stroke->to.y;
    const bool is_in = stroke->from.y >= stretch.from && stroke->from.y <= stretch.to;
    if (is_level ? is_in : part.from.y != part.to.y) kept.emplace_back(part);
  }
}

// What reaches down to the end of a row, where the row ends now.
Item lengthened(Item item, Length was, Length is) {
  if (auto* fill = std::get_if<FillItem>(&item)) {
    if (fill->area.y + fill->area.height >= was) fill->area.height = is - fill->area.y;
  } else if (auto* stroke = std::get_if<StrokeItem>(&item)) {
    for (Point* end : {&stroke->from, &stroke->to}) {
      if (end->y + stroke->width >= was) end->y += is - was;
    }
  }
  return item;
}

bool is_empty(const Row& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const Cell& cell) { return cell.begin >= cell.content.size(); });
}

}  // namespace

Length height_up_to(const Galley& galley, size_t begin, Length enough) {
  Length height;
  for (size_t n = begin; n < galley.size() && height <= enough; ++n) height += height_of(galley[n]);
  return height;
}

void forget_headers(Galley& galley) {
  std::erase_if(galley, [](const GalleyItem& item) {
    return std::holds_alternative<TableOpen>(item) || std::holds_alternative<TableClose>(item);
  });
}

Galley take_lines(Galley& galley, size_t& begin, Length room) {
  Galley taken;
  Length height;
  bool has_line = false;
  while (begin < galley.size()) {
    GalleyItem& item = galley[begin];
    height += height_of(item);
    if (height > room && has_line) break;
    auto* row = std::get_if<Row>(&item);
    if (row && height > room) {
      taken.push_back(take_row(*row, room - (height - row->height), room));
      if (!is_empty(*row)) break;
    } else {
      has_line = has_line || has_ink(item);
      taken.push_back(std::move(item));
    }
    ++begin;
  }
  while (begin < galley.size() && vanishes_at_top(galley[begin])) ++begin;
  return taken;
}

Row take_row(Row& row, Length room, Length enough) {
  Row taken{max(room, Length{}), {}, {}};
  const Length whole = row.height;
  row.height = {};
  for (Cell& cell : row.cells) {
    taken.cells.push_back({cell.top, take_lines(cell.content, cell.begin, room - cell.top), 0});
    cell.top = {};
    row.height = max(row.height, height_up_to(cell.content, cell.begin, enough));
  }
  for (std::vector<Item> Row::*drawn : {&Row::rules, &Row::grounds}) {
    for (const Item& item : row.*drawn) keep_part(item, {{}, taken.height}, taken.*drawn);
    std::vector<Item> rest;
    for (const Item& item : row.*drawn)
      keep_part(lengthened(item, whole, taken.height + row.height), {taken.height, taken.height + row.height},
                rest);
    row.*drawn = std::move(rest);
  }
  return taken;
}

}  // namespace pubbuild
