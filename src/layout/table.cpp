// Lays a table out: grid, borders, column widths, cells, rows.
#include "layout/table.h"

#include <algorithm>
#include <map>
#include <optional>

#include "layout/block_flow.h"
#include "layout/block_size.h"
#include "layout/border_painting.h"
#include "layout/column_widths.h"
#include "layout/galley_cut.h"
#include "layout/roles.h"
#include "layout/table_borders.h"
#include "layout/table_grid.h"

namespace pubbuild {

namespace {

// A table no higher than this part of a page goes on to the next page whole.
constexpr int64_t small_part_of_page = 4;

Length half(Length length) {
  return length / 2;
}

class TableLayout {
 public:
  TableLayout(LayoutDocument& document, NodeId table, ParagraphPlace place)
      : document_(document),
        place_(place),
        style_(document.style(table)),
        grid_(table_grid(document, table)) {
    if (style_.border_collapse && grid_.columns > 0) collapsed_.emplace(document, grid_, table);
    edges_ = outer_edges();
  }

  Galley run() {
    add_captions(CaptionSide::top);
    if (grid_.columns > 0) add_rows();
    add_captions(CaptionSide::bottom);
    return std::move(galley_);
  }

 private:
  // A cell laid out, waiting for its row's height.
  struct PlacedCell {
    const GridCell* cell = nullptr;
    const ComputedStyle* style = nullptr;
    Length x;
    Length width;
    Sides<Length> inner;  // from its edges to its content
    Galley content;
    Length height;    // with padding and borders
    Length baseline;  // of its first line, from its top
  };

  // Of rows that cells span together.
  struct Band {
    size_t begin = 0;
    size_t end = 0;
    std::vector<std::vector<PlacedCell>> cells;  // by row
    std::vector<Length> heights;
    std::vector<Length> tops;  // of the rows, and the end of the last
  };

  void add_captions(CaptionSide side) {
    for (const NodeId caption : grid_.captions) {
      if (document_.style(caption).caption_side != side) continue;
      if (side == CaptionSide::bottom && !galley_.empty()) galley_.push_back(Opportunity{BreakCost::avoided});
      BlockFlow flow(document_, place_.x, place_.measure);
      flow.add_element(caption, place_.structure);
      for (GalleyItem& item : flow.finish()) galley_.push_back(std::move(item));
      if (side == CaptionSide::top) galley_.push_back(Opportunity{BreakCost::avoided});
    }
  }

  // Between the edge of the table and its outermost cells: collapsed borders, or border, padding and spacing.
  Sides<Length> outer_edges() const {
    if (collapsed_) return collapsed_edges();
    const Sides<LengthOrPercent>& padding = style_.padding;
    const Sides<Border>& border = style_.border;
    const Length measure = place_.measure;
    return {
        border.block_start.width + padding.block_start.of(measure) + style_.border_spacing_block,
        border.inline_end.width + padding.inline_end.of(measure) + style_.border_spacing_inline,
        border.block_end.width + padding.block_end.of(measure) + style_.border_spacing_block,
        border.inline_start.width + padding.inline_start.of(measure) + style_.border_spacing_inline,
    };
  }

  Sides<Length> collapsed_edges() const {
    Sides<Length> widest;
    const size_t rows = grid_.rows.size();
    for (size_t n = 0; n < grid_.columns; ++n) {
      widest.block_start = max(widest.block_start, collapsed_->above(0, n).width);
      widest.block_end = max(widest.block_end, collapsed_->above(rows, n).width);
    }
    for (size_t n = 0; n < rows; ++n) {
      widest.inline_start = max(widest.inline_start, collapsed_->before(n, 0).width);
      widest.inline_end = max(widest.inline_end, collapsed_->before(n, grid_.columns).width);
    }
    return widest;
  }

  // White between cells.
  Length gap() const { return collapsed_ ? Length{} : style_.border_spacing_inline; }
  Length row_gap() const { return collapsed_ ? Length{} : style_.border_spacing_block; }

