// Blocks of Markdown → elements of the tree, their inline text read on the way.
#include "read/markdown/block_writer.h"

#include <algorithm>
#include <span>

#include "read/markdown/attributes.h"
#include "read/markdown/block_starts.h"
#include "read/markdown/html_block.h"
#include "read/markdown/inline_scanner.h"
#include "read/markdown/inline_writer.h"
#include "read/markdown/notes.h"
#include "read/markdown/tables.h"
#include "read/markdown/verse.h"

namespace pubbuild::markdown {

namespace {

constexpr Tag heading_tags[] = {Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6};

class BlockWriter {
 public:
  BlockWriter(const Blocks& blocks, Reading& reading)
      : blocks_(blocks), reading_(reading), tree_(reading.tree), content_(reading.source) {}
  void write(NodeId parent);

 private:
  // `tight`: paragraphs have no element of their own.
  void write_children(const Block& block, NodeId parent, bool tight);
  void write_block(const Block& block, NodeId parent, bool tight);
  void write_paragraph(const Block& block, NodeId parent, bool tight);
  void write_heading(const Block& block, NodeId parent);
  void write_list(const Block& block, NodeId parent);
  void write_item(const Block& item, NodeId list, bool tight);
  std::string write_info(NodeId pre, const Slice& info);
  void write_code(const Block& block, NodeId parent);
  void write_division(const Block& block, NodeId parent);
  bool take_attributes(Slice& line, NodeId element);
  void write_html(const Block& block, OpenElements& elements);
  void write_definitions(const Block& block, NodeId parent);
  void write_terms(const Block& block, NodeId list);
  void write_line_block(const Block& block, NodeId parent);
  void write_caption(const Block& caption, NodeId table);
  bool is_caption(BlockId id) const;
  bool is_caption_of_table(const Block& paragraph) const;
  BlockId caption_of(const Block& table) const;
  void report_likely_mistake(const Block& paragraph);
  void write_table(const Block& block, NodeId parent);
  void write_row(const Slice& line, const std::vector<Align>& columns, Tag tag, NodeId parent);
  void write_missing_cells(size_t count, const Slice& line, Tag tag, NodeId row);
  void write_notes();
  void write_content(NodeId parent);
  bool take_task_marker(Slice& line, bool& done) const;

  std::span<const Slice> lines_of(const Block& block) const {
    return std::span(blocks_.lines).subspan(block.first_line, block.line_count);
  }
  std::string_view text_of(const Slice& slice) const {
    return reading_.source.substr(slice.begin, slice.end - slice.begin);
  }
  // Of a list that `slice` ends with.
  Span span_in(const Slice& slice, const AttributeList& list) const {
    return reading_.span(slice.begin + static_cast<uint32_t>(list.begin),
                         slice.begin + static_cast<uint32_t>(list.end));
  }
  NodeId append(NodeId parent, Tag tag, const Block& block) {
    return tree_.append_element(parent, tag, reading_.span(block.begin, block.end));
  }

