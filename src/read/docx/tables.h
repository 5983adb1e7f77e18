// A table of a Word document → its rows, cells that are merged counted once.
#pragma once

#include <map>
#include <vector>

#include "read/docx/package.h"

namespace pubbuild::docx {

struct TableCell {
  const tinyxml2::XMLElement* element = nullptr;
  size_t columns = 1;
  size_t rows = 1;
};

struct TableRow {
  std::vector<TableCell> cells;
  bool is_head = false;  // repeated on every page
};

class TableGrid {
 public:
  explicit TableGrid(const tinyxml2::XMLElement& table);
  const std::vector<TableRow>& rows() const { return rows_; }

 private:
  void add_row(const tinyxml2::XMLElement& row);
  void add_cells(const tinyxml2::XMLElement& container, size_t& column);
  void add_cell(const tinyxml2::XMLElement& cell, size_t& column);

  struct Merged {
    size_t row = 0;
    size_t cell = 0;
  };
  std::vector<TableRow> rows_;
  std::map<size_t, Merged> merged_;  // cells that go on downwards, by their column
};

}  // namespace pubbuild::docx
