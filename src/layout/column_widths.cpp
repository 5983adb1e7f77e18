// Shares the measure out over the columns of a table.
#include "layout/column_widths.h"

#include <algorithm>
#include <numeric>

#include "layout/block_flow.h"
#include "layout/block_size.h"

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
      inline_sides(style, {}) + style.margin.inline_start.of({}) + style.margin.inline_end.of({});
  const Length indent = style.text_indent.amount.of({});
  if (!style.inline_size.is_auto && style.inline_size.permyriad == 0)
    found = {style.inline_size.length, style.inline_size.length};
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

// `asked` are widths that the style sheet names, of the column or of its widest cell; a percentage is of the
// table's width.
struct Columns {
  std::vector<Length> widest;
  std::vector<Length> narrowest;
  std::vector<LengthOrPercent> asked;
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

// Of the border box, whatever box-sizing counts.
LengthOrPercent asked_width(const ComputedStyle& style, Length sides) {
  LengthOrPercent asked = style.inline_size;
  if (asked.is_auto || asked.permyriad != 0) return asked;
  if (style.box_sizing == BoxSizing::content_box) asked.length += sides;
  return asked;
}

// A percentage wins over a length, the larger over the smaller.
void ask(LengthOrPercent& column, const LengthOrPercent& asked) {
  if (asked.is_auto) return;
  const bool wins = column.is_auto || asked.permyriad > column.permyriad ||
                    (asked.permyriad == column.permyriad && asked.length > column.length);
  if (wins) column = asked;
}

ContentWidths cell_widths(LayoutDocument& document, NodeId cell, Length sides) {
  const ComputedStyle& style = document.style(cell);
  const ContentWidths content = content_widths_of(document, cell);
  const Length indent = style.text_indent.amount.of({});
  const Length least = style.min_inline_size.of({});
  const Length most = style.max_inline_size.is_auto ? widest_column : style.max_inline_size.of({});
  const Length narrowest = max(min(content.narrowest + sides, widest_column), least);
  return {max(min(content.widest + indent + sides, min(most, widest_column)), narrowest), narrowest};
}

Columns measure_columns(LayoutDocument& document, const TableGrid& grid, const CellSides& sides_of) {
  Columns columns{std::vector<Length>(grid.columns), std::vector<Length>(grid.columns),
                  std::vector<LengthOrPercent>(grid.columns, auto_length)};
  for (size_t n = 0; n < grid.columns; ++n) {
    if (grid.column(n) != NodeId::none) ask(columns.asked[n], document.style(grid.column(n)).inline_size);
  }
  for (const size_t spanning : {size_t{0}, size_t{1}}) {
    for (size_t row = 0; row < grid.rows.size(); ++row) {
      for (const GridCell& cell : grid.rows[row].cells) {
        if ((cell.columns > 1) != (spanning == 1)) continue;
        const Length sides = sides_of(cell, row);
        const ContentWidths widths = cell_widths(document, cell.node, sides);
        spread(columns.widest, cell, widths.widest);
        spread(columns.narrowest, cell, widths.narrowest);
        if (cell.columns == 1) ask(columns.asked[cell.column], asked_width(document.style(cell.node), sides));
      }
    }
  }
  return columns;
}

// Columns with a width of their own take it, but no less than their widest word: from here on no column is
// narrower or wider.
void take_asked(Columns& columns, Length width) {
  for (size_t n = 0; n < columns.asked.size(); ++n) {
    const LengthOrPercent& asked = columns.asked[n];
    if (asked.is_auto) continue;
    const Length taken = max(asked.of(width), columns.narrowest[n]);
    columns.narrowest[n] = columns.widest[n] = taken;
  }
}

// What is left over goes to the columns that have no width of their own, if there are any.
std::vector<Length> shares_of(const Columns& columns) {
  std::vector<Length> shares = columns.widest;
  const auto is_free = [](const LengthOrPercent& asked) { return asked.is_auto; };
  if (std::ranges::none_of(columns.asked, is_free)) return shares;
  for (size_t n = 0; n < shares.size(); ++n) {
    if (!columns.asked[n].is_auto) shares[n] = {};
  }
  return shares;
}

}  // namespace

ContentWidths content_widths_of(LayoutDocument& document, NodeId node) {
  const auto known = document.content_widths.find(node);
  if (known != document.content_widths.end()) return known->second;
  const ContentWidths widths = widths_of_children(document, node);
  document.content_widths.emplace(node, widths);
  return widths;
}

std::vector<Length> column_widths(LayoutDocument& document, const TableGrid& grid, Length width,
                                  TableWidth kind, const CellSides& sides) {
  Columns columns = measure_columns(document, grid, sides);
  take_asked(columns, width);
  const Length widest = sum(columns.widest);
  if (widest <= width) {
    std::vector<Length> widths = columns.widest;
    if (kind == TableWidth::fills) distribute(widths, width - widest, shares_of(columns));
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
