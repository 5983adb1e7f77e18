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
  row.height = {};
  row.rules.clear();
  for (Cell& cell : row.cells) {
    taken.cells.push_back({cell.top, take_lines(cell.content, cell.begin, room - cell.top), 0});
    cell.top = {};
    row.height = max(row.height, height_up_to(cell.content, cell.begin, enough));
  }
  return taken;
}

}  // namespace pubbuild