  void add_rows() {
    place_columns();
    std::vector<Row> rows;
    size_t header_rows = 0;
    for (size_t begin = 0; begin < grid_.rows.size();) {
      const size_t end = end_of_band(begin);
      rows.push_back(lay_out_band(begin, end));
      if (grid_.rows[begin].is_header) header_rows = rows.size();
      begin = end;
    }
    emit(std::move(rows), header_rows);
  }

  // A table narrower than its place stands in it by its `auto` margins.
  void place_columns() {
    const auto columns = static_cast<int64_t>(grid_.columns);
    const Length edges = edges_.inline_start + edges_.inline_end + gap() * (columns - 1);
    const Length room = max(place_.measure - edges, Length{});
    const bool fills = !style_.inline_size.is_auto;
    const CellSides sides = [this](const GridCell& cell, size_t row) {
      const Sides<Length> inner = inner_edges(cell, row, {});
      return inner.inline_start + inner.inline_end;
    };
    widths_ =
        column_widths(document_, grid_, room, fills ? TableWidth::fills : TableWidth::fits_content, sides);
    width_ = edges;
    for (const Length width : widths_) width_ += width;
    const Length rest = max(place_.measure - width_, Length{});
    x_ = place_.x;
    if (!fills && style_.margin.inline_start.is_auto)
      x_ += style_.margin.inline_end.is_auto ? half(rest) : rest;
    Length at = x_ + edges_.inline_start;
    for (const Length width : widths_) {
      column_x_.push_back(at);
      at += width + gap();
    }
    column_x_.push_back(at);
  }

  // Of a cell's border box, which ends before the white that parts it from the next column.
  Length end_of_column(size_t column) const { return column_x_[column + 1] - gap(); }

  static Length height_of(const std::vector<Row>& rows) {
    Length height;
    for (const Row& row : rows) height += row.height;
    return height;
  }

  void emit(std::vector<Row> rows, size_t header_rows) {
    TableOpen open;
    // A header that is all of the table, or most of a page, is not worth repeating.
    Length header_height;
    for (size_t n = 0; n < header_rows; ++n) header_height += rows[n].height;
    if (header_rows < rows.size() && header_height <= document_.page_area.height / 2) {
      for (size_t n = 0; n < header_rows; ++n) open.header.push_back(rows[n]);
    }
    for (Row& row : open.header) make_artifact(row);
    galley_.push_back(
        BoxOpen{x_, width_, paint_of(style_, place_.measure), edges_.block_start, Decoration::clone});
    galley_.push_back(std::move(open));
    const bool is_small = height_of(rows) <= document_.page_area.height / small_part_of_page;
    for (size_t n = 0; n < rows.size(); ++n) {
      const bool keeps = is_small || n <= header_rows + 1 || n + 1 == rows.size();
      if (n > 0) galley_.push_back(Opportunity{keeps ? BreakCost::avoided : BreakCost::free});
      if (n > 0 && row_gap() > Length{}) galley_.push_back(Space{row_gap(), {}});
      galley_.push_back(std::move(rows[n]));
    }
    galley_.push_back(TableClose{});
    galley_.push_back(BoxClose{edges_.block_end});
  }

  // The header shown again is decoration: the structure has it once.
  static void make_artifact(Row& row) {
    for (Cell& cell : row.cells) {
      for (GalleyItem& item : cell.content) {
        if (auto* line = std::get_if<Line>(&item)) strip_structure(*line);
      }
    }
  }

  static void strip_structure(Line& line) {
    line.marks = {};
    line.notes.clear();
    std::erase_if(line.items, [](const Item& item) { return std::holds_alternative<LinkItem>(item); });
    for (Item& item : line.items) {
      if (auto* text = std::get_if<TextItem>(&item)) text->structure = StructureId::artifact;
      if (auto* picture = std::get_if<PictureItem>(&item)) picture->structure = StructureId::artifact;
    }
  }

