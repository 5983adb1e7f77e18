// On each edge a hidden border wins, then the widest, of equal ones the more striking style, then the cell's
// over the row's, the row's over its group's, the column's over the table's.
#include "layout/table_borders.h"

#include <algorithm>

namespace pubbuild {

namespace {

int strikingness(BorderStyle style) {
  switch (style) {
    case BorderStyle::double_:
      return 8;
    case BorderStyle::solid:
      return 7;
    case BorderStyle::dashed:
      return 6;
    case BorderStyle::dotted:
      return 5;
    case BorderStyle::ridge:
      return 4;
    case BorderStyle::outset:
      return 3;
    case BorderStyle::groove:
      return 2;
    case BorderStyle::inset:
      return 1;
    case BorderStyle::wavy:
    case BorderStyle::hidden:
    case BorderStyle::none:
      return 0;
  }
  return 0;
}

// Asked in the order of what they belong to: the first of equal ones stays.
class Winner {
 public:
  void ask(const Border& border) {
    if (best_.style != BorderStyle::hidden && beats_best(border)) best_ = border;
  }
  const Border& border() const { return best_; }

 private:
  bool beats_best(const Border& border) const {
    if (border.style == BorderStyle::hidden) return true;
    if (border.width != best_.width) return border.width > best_.width;
    return strikingness(border.style) > strikingness(best_.style);
  }

  Border best_;
};

}  // namespace

CollapsedBorders::CollapsedBorders(const LayoutDocument& document, const TableGrid& grid, NodeId table)
    : document_(document),
      grid_(grid),
      table_(table),
      rows_(grid.rows.size()),
      columns_(grid.columns),
      slots_(rows_ * columns_, no_cell) {
  for (size_t row = 0; row < rows_; ++row) {
    for (const GridCell& cell : grid.rows[row].cells) {
      const auto number = static_cast<uint32_t>(cells_.size());
      cells_.push_back(cell.node);
      for (size_t n = row; n < std::min(row + cell.rows, rows_); ++n) {
        const auto from = slots_.begin() + static_cast<std::ptrdiff_t>(n * columns_ + cell.column);
        std::fill_n(from, std::min(cell.columns, columns_ - cell.column), number);
      }
    }
  }
}

bool CollapsedBorders::begins_group(size_t row) const {
  const NodeId group = grid_.rows[row].group;
  return group != NodeId::none && (row == 0 || grid_.rows[row - 1].group != group);
}

bool CollapsedBorders::ends_group(size_t row) const {
  const NodeId group = grid_.rows[row].group;
  return group != NodeId::none && (row + 1 == rows_ || grid_.rows[row + 1].group != group);
}

Border CollapsedBorders::above(size_t row, size_t column) const {
  const uint32_t upper = row > 0 ? slot(row - 1, column) : no_cell;
  const uint32_t lower = row < rows_ ? slot(row, column) : no_cell;
  if (upper == lower && upper != no_cell) return {};
  Winner winner;
  if (upper != no_cell) winner.ask(of(cells_[upper]).block_end);
  if (lower != no_cell) winner.ask(of(cells_[lower]).block_start);
  if (row > 0) winner.ask(of(grid_.rows[row - 1].node).block_end);
  if (row < rows_) winner.ask(of(grid_.rows[row].node).block_start);
  if (row > 0 && ends_group(row - 1)) winner.ask(of(grid_.rows[row - 1].group).block_end);
  if (row < rows_ && begins_group(row)) winner.ask(of(grid_.rows[row].group).block_start);
  if (row == 0) winner.ask(table().block_start);
  if (row == rows_) winner.ask(table().block_end);
  return winner.border();
}

Border CollapsedBorders::before(size_t row, size_t column) const {
  const uint32_t left = column > 0 ? slot(row, column - 1) : no_cell;
  const uint32_t right = column < columns_ ? slot(row, column) : no_cell;
  if (left == right && left != no_cell) return {};
  const GridRow& of_row = grid_.rows[row];
  const bool is_first = column == 0;
  const bool is_last = column == columns_;
  Winner winner;
  if (left != no_cell) winner.ask(of(cells_[left]).inline_end);
  if (right != no_cell) winner.ask(of(cells_[right]).inline_start);
  if (is_first) winner.ask(of(of_row.node).inline_start);
  if (is_last) winner.ask(of(of_row.node).inline_end);
  if (is_first && of_row.group != NodeId::none) winner.ask(of(of_row.group).inline_start);
  if (is_last && of_row.group != NodeId::none) winner.ask(of(of_row.group).inline_end);
  if (!is_first && grid_.column(column - 1) != NodeId::none)
    winner.ask(of(grid_.column(column - 1)).inline_end);
  if (!is_last && grid_.column(column) != NodeId::none) winner.ask(of(grid_.column(column)).inline_start);
  if (is_first) winner.ask(table().inline_start);
  if (is_last) winner.ask(table().inline_end);
  return winner.border();
}

Sides<Length> CollapsedBorders::around(const GridCell& cell, size_t row) const {
  const size_t end_row = std::min(row + cell.rows, rows_);
  const size_t end_column = std::min(cell.column + cell.columns, columns_);
  Sides<Length> widest;
  for (size_t n = cell.column; n < end_column; ++n) {
    widest.block_start = max(widest.block_start, above(row, n).width);
    widest.block_end = max(widest.block_end, above(end_row, n).width);
  }
  for (size_t n = row; n < end_row; ++n) {
    widest.inline_start = max(widest.inline_start, before(n, cell.column).width);
    widest.inline_end = max(widest.inline_end, before(n, end_column).width);
  }
  return widest;
}

}  // namespace pubbuild
