// Lays a table out: grid, column widths, cells, rows.
#include "layout/table.h"

#include <algorithm>
#include <map>

#include "layout/block_flow.h"
#include "layout/border_painting.h"
#include "layout/column_widths.h"
#include "layout/galley_cut.h"
#include "layout/roles.h"
#include "layout/table_grid.h"

namespace pubbuild {

namespace {

// A table no higher than this part of a page goes on to the next page whole.
constexpr int64_t small_part_of_page = 4;

class TableLayout {
 public:
  TableLayout(LayoutDocument& document, NodeId table, ParagraphPlace place)
      : document_(document),
        place_(place),
        style_(document.style(table)),
        grid_(table_grid(document, table)) {}

  Galley run() {
    add_captions(CaptionSide::top);
    if (grid_.columns > 0) add_rows();
    add_captions(CaptionSide::bottom);
    return std::move(galley_);
  }

 private:
  // A cell laid out, waiting for its row's height.
  struct PlacedCell {
    const ComputedStyle* style = nullptr;
    Length x;
    Length width;
    size_t rows = 1;
    Length top;  // from the first row of its band
    Galley content;
    Length height;  // with padding and borders
  };

  void add_captions(CaptionSide side) {
    for (const NodeId caption : grid_.captions) {
      const ComputedStyle& style = document_.style(caption);
      if (style.caption_side != side) continue;
      if (side == CaptionSide::bottom && !galley_.empty()) galley_.push_back(Opportunity{BreakCost::avoided});
      BlockFlow flow(document_, place_.x, place_.measure);
      flow.add_children(caption, document_.structure.add(Role::caption, place_.structure));
      append(Space{style.margin.block_start.of(place_.measure) + style.padding.block_start.of(place_.measure),
                   {}});
      for (GalleyItem& item : flow.finish()) galley_.push_back(std::move(item));
      append(
          Space{style.margin.block_end.of(place_.measure) + style.padding.block_end.of(place_.measure), {}});
      if (side == CaptionSide::top) galley_.push_back(Opportunity{BreakCost::avoided});
    }
  }

  void append(Space space) {
    if (space.amount > Length{}) galley_.push_back(space);
  }