  // Rows that cells span together.
  size_t end_of_band(size_t begin) const {
    size_t end = begin + 1;
    for (size_t row = begin; row < end; ++row) {
      for (const GridCell& cell : grid_.rows[row].cells)
        end = std::max(end, std::min(row + cell.rows, grid_.rows.size()));
    }
    return end;
  }

  Row lay_out_band(size_t begin, size_t end) {
    Band band;
    band.begin = begin;
    band.end = end;
    for (size_t row = begin; row < end; ++row) {
      const StructureId structure = row_structure(grid_.rows[row]);
      std::vector<PlacedCell> cells;
      for (const GridCell& cell : grid_.rows[row].cells) cells.push_back(lay_out_cell(cell, row, structure));
      band.heights.push_back(height_of_row(row, cells));
      band.cells.push_back(std::move(cells));
    }
    make_room_for_spans(band);
    return assemble(band);
  }

  StructureId row_structure(const GridRow& row) {
    StructureId parent = place_.structure;
    if (row.group != NodeId::none) {
      const auto [known, is_new] = groups_.try_emplace(row.group, StructureId::artifact);
      if (is_new)
        known->second = document_.structure.add(role_of(document_.tree(), row.group), place_.structure);
      parent = known->second;
    }
    return document_.structure.add(Role::table_row, parent);
  }

  PlacedCell lay_out_cell(const GridCell& cell, size_t row, StructureId parent) {
    const ComputedStyle& style = document_.style(cell.node);
    PlacedCell placed;
    placed.cell = &cell;
    placed.style = &style;
    placed.x = column_x_[cell.column];
    placed.width = end_of_column(cell.column + cell.columns - 1) - placed.x;
    placed.inner = inner_edges(cell, row, placed.width);
    const StructureId structure = document_.structure.add(role_of(document_.tree(), cell.node), parent);
    document_.structure[structure].column_span = static_cast<int32_t>(cell.columns);
    document_.structure[structure].row_span = static_cast<int32_t>(cell.rows);
    const Length sides = placed.inner.inline_start + placed.inner.inline_end;
    BlockFlow flow(document_, placed.x + placed.inner.inline_start,
                   max(placed.width - sides, style.font_size));
    flow.add_children(cell.node, structure);
    placed.content = flow.finish();
    forget_headers(placed.content);
    measure(placed);
    return placed;
  }

  // Of collapsed borders a cell has the half inside the table, and at the table's edge nothing.
  Sides<Length> inner_edges(const GridCell& cell, size_t row, Length width) const {
    const ComputedStyle& style = document_.style(cell.node);
    Sides<Length> edges{style.border.block_start.width, style.border.inline_end.width,
                        style.border.block_end.width, style.border.inline_start.width};
    if (collapsed_) {
      edges = collapsed_->around(cell, row);
      edges.block_start = row == 0 ? Length{} : half(edges.block_start);
      edges.block_end = row + cell.rows >= grid_.rows.size() ? Length{} : half(edges.block_end);
      edges.inline_start = cell.column == 0 ? Length{} : half(edges.inline_start);
      edges.inline_end = cell.column + cell.columns >= grid_.columns ? Length{} : half(edges.inline_end);
    }
    return {edges.block_start + style.padding.block_start.of(width),
            edges.inline_end + style.padding.inline_end.of(width),
            edges.block_end + style.padding.block_end.of(width),
            edges.inline_start + style.padding.inline_start.of(width)};
  }

  // An empty cell is as high as a line; a height asked for is the least.
  void measure(PlacedCell& placed) const {
    Length content = galley_height(placed.content);
    if (placed.content.empty()) content = line_height_of(document_.shaper, *placed.style);
    content = max(content, least_content_height(*placed.style, placed.width));
    placed.height = placed.inner.block_start + content + placed.inner.block_end;
    placed.baseline = placed.height - placed.inner.block_end;
    Length y = placed.inner.block_start;
    for (const GalleyItem& item : placed.content) {
      if (const auto* line = std::get_if<Line>(&item)) {
        placed.baseline = y + line->baseline;
        return;
      }
      y += pubbuild::height_of(item);
    }
  }

