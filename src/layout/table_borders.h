// The borders of adjoining cells, rows, columns and the table → the one border on each edge of the grid
// (CSS 2.2 §17.6.2, the collapsing border model).
#pragma once

#include <cstdint>
#include <vector>

#include "layout/table_grid.h"

namespace pubbuild {

class CollapsedBorders {
 public:
  CollapsedBorders(const LayoutDocument& document, const TableGrid& grid, NodeId table);

  // On the edge above a row, in a column; edges and columns are counted from 0. None inside of a cell.
  Border above(size_t row, size_t column) const;
  // On the edge before a column, in a row.
  Border before(size_t row, size_t column) const;
  // Along the edges of a cell that begins in this row, the widest of each side.
  Sides<Length> around(const GridCell& cell, size_t row) const;

 private:
  static constexpr uint32_t no_cell = 0xFFFFFFFF;

  uint32_t slot(size_t row, size_t column) const { return slots_[row * columns_ + column]; }
  const Sides<Border>& of(NodeId node) const { return document_.style(node).border; }
  const Sides<Border>& table() const { return of(table_); }
  bool begins_group(size_t row) const;
  bool ends_group(size_t row) const;

  const LayoutDocument& document_;
  const TableGrid& grid_;
  const NodeId table_;
  const size_t rows_;
  const size_t columns_;
  std::vector<uint32_t> slots_;  // row by row, the number of the cell that takes it
  std::vector<NodeId> cells_;    // by their numbers
};

}  // namespace pubbuild