  void add_rows() {
    const bool fills = !style_.inline_size.is_auto;
    widths_ =
        column_widths(document_, grid_, place_.measure, fills ? TableWidth::fills : TableWidth::fits_content);
    column_x_.push_back(place_.x);
    for (const Length width : widths_) column_x_.push_back(column_x_.back() + width);
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
    galley_.push_back(BoxOpen{place_.x, column_x_.back() - place_.x, paint_of(style_),
                              style_.border.block_start.width, Decoration::clone});
    galley_.push_back(std::move(open));
    const bool is_small = height_of(rows) <= document_.page_area.height / small_part_of_page;
    for (size_t n = 0; n < rows.size(); ++n) {
      const bool keeps = is_small || n <= header_rows + 1 || n + 1 == rows.size();
      if (n > 0) galley_.push_back(Opportunity{keeps ? BreakCost::avoided : BreakCost::free});
      galley_.push_back(std::move(rows[n]));
    }
    galley_.push_back(TableClose{});
    galley_.push_back(BoxClose{style_.border.block_end.width});
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
    std::vector<std::vector<PlacedCell>> cells(end - begin);
    std::vector<Length> heights(end - begin);
    for (size_t row = begin; row < end; ++row) {
      const StructureId structure = row_structure(grid_.rows[row]);
      for (const GridCell& cell : grid_.rows[row].cells) {
        cells[row - begin].push_back(lay_out_cell(cell, structure));
        const PlacedCell& placed = cells[row - begin].back();
        if (placed.rows == 1) heights[row - begin] = max(heights[row - begin], placed.height);
      }
    }
    make_room_for_spans(cells, heights);
    return assemble(std::move(cells), heights);
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

  PlacedCell lay_out_cell(const GridCell& cell, StructureId row) {
    const ComputedStyle& style = document_.style(cell.node);
    PlacedCell placed;
    placed.style = &style;
    placed.x = column_x_[cell.column];
    placed.width = column_x_[cell.column + cell.columns] - placed.x;
    placed.rows = cell.rows;
    const StructureId structure = document_.structure.add(role_of(document_.tree(), cell.node), row);
    document_.structure[structure].column_span = static_cast<int32_t>(cell.columns);
    document_.structure[structure].row_span = static_cast<int32_t>(cell.rows);
    const Length start = style.border.inline_start.width + style.padding.inline_start.of(placed.width);
    BlockFlow flow(document_, placed.x + start,
                   max(placed.width - cell_sides(style, placed.width), style.font_size));
    flow.add_children(cell.node, structure);
    placed.content = flow.finish();
    forget_headers(placed.content);
    placed.height = galley_height(placed.content);
    // An empty cell is as high as a line.
    if (placed.content.empty()) placed.height = line_height_of(document_.shaper, style);
    placed.height += lead(style) + trail(style);
    return placed;
  }

  static Length lead(const ComputedStyle& style) {
    return style.border.block_start.width + style.padding.block_start.of({});
  }
  static Length trail(const ComputedStyle& style) {
    return style.border.block_end.width + style.padding.block_end.of({});
  }

  static void make_room_for_spans(const std::vector<std::vector<PlacedCell>>& cells,
                                  std::vector<Length>& heights) {
    for (size_t row = 0; row < cells.size(); ++row) {
      for (const PlacedCell& cell : cells[row]) {
        if (cell.rows == 1) continue;
        Length has;
        for (size_t n = row; n < row + cell.rows; ++n) has += heights[n];
        if (cell.height > has) heights[row + cell.rows - 1] += cell.height - has;
      }
    }
  }

  Row assemble(std::vector<std::vector<PlacedCell>> cells, const std::vector<Length>& heights) {
    Row band;
    for (size_t row = 0; row < cells.size(); ++row) {
      for (PlacedCell& cell : cells[row]) {
        Length height;
        for (size_t n = row; n < row + cell.rows; ++n) height += heights[n];
        const Length room = height - cell.height;
        const VerticalAlign align = cell.style->vertical_align;
        const Length shift = align == VerticalAlign::middle   ? room / 2
                             : align == VerticalAlign::bottom ? room
                                                              : Length{};
        draw_cell(*cell.style, {cell.x, band.height, cell.width, height}, band.rules);
        band.cells.push_back({band.height + lead(*cell.style) + shift, std::move(cell.content)});
      }
      band.height += heights[row];
    }
    return band;
  }

  static void draw_cell(const ComputedStyle& style, Rect area, std::vector<Item>& rules) {
    if (style.background_color.alpha > 0) rules.push_back(FillItem{area, ink_of(style.background_color)});
    const Length right = area.x + area.width;
    const Length bottom = area.y + area.height;
    const auto draw = [&](const Border& border, Point from, Point to) {
      if (border.width > Length{}) rules.push_back(border_stroke(border, from, to));
    };
    draw(style.border.block_start, {area.x, area.y}, {right, area.y});
    draw(style.border.block_end, {area.x, bottom}, {right, bottom});
    draw(style.border.inline_start, {area.x, area.y}, {area.x, bottom});
    draw(style.border.inline_end, {right, area.y}, {right, bottom});
  }

  LayoutDocument& document_;
  const ParagraphPlace place_;
  const ComputedStyle& style_;
  const TableGrid grid_;
  std::vector<Length> widths_;
  std::vector<Length> column_x_;  // of each column's start, and the end of the last
  std::map<NodeId, StructureId> groups_;
  Galley galley_;
};

}  // namespace

Galley lay_out_table(LayoutDocument& document, NodeId table, ParagraphPlace place) {
  return TableLayout(document, table, place).run();
}

}  // namespace pubbuild