  Length height_of_row(size_t row, std::vector<PlacedCell>& cells) const {
    Length height = least_content_height(document_.style(grid_.rows[row].node), place_.measure);
    const Length baseline = row_baseline(cells);
    for (const PlacedCell& cell : cells) {
      if (cell.cell->rows > 1) continue;
      const bool hangs = cell.style->vertical_align == VerticalAlign::baseline;
      height = max(height, cell.height + (hangs ? baseline - cell.baseline : Length{}));
    }
    return height;
  }

  // That of the cells that stand on it, below which none of them begins.
  static Length row_baseline(const std::vector<PlacedCell>& cells) {
    Length baseline;
    for (const PlacedCell& cell : cells) {
      if (cell.style->vertical_align == VerticalAlign::baseline) baseline = max(baseline, cell.baseline);
    }
    return baseline;
  }

  void make_room_for_spans(Band& band) const {
    for (size_t row = 0; row < band.cells.size(); ++row) {
      for (const PlacedCell& cell : band.cells[row]) {
        if (cell.cell->rows == 1) continue;
        const size_t end = row + cell.cell->rows;
        Length has = row_gap() * static_cast<int64_t>(cell.cell->rows - 1);
        for (size_t n = row; n < end; ++n) has += band.heights[n];
        if (cell.height > has) band.heights[end - 1] += cell.height - has;
      }
    }
    Length top;
    for (const Length height : band.heights) {
      band.tops.push_back(top);
      top += height + row_gap();
    }
    band.tops.push_back(top - row_gap());
  }

  Row assemble(Band& band) {
    Row row;
    row.height = band.tops.back();
    for (size_t n = 0; n < band.cells.size(); ++n) {
      const Length baseline = row_baseline(band.cells[n]);
      for (PlacedCell& cell : band.cells[n]) {
        const size_t last = n + cell.cell->rows - 1;
        const Length height = band.tops[last] + band.heights[last] - band.tops[n];
        draw_cell(cell, band.begin + n, {cell.x, band.tops[n], cell.width, height}, row);
        const Length shift = shift_of(cell, height - cell.height, baseline);
        row.cells.push_back({band.tops[n] + cell.inner.block_start + shift, std::move(cell.content)});
      }
    }
    if (collapsed_) draw_edges(band, row.rules);
    return row;
  }

  static Length shift_of(const PlacedCell& cell, Length room, Length baseline) {
    switch (cell.style->vertical_align) {
      case VerticalAlign::middle:
        return half(room);
      case VerticalAlign::bottom:
        return room;
      case VerticalAlign::baseline:
        return baseline - cell.baseline;
      case VerticalAlign::top:
      case VerticalAlign::sub:
      case VerticalAlign::super:
      case VerticalAlign::text_top:
      case VerticalAlign::text_bottom:
      case VerticalAlign::length:
        return {};
    }
    return {};
  }

  // Grounds of column, group and row lie under the cell's own (CSS 2.2 §17.5.1).
  void draw_cell(const PlacedCell& cell, size_t row, Rect area, Row& into) const {
    const GridRow& of_row = grid_.rows[row];
    for (const NodeId under : {grid_.column(cell.cell->column), of_row.group, of_row.node}) {
      if (under == NodeId::none) continue;
      const Color color = document_.style(under).background_color;
      if (color.alpha > 0) into.grounds.push_back(FillItem{area, ink_of(color), StructureId::artifact});
    }
    BoxPaint paint = paint_of(*cell.style, cell.width);
    if (collapsed_) {
      paint.border = {};
      paint.radius = {};
    }
    BoxPaint ground = paint;
    ground.border = {};
    for (Item& item : paint_box(ground, area)) into.grounds.push_back(std::move(item));
    paint_borders(paint.border, rounded(area, paint.radius), into.rules);
  }

