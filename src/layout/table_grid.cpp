// Table elements → grid, with column and row spans.
#include "layout/table_grid.h"

#include <algorithm>

namespace pubbuild {

namespace {

// More columns than this fit no sheet; the cells past them are left out by who reads the table, too.
constexpr size_t max_columns = 128;
constexpr size_t max_row_span = 1000;

size_t span_attribute(const Tree& tree, NodeId cell, Attr name, size_t most) {
  size_t value = 0;
  for (const char c : tree.attribute(cell, name)) {
    if (c < '0' || c > '9' || value > most) break;
    value = value * 10 + static_cast<size_t>(c - '0');
  }
  return std::clamp<size_t>(value, 1, most);
}

class GridMaker {
 public:
  explicit GridMaker(const LayoutDocument& document) : document_(document) {}

  TableGrid run(NodeId table) {
    for (const NodeId child : children(document_.tree(), table)) {
      if (document_.tree().is_element(child)) add_part(child);
    }
    end_group();
    const auto rank = [](const GridRow& row) { return row.is_header ? 0 : 1; };
    std::stable_sort(grid_.rows.begin(), grid_.rows.end(),
                     [&](const GridRow& a, const GridRow& b) { return rank(a) < rank(b); });
    return std::move(grid_);
  }

 private:
  void add_part(NodeId part) {
    switch (document_.style(part).display) {
      case Display::table_caption:
        grid_.captions.push_back(part);
        break;
      case Display::table_row:
        add_row(part, NodeId::none, false);
        break;
      case Display::table_header_group:
        add_group(part, true);
        break;
      case Display::table_row_group:
      case Display::table_footer_group:
        add_group(part, false);
        break;
      case Display::table_column_group:
        add_column_group(part);
        break;
      case Display::table_column:
        add_columns(part);
        break;
      default:
        break;
    }
  }

  void add_column_group(NodeId group) {
    const size_t before = grid_.column_elements.size();
    for (const NodeId column : children(document_.tree(), group)) {
      if (document_.tree().is_element(column) && document_.style(column).display == Display::table_column)
        add_columns(column);
    }
    if (grid_.column_elements.size() == before) add_columns(group);
  }

  void add_columns(NodeId element) {
    const size_t room = max_columns - std::min(max_columns, grid_.column_elements.size());
    const size_t span = std::min(room, span_attribute(document_.tree(), element, Attr::span, max_columns));
    grid_.column_elements.insert(grid_.column_elements.end(), span, element);
  }

  void add_group(NodeId group, bool is_header) {
    end_group();
    for (const NodeId row : children(document_.tree(), group)) {
      if (document_.tree().is_element(row) && document_.style(row).display == Display::table_row) {
        add_row(row, group, is_header);
      }
    }
    end_group();
  }

  // Cells that span rows end with their group at the latest.
  void end_group() {
    for (size_t row = group_begin_; row < grid_.rows.size(); ++row) {
      for (GridCell& cell : grid_.rows[row].cells) cell.rows = std::min(cell.rows, grid_.rows.size() - row);
    }
    group_begin_ = grid_.rows.size();
    occupied_.assign(max_columns, 0);
  }

  void add_row(NodeId row, NodeId group, bool is_header) {
    if (occupied_.empty()) occupied_.assign(max_columns, 0);
    GridRow made{row, group, is_header, {}};
    size_t column = 0;
    for (const NodeId cell : children(document_.tree(), row)) {
      if (!document_.tree().is_element(cell) || document_.style(cell).display != Display::table_cell)
        continue;
      while (column < max_columns && occupied_[column] > 0) ++column;
      if (column == max_columns) break;
      GridCell placed{cell, column,
                      span_attribute(document_.tree(), cell, Attr::colspan, max_columns - column),
                      span_attribute(document_.tree(), cell, Attr::rowspan, max_row_span)};
      for (size_t n = column; n < column + placed.columns; ++n) occupied_[n] = placed.rows;
      column += placed.columns;
      grid_.columns = std::max(grid_.columns, column);
      made.cells.push_back(placed);
    }
    for (size_t& rows : occupied_) rows -= rows > 0;
    grid_.rows.push_back(std::move(made));
  }

  const LayoutDocument& document_;
  TableGrid grid_;
  size_t group_begin_ = 0;
  std::vector<size_t> occupied_;  // of each column, how many rows a cell above still takes
};

}  // namespace

TableGrid table_grid(const LayoutDocument& document, NodeId table) {
  return GridMaker(document).run(table);
}

}  // namespace pubbuild
