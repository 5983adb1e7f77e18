// Comma-separated values (RFC 4180) → rows of fields.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pubbuild {

struct CsvField {
  std::string value;
  size_t begin = 0;  // bytes of the text, with its quotes
  size_t end = 0;
};
using CsvRow = std::vector<CsvField>;

struct Csv {
  std::vector<CsvRow> rows;        // without empty lines
  std::optional<size_t> unclosed;  // where a quote begins that never ends
};

// What parts the fields of the first line: a tab, a comma, a semicolon, whichever stands there most.
char csv_separator(std::string_view text);

// Any text is read: quotes inside of a field are part of it, as is all behind one that never ends.
Csv parse_csv(std::string_view text, char separator);

}  // namespace pubbuild