  // Each band draws the edges above and below it: where a page parts them, both are seen.
  void draw_edges(const Band& band, std::vector<Item>& rules) const {
    for (size_t n = band.begin; n <= band.end; ++n) {
      const Length y = band.tops[n - band.begin];
      for (size_t column = 0; column < grid_.columns;) column = draw_level_edge(n, column, y, rules);
    }
    for (size_t column = 0; column <= grid_.columns; ++column) {
      for (size_t row = band.begin; row < band.end;) row = draw_upright_edge(band, row, column, rules);
    }
  }

  // Draws the longest stretch of one border, unless it is the table's own, which is drawn with its box; gives
  // back the column after it.
  size_t draw_level_edge(size_t row, size_t column, Length y, std::vector<Item>& rules) const {
    const Border border = collapsed_->above(row, column);
    size_t end = column + 1;
    while (end < grid_.columns && collapsed_->above(row, end) == border) ++end;
    const bool is_top = row == 0;
    const bool is_bottom = row == grid_.rows.size();
    if (border.width <= Length{} || (is_top && border == style_.border.block_start) ||
        (is_bottom && border == style_.border.block_end))
      return end;
    const Length middle = is_top ? y - half(border.width) : is_bottom ? y + half(border.width) : y;
    append_edge(border, {column_x_[column], middle}, {column_x_[end], middle}, rules);
    return end;
  }

  size_t draw_upright_edge(const Band& band, size_t row, size_t column, std::vector<Item>& rules) const {
    const Border border = collapsed_->before(row, column);
    size_t end = row + 1;
    while (end < band.end && collapsed_->before(end, column) == border) ++end;
    const bool is_first = column == 0;
    const bool is_last = column == grid_.columns;
    if (border.width <= Length{} || (is_first && border == style_.border.inline_start) ||
        (is_last && border == style_.border.inline_end))
      return end;
    const Length x = column_x_[column];
    const Length middle = is_first ? x - half(border.width) : is_last ? x + half(border.width) : x;
    // The outermost ones go round the corners of the table.
    const bool is_outer = is_first || is_last;
    const Length top = is_outer && row == 0 ? edges_.block_start : Length{};
    const Length bottom = is_outer && end == grid_.rows.size() ? edges_.block_end : Length{};
    append_edge(border, {middle, band.tops[row - band.begin] - top},
                {middle, band.tops[end - band.begin] + bottom}, rules);
    return end;
  }

  // Of a double border the two lines, each a third of it; the others that are not one line look like one.
  static void append_edge(const Border& border, Point from, Point to, std::vector<Item>& rules) {
    if (border.style != BorderStyle::double_) {
      rules.push_back(border_stroke(border, from, to));
      return;
    }
    Border line = border;
    line.width = border.width / 3;
    const bool is_level = from.y == to.y;
    for (const Length by : {-line.width, line.width}) {
      const Point off{is_level ? Length{} : by, is_level ? by : Length{}};
      rules.push_back(border_stroke(line, {from.x + off.x, from.y + off.y}, {to.x + off.x, to.y + off.y}));
    }
  }

  LayoutDocument& document_;
  const ParagraphPlace place_;
  const ComputedStyle& style_;
  const TableGrid grid_;
  std::optional<CollapsedBorders> collapsed_;
  Sides<Length> edges_;
  Length x_;      // of the table's border box
  Length width_;  // of it
  std::vector<Length> widths_;
  std::vector<Length> column_x_;  // of each column's start, and where one more would begin
  std::map<NodeId, StructureId> groups_;
  Galley galley_;
};

}  // namespace

Galley lay_out_table(LayoutDocument& document, NodeId table, ParagraphPlace place) {
  return TableLayout(document, table, place).run();
}

}  // namespace pubbuild
