// w:gridSpan and w:vMerge (ECMA-376 part 1, §17.4.17, §17.4.84).
#include "read/docx/tables.h"

#include <algorithm>
#include <charconv>

namespace pubbuild::docx {

namespace {

constexpr size_t most_columns = 128;

size_t count(std::string_view written) {
  size_t number = 1;
  std::from_chars(written.data(), written.data() + written.size(), number);
  return std::clamp<size_t>(number, 1, most_columns);
}

}  // namespace

TableGrid::TableGrid(const tinyxml2::XMLElement& table) {
  for (const auto* each = table.FirstChildElement(); each != nullptr; each = each->NextSiblingElement()) {
    const std::string_view name = each->Name();
    if (name == "w:tr") add_row(*each);
    if (name != "w:sdt" && name != "w:ins" && name != "w:customXml") continue;
    const tinyxml2::XMLElement* content = name == "w:sdt" ? child(each, "w:sdtContent") : each;
    for (const auto* row = child(content, "w:tr"); row != nullptr; row = row->NextSiblingElement("w:tr"))
      add_row(*row);
  }
}

void TableGrid::add_row(const tinyxml2::XMLElement& row) {
  const bool follows_body = !rows_.empty() && !rows_.back().is_head;
  rows_.push_back({{}, is_on(child(&row, "w:trPr"), "w:tblHeader") && !follows_body});
  size_t column = 0;
  add_cells(row, column);
}

void TableGrid::add_cells(const tinyxml2::XMLElement& container, size_t& column) {
  for (const auto* each = container.FirstChildElement(); each != nullptr; each = each->NextSiblingElement()) {
    const std::string_view name = each->Name();
    if (name == "w:tc") add_cell(*each, column);
    if (name == "w:sdt" || name == "w:sdtContent" || name == "w:customXml") add_cells(*each, column);
  }
}

void TableGrid::add_cell(const tinyxml2::XMLElement& cell, size_t& column) {
  const tinyxml2::XMLElement* properties = child(&cell, "w:tcPr");
  const size_t columns = count(value(properties, "w:gridSpan"));
  const tinyxml2::XMLElement* merge = child(properties, "w:vMerge");
  const bool begins = merge != nullptr && attribute(*merge, "w:val") == "restart";
  const auto above = merged_.find(column);
  TableRow& row = rows_.back();
  if (merge != nullptr && !begins && above != merged_.end()) {
    ++rows_[above->second.row].cells[above->second.cell].rows;
  } else {
    merged_.erase(column);
    if (begins) merged_[column] = {rows_.size() - 1, row.cells.size()};
    row.cells.push_back({&cell, columns, 1});
  }
  column += columns;
}

}  // namespace pubbuild::docx
