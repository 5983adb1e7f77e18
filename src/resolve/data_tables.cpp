// Values of a file as rows and cells.
#include "resolve/data_tables.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <string>

#include "base/encoding.h"
#include "resolve/csv.h"
#include "resolve/walk.h"

namespace pubbuild {

namespace {

constexpr size_t most_bytes = size_t{16} * 1024 * 1024;
// As many as tables of Markdown have.
constexpr size_t most_columns = 128;
// Each costs some 300 bytes in the tree; a book of a thousand pages has fewer.
constexpr size_t most_cells = 200'000;

struct Values {
  FileId file = FileId::none;
  Csv csv;
  size_t columns = 0;
};

// 1,234.5 and -3% and ￥20 and a dash for nothing.
bool is_number(std::string_view value) {
  for (const std::string_view sign : {"￥", "¥", "$", "€", "£", "NT$", "HK$", "+", "-", "−", "约"}) {
    if (value.starts_with(sign)) value.remove_prefix(sign.size());
  }
  for (const std::string_view unit : {"%", "％", "‰", "元", "人", "次", "个", "円", "원"}) {
    if (value.ends_with(unit)) value.remove_suffix(unit.size());
  }
  if (value == "—" || value == "–") return true;
  const auto digits = std::ranges::count_if(value, [](unsigned char c) { return std::isdigit(c) != 0; });
  const auto marks = std::ranges::count_if(value, [](char c) { return c == ',' || c == '.' || c == ' '; });
  return digits > 0 && static_cast<size_t>(digits + marks) == value.size();
}

class DataTables {
 public:
  DataTables(Publication& publication, const Roots& roots, Sources& sources, Diagnostics& diagnostics)
      : publication_(publication),
        tree_(publication.tree),
        roots_(roots),
        sources_(sources),
        diagnostics_(diagnostics) {}

  void run() {
    for (const Article& article : publication_.articles) {
      for (const NodeId node : elements_below(tree_, article.root)) {
        if (!tree_.has(node, Attr::data_file)) continue;
        if (const std::optional<Values> values = read(article, node)) fill(node, *values);
      }
    }
  }

 private:
  void warn(NodeId node, const std::string& message, const std::string& hint = {}) {
    diagnostics_.warning("table-file", tree_.span(node), message, hint);
  }

  std::optional<Values> read(const Article& article, NodeId node) {
    const std::string path(tree_.attribute(node, Attr::data_file));
    if (!tree_.is_element(node, Tag::div) || !tree_.has_class(node, "table")) {
      warn(node, "only tables have files", "write ::: {.table file=" + path + "}");
      return std::nullopt;
    }
    FileBytes bytes = roots_.read(article.folder, path, most_bytes);
    if (const Refusal* refusal = std::get_if<Refusal>(&bytes)) {
      warn(node, "'" + path + "' " + refusal->reason, refusal->hint);
      return std::nullopt;
    }
    std::optional<DecodedText> decoded = decode_text(std::get<std::string>(bytes), "", "");
    if (!decoded) {
      warn(node, "the encoding of '" + path + "' cannot be told", "save it as UTF-8");
      return std::nullopt;
    }
    return values_of(node, path, std::move(decoded->text));
  }

  std::optional<Values> values_of(NodeId node, const std::string& path, std::string text) {
    Values values;
    values.file = sources_.add(path, std::move(text));
    const std::string_view source = sources_[values.file].text();
    values.csv = parse_csv(source, csv_separator(source));
    for (const CsvRow& row : values.csv.rows) values.columns = std::max(values.columns, row.size());
    if (values.csv.unclosed) {
      const auto at = static_cast<uint32_t>(*values.csv.unclosed);
      diagnostics_.warning("table-file", {values.file, at, at + 1}, "this quotation mark is never closed",
                           "all behind it is in one cell");
    }
    if (values.csv.rows.empty()) return warn(node, "'" + path + "' is empty"), std::nullopt;
    const bool is_too_large =
        values.columns > most_columns || values.columns * values.csv.rows.size() > most_cells;
    if (is_too_large)
      return warn(node, "'" + path + "' has more than 128 columns or 200,000 cells"), std::nullopt;
    tell_ragged(values);
    return values;
  }

