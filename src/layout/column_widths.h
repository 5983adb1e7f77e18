// Contents of columns → widths that fit the measure (CSS 2.1 §17.5.2.2, automatic table layout).
#pragma once

#include <vector>

#include "layout/paragraph.h"
#include "layout/table_grid.h"

namespace pubbuild {

// One for each column; their sum is `width` at most, and exactly that where `fills` is set.
enum class TableWidth : uint8_t { fits_content, fills };
std::vector<Length> column_widths(LayoutDocument& document, const TableGrid& grid, Length width,
                                  TableWidth kind);

// Of what an element holds, its own edges left out; measured once.
ContentWidths content_widths_of(LayoutDocument& document, NodeId node);

// Border and padding of a cell.
Length cell_sides(const ComputedStyle& style, Length measure);

}  // namespace pubbuild
