// The cells of a table element in the rows and columns they occupy (HTML, forming a table).
#pragma once

#include <cstddef>
#include <vector>

#include "layout/document.h"

namespace pubbuild {

struct GridCell {
  NodeId node = NodeId::none;
  size_t column = 0;
  size_t columns = 1;
  size_t rows = 1;
};

struct GridRow {
  NodeId node = NodeId::none;
  NodeId group = NodeId::none;  // thead, tbody, tfoot or none
  bool is_header = false;
  std::vector<GridCell> cells;
};

struct TableGrid {
  std::vector<GridRow> rows;  // those of header groups first, of footer groups last
  size_t columns = 0;
  std::vector<NodeId> captions;
  std::vector<NodeId>
      column_elements;  // `col`, or a group without any; those of more columns than there are too

  // The element that speaks for a column; none where there is none.
  NodeId column(size_t n) const { return n < column_elements.size() ? column_elements[n] : NodeId::none; }
};

TableGrid table_grid(const LayoutDocument& document, NodeId table);

}  // namespace pubbuild
