// Contents of columns → widths that fit the measure (CSS 2.1 §17.5.2.2, automatic table layout).
#pragma once

#include <functional>
#include <vector>

#include "layout/paragraph.h"
#include "layout/table_grid.h"

namespace pubbuild {

// What the edges of a cell in a row take of its width.
using CellSides = std::function<Length(const GridCell& cell, size_t row)>;

// One for each column; their sum is `width` at most, and exactly that where the table fills it.
enum class TableWidth : uint8_t { fits_content, fills };
std::vector<Length> column_widths(LayoutDocument& document, const TableGrid& grid, Length width,
                                  TableWidth kind, const CellSides& sides);

// Of what an element holds, its own edges left out; measured once.
ContentWidths content_widths_of(LayoutDocument& document, NodeId node);

}  // namespace pubbuild