  void tell_ragged(const Values& values) {
    const size_t usual = values.csv.rows.front().size();
    for (const CsvRow& row : values.csv.rows) {
      if (row.size() <= usual) continue;
      diagnostics_.warning("table-file", span_of(values, row[usual]),
                           "this row has more cells than the first",
                           "put a value with a comma in it between quotation marks");
    }
  }

  static Span span_of(const Values& values, const CsvField& field) {
    return {values.file, static_cast<uint32_t>(field.begin), static_cast<uint32_t>(field.end)};
  }

  void fill(NodeId division, const Values& values) {
    const NodeId table = tree_.make_element(Tag::table, tree_.span(division));
    tree_.insert_before(division, table);
    for (const Attribute& attribute : tree_.attributes(division)) {
      if (attribute.name != Attr::data_file && attribute.name != Attr::class_)
        tree_.set_attribute(table, attribute.name, attribute.value);
    }
    take_caption(division, table);
    const bool has_head = !tree_.has_class(division, "headless");
    write_rows(table, values, has_head);
    if (tree_.first_child(division) == NodeId::none) {
      tree_.detach(division);
    } else {
      tree_.remove_attribute(division, Attr::data_file);
      tree_.remove_attribute(division, Attr::id);
    }
  }

  // The first paragraph of the division; what else stands in it follows the table.
  void take_caption(NodeId division, NodeId table) {
    for (const NodeId child : children(tree_, division)) {
      if (!tree_.is_element(child)) continue;
      if (!tree_.is_element(child, Tag::p)) return;
      const NodeId caption = tree_.append_element(table, Tag::caption, tree_.span(child));
      tree_.move_children(child, caption);
      tree_.detach(child);
      return;
    }
  }

  void write_rows(NodeId table, const Values& values, bool has_head) {
    const std::vector<bool> is_right = numeric_columns(values, has_head);
    NodeId part = NodeId::none;
    for (size_t n = 0; n < values.csv.rows.size(); ++n) {
      const bool is_head = has_head && n == 0;
      if (part == NodeId::none || (has_head && n == 1))
        part = tree_.append_element(table, is_head ? Tag::thead : Tag::tbody, tree_.span(table));
      write_row(part, values, n, is_head ? Tag::th : Tag::td, is_right);
    }
  }

  void write_row(NodeId part, const Values& values, size_t n, Tag tag, const std::vector<bool>& is_right) {
    const CsvRow& fields = values.csv.rows[n];
    const NodeId row = tree_.append_element(part, Tag::tr, span_of(values, fields.front()));
    for (size_t column = 0; column < values.columns; ++column) {
      const Span span = span_of(values, fields[std::min(column, fields.size() - 1)]);
      const NodeId cell = tree_.append_element(row, tag, span);
      if (is_right[column]) tree_.add_class(cell, "right");
      if (column < fields.size()) write_words(cell, fields[column].value, span);
    }
  }

  void write_words(NodeId cell, std::string_view value, Span span) {
    while (true) {
      const size_t end = value.find('\n');
      const std::string_view line = value.substr(0, end);
      if (!line.empty()) tree_.append_text(cell, line.substr(0, line.find_last_not_of('\r') + 1), span);
      if (end == std::string_view::npos) return;
      tree_.append_element(cell, Tag::br, span);
      value.remove_prefix(end + 1);
    }
  }

  static std::vector<bool> numeric_columns(const Values& values, bool has_head) {
    std::vector<bool> is_numeric(values.columns, true);
    std::vector<bool> has_value(values.columns, false);
    for (size_t n = has_head ? 1 : 0; n < values.csv.rows.size(); ++n) {
      const CsvRow& row = values.csv.rows[n];
      for (size_t column = 0; column < row.size(); ++column) {
        if (row[column].value.empty()) continue;
        has_value[column] = true;
        if (!is_number(row[column].value)) is_numeric[column] = false;
      }
    }
    for (size_t column = 0; column < values.columns; ++column)
      is_numeric[column] = is_numeric[column] && has_value[column];
    return is_numeric;
  }

  Publication& publication_;
  Tree& tree_;
  const Roots& roots_;
  Sources& sources_;
  Diagnostics& diagnostics_;
};

}  // namespace

void fill_tables(Publication& publication, const Roots& roots, Sources& sources, Diagnostics& diagnostics) {
  DataTables(publication, roots, sources, diagnostics).run();
}

}  // namespace pubbuild