  const Blocks& blocks_;
  Reading& reading_;
  Tree& tree_;
  Content content_;
  Pieces pieces_;
};

void BlockWriter::write(NodeId parent) {
  for (const BlockId id : blocks_.notes) {
    const std::string_view label = text_of(blocks_.labels[blocks_.blocks[id].detail]);
    if (reading_.labels.add(label)) continue;
    const Slice& place = blocks_.labels[blocks_.blocks[id].detail];
    reading_.diagnostics.warning("note-duplicate", reading_.span(place.begin - 2, place.end + 1),
                                 "the footnote '" + std::string(label) + "' was defined before",
                                 "the first definition is used; rename or remove this one");
  }
  write_children(blocks_.blocks[0], parent, false);
  write_notes();
  std::stable_sort(reading_.notes.begin(), reading_.notes.end(),
                   [&](NodeId a, NodeId b) { return tree_.span(a).begin < tree_.span(b).begin; });
  for (const NodeId note : reading_.notes) tree_.append(parent, note);
}

void BlockWriter::write_notes() {
  NoteLabels written;
  for (const BlockId id : blocks_.notes) {
    const Block& note = blocks_.blocks[id];
    const std::string_view label = text_of(blocks_.labels[note.detail]);
    if (!written.add(label)) continue;
    const Span span = reading_.span(note.begin, note.end);
    if (note.first_child == no_block) report_empty_note(reading_, span);
    write_children(note, make_note(reading_, label, span), false);
  }
}

void BlockWriter::write_children(const Block& block, NodeId parent, bool tight) {
  OpenElements elements(reading_, parent);
  for (BlockId id = block.first_child; id != no_block; id = blocks_.blocks[id].next) {
    const Block& child = blocks_.blocks[id];
    if (child.kind == BlockKind::html) {
      write_html(child, elements);
    } else if (child.kind != BlockKind::note) {
      write_block(child, elements.place_for_blocks(), tight);
    }
  }
  elements.finish(block.end);
}

void BlockWriter::write_block(const Block& block, NodeId parent, bool tight) {
  switch (block.kind) {
    case BlockKind::quote:
      return write_children(block, append(parent, Tag::blockquote, block), false);
    case BlockKind::division:
      return write_division(block, parent);
    case BlockKind::definitions:
      return write_definitions(block, parent);
    case BlockKind::list:
      return write_list(block, parent);
    case BlockKind::paragraph:
      return write_paragraph(block, parent, tight);
    case BlockKind::heading:
      return write_heading(block, parent);
    case BlockKind::code:
      return write_code(block, parent);
    case BlockKind::table:
      return write_table(block, parent);
    case BlockKind::rule:
      append(parent, Tag::hr, block);
      return;
    case BlockKind::document:
    case BlockKind::item:
    case BlockKind::note:
    case BlockKind::definition:
    case BlockKind::term:
    case BlockKind::html:
      return;
  }
}

void BlockWriter::write_content(NodeId parent) {
  scan_inlines(content_, reading_, pieces_);
  write_inlines(content_, pieces_, reading_, parent);
}

void BlockWriter::write_paragraph(const Block& block, NodeId parent, bool tight) {
  if (is_caption_of_table(block)) return;
  if (is_line_block(reading_.source, lines_of(block))) return write_line_block(block, parent);
  report_likely_mistake(block);
  content_.set_lines(lines_of(block));
  const NodeId place = tight ? parent : append(parent, Tag::p, block);
  write_content(place);
  if (!tight && is_lone_picture(pieces_)) {
    reading_.captions[tree_.first_child(place)] = make_caption(content_, pieces_, reading_);
  }
}

void BlockWriter::report_likely_mistake(const Block& paragraph) {
  const std::string_view first = text_of(lines_of(paragraph).front());
  const Span span = reading_.span(paragraph.begin, paragraph.begin + static_cast<uint32_t>(first.size()));
  if (is_definition_start(first) && first[0] == ':') {
    reading_.diagnostics.warning("definition-stray", span,
                                 "this defines no term and is the caption of no table",
                                 "put it on the line behind its term, or next to its table");
  } else if (paragraph.line_count > 1 && is_table_row(first)) {
    reading_.diagnostics.warning("table-form", span, "these rows are no table and are read as text",
                                 "put a line like |---|---| with as many cells under the first row");
  }
}

// Lines stand under one another as they are written.
void BlockWriter::write_line_block(const Block& block, NodeId parent) {
  const NodeId element = append(parent, Tag::div, block);
  tree_.set_attribute(element, Attr::class_, "line-block");
  for (const VerseLine& line : verse_lines(reading_.source, lines_of(block))) {
    const Span front = reading_.span(line.slices.front().begin, line.slices.front().begin);
    if (tree_.first_child(element) != NodeId::none) tree_.append_element(element, Tag::br, front);
    if (!line.indent.empty()) tree_.append_text(element, line.indent, front);
    content_.set_lines(line.slices);
    write_content(element);
  }
}

void BlockWriter::write_definitions(const Block& block, NodeId parent) {
  const NodeId list = append(parent, Tag::dl, block);
  for (BlockId id = block.first_child; id != no_block; id = blocks_.blocks[id].next) {
    const Block& child = blocks_.blocks[id];
    if (child.kind == BlockKind::term) {
      write_terms(child, list);
    } else {
      write_children(child, append(list, Tag::dd, child), !child.loose);
    }
  }
}

// A term a line.
void BlockWriter::write_terms(const Block& block, NodeId list) {
  for (const Slice& line : lines_of(block)) {
    content_.set_lines({&line, 1});
    write_content(tree_.append_element(list, Tag::dt, reading_.span(line.begin, line.end)));
  }
}

void BlockWriter::write_heading(const Block& block, NodeId parent) {
  const NodeId heading = append(parent, heading_tags[block.level - 1], block);
  std::vector<Slice> lines(lines_of(block).begin(), lines_of(block).end());
  Slice& last = lines.back();
  if (take_attributes(last, heading) && reading_.source[block.begin] == '#') {
    last.end = last.begin + static_cast<uint32_t>(heading_end(text_of(last)));
  }
  content_.set_lines(lines);
  write_content(heading);
}

void BlockWriter::write_list(const Block& block, NodeId parent) {
  const ListMarker& marker = blocks_.markers[block.detail];
  const NodeId list = append(parent, marker.ordered ? Tag::ol : Tag::ul, block);
  if (marker.ordered && marker.start != 1) {
    tree_.set_attribute(list, Attr::start, std::to_string(marker.start));
  }
  for (BlockId id = block.first_child; id != no_block; id = blocks_.blocks[id].next) {
    write_item(blocks_.blocks[id], list, !block.loose);
  }
}

// `[ ] ` or `[x] ` at the front of an item; passes it.
bool BlockWriter::take_task_marker(Slice& line, bool& done) const {
  const std::string_view text = text_of(line);
  if (text.size() < 4 || text[0] != '[' || text[2] != ']' || (text[3] != ' ' && text[3] != '\t'))
    return false;
  if (text.find_first_not_of(" \t", 3) == std::string_view::npos) return false;
  done = text[1] == 'x' || text[1] == 'X';
  if (!done && text[1] != ' ') return false;
  line.begin += static_cast<uint32_t>(text.find_first_not_of(" \t", 3));
  return true;
}

void BlockWriter::write_item(const Block& item, NodeId list, bool tight) {
  const NodeId element = append(list, Tag::li, item);
  Block rest = item;
  bool done = false;
  const bool begins_with_text =
      item.first_child != no_block && blocks_.blocks[item.first_child].kind == BlockKind::paragraph;
  if (begins_with_text) {
    Block paragraph = blocks_.blocks[item.first_child];
    std::vector<Slice> lines(lines_of(paragraph).begin(), lines_of(paragraph).end());
    if (take_task_marker(lines[0], done)) {
      tree_.set_attribute(element, Attr::class_, done ? "task done" : "task");
      paragraph.begin = lines[0].begin;
      const NodeId parent = tight ? element : append(element, Tag::p, paragraph);
      content_.set_lines(lines);
      write_content(parent);
      rest.first_child = paragraph.next;
    }
  }
  write_children(rest, element, tight);
}

// Gives the language: the first word of the info string, or the first class of the attributes in it.
std::string BlockWriter::write_info(NodeId pre, const Slice& info) {
  const std::string_view text = text_of(info);
  auto list = trailing_attribute_list(text);
  std::string language;
  if (!list || list->begin > 0) {
    language = unescaped(text.substr(0, std::min(text.find_first_of(" \t{"), text.size())));
  } else if (list->entries.front().name == "class") {
    language = list->entries.front().value;
    list->entries.erase(list->entries.begin());
  }
  if (list) set_attributes(reading_, pre, *list, span_in(info, *list));
  return language;
}

void BlockWriter::write_code(const Block& block, NodeId parent) {
  const NodeId pre = append(parent, Tag::pre, block);
  const NodeId code = tree_.append_element(pre, Tag::code, reading_.span(block.begin, block.end));
  const std::string language = write_info(pre, blocks_.fences[block.detail].language);
  if (!language.empty()) tree_.set_attribute(code, Attr::class_, "language-" + language);
  if (block.line_count == 0) return;
  const std::span<const Slice> lines = lines_of(block);
  const Span span = reading_.span(lines.front().begin, lines.back().end);
  tree_.set_span(code, span);
  content_.set_lines(lines);
  tree_.append_text(code, content_.text(), span);
  tree_.append_text(code, "\n", reading_.span(span.end, span.end));
}

void BlockWriter::write_division(const Block& block, NodeId parent) {
  const Division& division = blocks_.divisions[block.detail];
  const NodeId element = append(parent, Tag::div, block);
  if (const std::string_view word = text_of(division.word); !word.empty()) tree_.add_class(element, word);
  Slice attributes = division.attributes;
  take_attributes(attributes, element);
  write_children(block, element, false);
}

// Sets attributes that end the line on `element`; the line ends before them then.
bool BlockWriter::take_attributes(Slice& line, NodeId element) {
  const auto list = trailing_attribute_list(text_of(line));
  if (!list) return false;
  set_attributes(reading_, element, *list, span_in(line, *list));
  line.end = line.begin + static_cast<uint32_t>(list->begin);
  return true;
}

void BlockWriter::write_html(const Block& block, OpenElements& elements) {
  content_.set_lines(lines_of(block));
  read_html_block(content_, reading_, elements);
}

void BlockWriter::write_table(const Block& block, NodeId parent) {
  const std::span<const Slice> lines = lines_of(block);
  const std::vector<Align> columns = delimiter_row(text_of(lines[1]));
  const NodeId table = append(parent, Tag::table, block);
  if (const BlockId caption = caption_of(block); caption != no_block)
    write_caption(blocks_.blocks[caption], table);
  const NodeId head = tree_.append_element(table, Tag::thead, reading_.span(lines[0].begin, lines[0].end));
  write_row(lines[0], columns, Tag::th, head);
  if (lines.size() == 2) return;
  const NodeId body = tree_.append_element(table, Tag::tbody, reading_.span(lines[2].begin, block.end));
  for (const Slice& line : lines.subspan(2)) write_row(line, columns, Tag::td, body);
}

bool BlockWriter::is_caption(BlockId id) const {
  if (id == no_block || blocks_.blocks[id].kind != BlockKind::paragraph) return false;
  return caption_begin(text_of(lines_of(blocks_.blocks[id]).front())) > 0;
}

// The paragraph behind the table; else the one before it, where that is not the caption of a table before.
BlockId BlockWriter::caption_of(const Block& table) const {
  if (is_caption(table.next)) return table.next;
  if (!is_caption(table.previous)) return no_block;
  const BlockId before = blocks_.blocks[table.previous].previous;
  const bool taken = before != no_block && blocks_.blocks[before].kind == BlockKind::table;
  return taken ? no_block : table.previous;
}

bool BlockWriter::is_caption_of_table(const Block& paragraph) const {
  for (const BlockId id : {paragraph.previous, paragraph.next}) {
    if (id == no_block || blocks_.blocks[id].kind != BlockKind::table) continue;
    const BlockId caption = caption_of(blocks_.blocks[id]);
    if (caption != no_block && &blocks_.blocks[caption] == &paragraph) return true;
  }
  return false;
}

// Attributes at its end are the table's.
void BlockWriter::write_caption(const Block& block, NodeId table) {
  std::vector<Slice> lines(lines_of(block).begin(), lines_of(block).end());
  lines.front().begin += static_cast<uint32_t>(caption_begin(text_of(lines.front())));
  take_attributes(lines.back(), table);
  content_.set_lines(lines);
  write_content(append(table, Tag::caption, block));
}

void BlockWriter::write_row(const Slice& line, const std::vector<Align>& columns, Tag tag, NodeId parent) {
  constexpr std::string_view classes[] = {"", "left", "center", "right"};
  const NodeId row = tree_.append_element(parent, Tag::tr, reading_.span(line.begin, line.end));
  const std::vector<Cell> cells = row_cells(text_of(line));
  const size_t count = std::min(cells.size(), columns.size());
  for (size_t column = 0; column < count; ++column) {
    const uint32_t begin = line.begin + static_cast<uint32_t>(cells[column].begin);
    const uint32_t end = line.begin + static_cast<uint32_t>(cells[column].end);
    const NodeId cell = tree_.append_element(row, tag, reading_.span(begin, end));
    const std::string_view side = classes[static_cast<size_t>(columns[column])];
    if (!side.empty()) tree_.set_attribute(cell, Attr::class_, side);
    if (begin == end) continue;
    content_.set_cell(begin, end);
    write_content(cell);
  }
  write_missing_cells(columns.size() - count, line, tag, row);
  if (cells.size() > columns.size()) {
    const auto begin = line.begin + static_cast<uint32_t>(cells[columns.size()].begin);
    reading_.diagnostics.warning("table-cells", reading_.span(begin, line.end),
                                 "this row has more cells than its table has columns",
                                 "the cells from here on are left out; a pipe in a cell is written \\|");
  }
}

void BlockWriter::write_missing_cells(size_t count, const Slice& line, Tag tag, NodeId row) {
  const size_t given = std::min(count, reading_.missing_cells_left);
  reading_.missing_cells_left -= given;
  for (size_t cell = 0; cell < given; ++cell)
    tree_.append_element(row, tag, reading_.span(line.end, line.end));
  if (given == count || reading_.cells_reported) return;
  reading_.cells_reported = true;
  reading_.diagnostics.warning(
      "table-missing", reading_.span(line.begin, line.end),
      "more than 100000 cells are missing in the tables; rows stay short from here on");
}

}  // namespace

void write_blocks(const Blocks& blocks, Reading& reading, NodeId parent) {
  BlockWriter(blocks, reading).write(parent);
}

}  // namespace pubbuild::markdown
