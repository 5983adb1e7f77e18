// Shares the measure out over the columns of a table.
#include "layout/column_widths.h"

#include <algorithm>
#include <numeric>

#include "layout/block_flow.h"

namespace pubbuild {

namespace {

ContentWidths widths_of(LayoutDocument& document, NodeId node);

// Of runs of inline children and of block children, whatever is widest.
ContentWidths widths_of_children(LayoutDocument& document, NodeId node) {
  const Tree& tree = document.tree();
  ContentWidths found;
  const auto take = [&](ContentWidths widths) {
    found.widest = max(found.widest, widths.widest);
    found.narrowest = max(found.narrowest, widths.narrowest);
  };
  NodeId inline_begin = NodeId::none;
  const auto end_inlines = [&](NodeId end) {
    if (inline_begin == NodeId::none) return;
    take(
        content_widths(document, collect_inlines(document, inline_begin, end, document.style(node),
                                                 {InlinePlace::Purpose::measure, document.page_area.width})));
    inline_begin = NodeId::none;
  };
  for (const NodeId child : children(tree, node)) {
    if (tree.is_element(child) && is_block_level(document.style(child))) {
      end_inlines(child);
      take(widths_of(document, child));
    } else if (inline_begin == NodeId::none) {
      inline_begin = child;
    }
  }
  end_inlines(NodeId::none);
  return found;
}

ContentWidths widths_of(LayoutDocument& document, NodeId node) {
  const ComputedStyle& style = document.style(node);
  if (style.float_ == Float::footnote) return {};
  ContentWidths found = content_widths_of(document, node);
  const Length sides =
      cell_sides(style, {}) + style.margin.inline_start.of({}) + style.margin.inline_end.of({});
  const Length indent = style.text_indent.amount.of({});
  found.widest += sides + indent;
  found.narrowest += sides;
  return found;
}

Length sum(const std::vector<Length>& lengths) {
  return std::accumulate(lengths.begin(), lengths.end(), Length{}, [](Length a, Length b) { return a + b; });
}

// Adds `amount` to lengths in proportion to `shares`; the sum is exact.
void distribute(std::vector<Length>& lengths, Length amount, const std::vector<Length>& shares) {
  const Length whole = sum(shares);
  Length seen;
  Length given;
  for (size_t n = 0; n < lengths.size(); ++n) {
    seen += shares[n];
    const Length until_here =
        whole > Length{} ? scaled(amount, seen.milli, whole.milli)
                         : scaled(amount, static_cast<int64_t>(n + 1), static_cast<int64_t>(lengths.size()));
    lengths[n] += until_here - given;
    given = until_here;
  }
}

struct Columns {
  std::vector<Length> widest;
  std::vector<Length> narrowest;
};

// A cell over several columns widens them where they are too narrow together.
void spread(std::vector<Length>& columns, const GridCell& cell, Length wanted) {
  std::vector<Length> own(columns.begin() + static_cast<std::ptrdiff_t>(cell.column),
                          columns.begin() + static_cast<std::ptrdiff_t>(cell.column + cell.columns));
  const Length lack = wanted - sum(own);
  if (lack <= Length{}) return;
  distribute(own, lack, std::vector<Length>(own));
  std::copy(own.begin(), own.end(), columns.begin() + static_cast<std::ptrdiff_t>(cell.column));
}

// More is never given, only weighed against other columns.
constexpr Length widest_column = points(100'000);

Columns measure_columns(LayoutDocument& document, const TableGrid& grid) {
  Columns columns{std::vector<Length>(grid.columns), std::vector<Length>(grid.columns)};
  for (const size_t spanning : {size_t{0}, size_t{1}}) {
    for (const GridRow& row : grid.rows) {
      for (const GridCell& cell : row.cells) {
        if ((cell.columns > 1) != (spanning == 1)) continue;
        const ContentWidths widths = widths_of(document, cell.node);
        spread(columns.widest, cell, min(widths.widest, widest_column));
        spread(columns.narrowest, cell, min(widths.narrowest, widest_column));
      }
    }
  }
  return columns;
}

}  // namespace

ContentWidths content_widths_of(LayoutDocument& document, NodeId node) {
  const auto known = document.content_widths.find(node);
  if (known != document.content_widths.end()) return known->second;
  const ContentWidths widths = widths_of_children(document, node);
  document.content_widths.emplace(node, widths);
  return widths;
}

Length cell_sides(const ComputedStyle& style, Length measure) {
  return style.border.inline_start.width + style.border.inline_end.width +
         style.padding.inline_start.of(measure) + style.padding.inline_end.of(measure);
}

std::vector<Length> column_widths(LayoutDocument& document, const TableGrid& grid, Length width,
                                  TableWidth kind) {
  const Columns columns = measure_columns(document, grid);
  const Length widest = sum(columns.widest);
  if (widest <= width) {
    std::vector<Length> widths = columns.widest;
    if (kind == TableWidth::fills) distribute(widths, width - widest, columns.widest);
    return widths;
  }
  // CJK text may break anywhere, so the narrowest column is one character: what is left is shared by need,
  // but a short column keeps its words on one line as long as it takes no more than an even share.
  std::vector<Length> widths = columns.narrowest;
  const Length even = width / static_cast<int64_t>(grid.columns);
  for (size_t n = 0; n < widths.size(); ++n) {
    if (columns.widest[n] <= even) widths[n] = columns.widest[n];
  }
  if (sum(widths) > width) widths = columns.narrowest;
  const Length rest = width - sum(widths);
  if (rest < Length{}) {
    std::vector<Length> shrunk(grid.columns);
    distribute(shrunk, width, widths);
    return shrunk;
  }
  std::vector<Length> needs(grid.columns);
  for (size_t n = 0; n < needs.size(); ++n) needs[n] = columns.widest[n] - widths[n];
  distribute(widths, rest, needs);
  return widths;
}

}  // namespace pubbuild
