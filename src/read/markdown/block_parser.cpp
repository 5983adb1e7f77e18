// Markdown text → its blocks, a line at a time (CommonMark 0.31.2, appendix, phase 1).
#include "read/markdown/block_parser.h"

#include <algorithm>

#include "read/markdown/block_starts.h"
#include "read/markdown/open_blocks.h"
#include "read/markdown/tables.h"

namespace pubbuild::markdown {

namespace {

constexpr uint32_t code_indent = 4;
constexpr uint32_t note_indent = 4;

// What a line did to an open block it was tried against.
enum class Match { yes, no, closed };
// What a line began inside the innermost matched block.
enum class Begun { nothing, container, leaf };

class BlockParser {
 public:
  BlockParser(std::string_view source, Span text, Diagnostics& diagnostics)
      : source_(source), text_(text), diagnostics_(diagnostics), open_(source, text, diagnostics) {}
  Blocks parse();

 private:
  // Matching a line against what is open.
  void read_line();
  bool match_open_blocks();
  Match matches(Block& block);
  bool matches_item(const Block& item);
  bool ends_division();
  void close_division(size_t depth);
  void pass_stray_division_end();
  Match matches_fence(Block& code);
  void add_line_to(BlockId container, bool all_matched);

  // Beginning blocks.
  void begin_blocks();
  Begun begin_block();
  Begun begin_quote();
  Begun begin_heading();
  Begun begin_fence();
  Begun begin_html();
  Begun begin_underlined();
  Begun begin_table();
  Begun begin_rule();
  Begun begin_note();
  Begun begin_division();
  Begun begin_definition();
  Begun begin_caption();
  bool may_define();
  void report_division_form();
  Begun begin_item();
  Begun begin_indented();
  bool fits_one_more();
  bool goes_on_with_list(const ListMarker& marker);
  void take_marker(ListMarker& marker, uint32_t length);

  // Shorthands for what is open.
  Block& at(BlockId id) { return open_.at(id); }
  BlockId tip() const { return open_.tip(); }
  bool tip_is(BlockKind kind) { return at(tip()).kind == kind; }
  Blocks& blocks() { return open_.blocks(); }
  BlockId innermost() const { return open_[matched_ - 1]; }
  BlockId add_block(BlockKind kind, uint32_t begin);
  void set_line_to(Slice line);
  void close_tip(uint32_t last_line_number);
  void close_unmatched();
  Span span(uint32_t begin, uint32_t end) const { return {text_.file, begin, end}; }

  std::string_view source_;
  Span text_;
  Diagnostics& diagnostics_;
  OpenBlocks open_;
  size_t matched_ = 0;  // how many of the open blocks the line goes on with
  LineCursor cursor_;
  uint32_t line_number_ = 0;
  bool depth_reported_ = false;
  bool columns_reported_ = false;
  size_t divisions_left_out_ = 0;  // fences that opened none, whose closing fences are still to come
};

Blocks BlockParser::parse() {
  for (uint32_t begin = text_.begin; begin < text_.end;) {
    const Line line = line_at(source_, begin, text_.end);
    cursor_ = LineCursor(source_, line);
    ++line_number_;
    read_line();
    begin = line.next;
  }
  return open_.close_all(line_number_);
}

void BlockParser::read_line() {
  if (!match_open_blocks() || ends_division()) return;
  const bool all_matched = matched_ == open_.depth();
  const BlockId container = innermost();
  const BlockKind kind = at(container).kind;
  if (kind != BlockKind::code && kind != BlockKind::html) begin_blocks();
  const bool begun = tip() != container && matched_ == open_.depth();
  add_line_to(innermost(), all_matched || begun);
}

// False where the line is used up.
bool BlockParser::match_open_blocks() {
  matched_ = 1;
  while (matched_ < open_.depth()) {
    const Match match = matches(at(open_[matched_]));
    if (match == Match::closed) return false;
    if (match == Match::no) break;
    ++matched_;
  }
  return true;
}

Match BlockParser::matches(Block& block) {
  switch (block.kind) {
    case BlockKind::document:
    case BlockKind::list:
    case BlockKind::division:
    case BlockKind::definitions:
      return Match::yes;
    case BlockKind::quote:
      if (cursor_.indent() >= code_indent || cursor_.first() != '>') return Match::no;
      cursor_.skip_indent();
      cursor_.skip_bytes(1);
      cursor_.skip_columns(1);
      return Match::yes;
    case BlockKind::item:
    case BlockKind::definition:
      return matches_item(block) ? Match::yes : Match::no;
    case BlockKind::note:
      if (!cursor_.is_blank() && cursor_.indent() < note_indent) return Match::no;
      cursor_.skip_columns(note_indent);
      return Match::yes;
    case BlockKind::paragraph:
    case BlockKind::table:
      return cursor_.is_blank() ? Match::no : Match::yes;
    case BlockKind::html:
      return cursor_.is_blank() && block.html_end >= HtmlEnd::blank ? Match::no : Match::yes;
    case BlockKind::code:
      return matches_fence(block);
    case BlockKind::heading:
    case BlockKind::rule:
    case BlockKind::term:
      return Match::no;
  }
  return Match::no;
}

bool BlockParser::matches_item(const Block& item) {
  const ListMarker& marker = blocks().markers[item.detail];
  if (cursor_.is_blank()) {
    if (item.first_child == no_block) return false;
    cursor_.skip_indent();
    return true;
  }
  if (cursor_.indent() < marker.indent + marker.padding) return false;
  cursor_.skip_columns(marker.indent + marker.padding);
  return true;
}

Match BlockParser::matches_fence(Block& code) {
  const Fence& fence = blocks().fences[code.detail];
  if (fence.mark == 0) {
    if (cursor_.indent() < code_indent && !cursor_.is_blank()) return Match::no;
    cursor_.skip_columns(code_indent);
    return Match::yes;
  }
  const bool closes = cursor_.indent() < code_indent && cursor_.first() == fence.mark &&
                      is_closing_fence(cursor_.text(), fence);
  if (closes) {
    code.end = cursor_.line().end;
    close_tip(line_number_);
    return Match::closed;
  }
  cursor_.skip_columns(fence.indent);
  return Match::yes;
}

// A closing fence of colons closes the innermost division that the line stands in, whatever is open in it.
bool BlockParser::ends_division() {
  const BlockKind kind = at(innermost()).kind;
  if (cursor_.first() != ':' || kind == BlockKind::code || kind == BlockKind::html) return false;
  if (cursor_.indent() >= code_indent || !is_division_end(cursor_.text())) return false;
  size_t depth = matched_;
  while (depth > 0 && at(open_[depth - 1]).kind != BlockKind::division) --depth;
  if (depth == 0 || divisions_left_out_ > 0) {
    pass_stray_division_end();
  } else {
    close_division(depth);
  }
  return true;
}

void BlockParser::close_division(size_t depth) {
  while (open_.depth() > depth) close_tip(line_number_ - 1);
  Block& division = at(tip());
  division.end = cursor_.line().end;
  blocks().divisions[division.detail].closed = true;
  close_tip(line_number_);
}

void BlockParser::pass_stray_division_end() {
  close_unmatched();
  if (tip_is(BlockKind::paragraph)) close_tip(line_number_ - 1);
  if (divisions_left_out_ > 0) {
    --divisions_left_out_;
    return;
  }
  diagnostics_.warning("division-stray", span(cursor_.nonspace(), cursor_.line().end),
                       "this closes no division and is left out", "open one with ::: {.note} before it");
}

// Begins blocks until a leaf is open or nothing begins any more; what was open and did not match is closed by
// the first of them.
void BlockParser::begin_blocks() {
  while (begin_block() == Begun::container) {
  }
}

void BlockParser::add_line_to(BlockId container, bool all_matched) {
  const bool lazy = !all_matched && !cursor_.is_blank() && tip_is(BlockKind::paragraph);
  if (lazy) {
    cursor_.skip_indent();
    open_.add_line(cursor_.rest(), line_number_);
    return;
  }
  close_unmatched();
  Block& block = at(container);
  switch (block.kind) {
    case BlockKind::code:
      // The line of an opening fence begins the block and is not in it.
      if (blocks().fences[block.detail].mark == 0 || block.first_line_number < line_number_) {
        open_.add_line(cursor_.rest(), line_number_);
      }
      return;
    case BlockKind::html:
      open_.add_line(cursor_.rest(), line_number_);
      if (ends_html(cursor_.text(), block.html_end)) close_tip(line_number_);
      return;
    case BlockKind::paragraph:
    case BlockKind::table:
      // A table that this line began holds it already: it is the delimiter row.
      if (block.last_line_number == line_number_ && block.kind == BlockKind::table) return;
      cursor_.skip_indent();
      open_.add_line(cursor_.rest(), line_number_);
      return;
    case BlockKind::heading:
    case BlockKind::rule:
    case BlockKind::term:
      return;
    case BlockKind::document:
    case BlockKind::quote:
    case BlockKind::list:
    case BlockKind::item:
    case BlockKind::note:
    case BlockKind::division:
    case BlockKind::definitions:
    case BlockKind::definition:
      if (cursor_.is_blank()) return;
      add_block(BlockKind::paragraph, cursor_.nonspace());
      cursor_.skip_indent();
      open_.add_line(cursor_.rest(), line_number_);
      return;
  }
}

Begun BlockParser::begin_block() {
  if (cursor_.is_blank()) return Begun::nothing;
  if (cursor_.indent() >= code_indent) return begin_indented();
  using Start = Begun (BlockParser::*)();
  constexpr Start starts[] = {
      &BlockParser::begin_quote,    &BlockParser::begin_heading, &BlockParser::begin_fence,
      &BlockParser::begin_html,     &BlockParser::begin_table,   &BlockParser::begin_underlined,
      &BlockParser::begin_rule,     &BlockParser::begin_note,    &BlockParser::begin_item,
      &BlockParser::begin_division, &BlockParser::begin_caption, &BlockParser::begin_definition};
  // Most lines of CJK text begin with no mark of ASCII's.
  if (static_cast<unsigned char>(cursor_.first()) >= 0x80) return Begun::nothing;
  for (const Start start : starts) {
    const Begun begun = (this->*start)();
    if (begun != Begun::nothing) return begun;
  }
  return Begun::nothing;
}

Begun BlockParser::begin_quote() {
  if (cursor_.first() != '>' || !fits_one_more()) return Begun::nothing;
  const uint32_t begin = cursor_.nonspace();
  cursor_.skip_indent();
  cursor_.skip_bytes(1);
  cursor_.skip_columns(1);
  at(add_block(BlockKind::quote, begin)).end = begin + 1;
  return Begun::container;
}

Begun BlockParser::begin_heading() {
  const auto start = heading_start(cursor_.text());
  if (!start) return Begun::nothing;
  const uint32_t begin = cursor_.nonspace();
  Block& heading = at(add_block(BlockKind::heading, begin));
  heading.level = start->level;
  set_line_to({begin + static_cast<uint32_t>(start->begin), begin + static_cast<uint32_t>(start->end), 0});
  return Begun::leaf;
}

Begun BlockParser::begin_fence() {
  const auto start = fence_start(cursor_.text());
  if (!start) return Begun::nothing;
  const uint32_t begin = cursor_.nonspace();
  Fence fence{start->mark, start->length, cursor_.indent(), {}};
  fence.language = {begin + static_cast<uint32_t>(start->info_begin),
                    begin + static_cast<uint32_t>(start->info_end), 0};
  Block& code = at(add_block(BlockKind::code, begin));
  code.detail = static_cast<uint32_t>(blocks().fences.size());
  blocks().fences.push_back(fence);
  return Begun::leaf;
}

Begun BlockParser::begin_html() {
  const auto end = html_start(cursor_.text());
  if (!end) return Begun::nothing;
  const bool interrupts = at(innermost()).kind == BlockKind::paragraph ||
                          (matched_ < open_.depth() && tip_is(BlockKind::paragraph));
  if (*end == HtmlEnd::blank_alone && interrupts) return Begun::nothing;
  at(add_block(BlockKind::html, cursor_.nonspace())).html_end = *end;
  return Begun::leaf;
}

Begun BlockParser::begin_underlined() {
  if (at(innermost()).kind != BlockKind::paragraph) return Begun::nothing;
  const uint8_t level = underline_level(cursor_.text());
  Block& paragraph = at(tip());
  if (level == 0 || !open_.take_definitions(paragraph)) return Begun::nothing;
  paragraph.kind = BlockKind::heading;
  paragraph.level = level;
  paragraph.end = cursor_.line().end;
  paragraph.last_line_number = line_number_;
  return Begun::leaf;
}

// The header row is the last line of the paragraph before the delimiter row.
Begun BlockParser::begin_table() {
  if (at(innermost()).kind != BlockKind::paragraph) return Begun::nothing;
  const std::vector<Align> alignments = delimiter_row(cursor_.text());
  if (alignments.empty() || at(tip()).line_count == 0) return Begun::nothing;
  const Slice header = blocks().lines.back();
  const std::string_view header_text = source_.substr(header.begin, header.end - header.begin);
  const bool has_pipe =
      header_text.find('|') != std::string_view::npos || cursor_.text().find('|') != std::string_view::npos;
  if (!has_pipe || row_cells(header_text).size() != alignments.size()) return Begun::nothing;
  if (alignments.size() > max_table_columns) {
    if (!columns_reported_) {
      diagnostics_.warning("table-columns", span(header.begin, header.end),
                           "a table of more than 128 columns is read as text");
    }
    columns_reported_ = true;
    return Begun::nothing;
  }
  open_.drop_last_line();
  close_tip(line_number_ - 2);
  matched_ = open_.depth();
  Block& table = at(add_block(BlockKind::table, header.begin));
  table.first_line_number = line_number_ - 1;
  open_.add_line(header, line_number_);
  cursor_.skip_indent();
  open_.add_line(cursor_.rest(), line_number_);
  return Begun::leaf;
}

Begun BlockParser::begin_rule() {
  if (!is_rule(cursor_.text())) return Begun::nothing;
  add_block(BlockKind::rule, cursor_.nonspace());
  set_line_to({cursor_.nonspace(), cursor_.line().end, 0});
  return Begun::leaf;
}

Begun BlockParser::begin_note() {
  if (cursor_.first() != '[') return Begun::nothing;
  const auto start = note_start(cursor_.text());
  if (!start || !fits_one_more()) return Begun::nothing;
  const uint32_t begin = cursor_.nonspace();
  const BlockId id = add_block(BlockKind::note, begin);
  at(id).detail = static_cast<uint32_t>(blocks().labels.size());
  at(id).end = begin + static_cast<uint32_t>(start->end);
  blocks().labels.push_back({begin + 2, begin + static_cast<uint32_t>(start->label_end), 0});
  blocks().notes.push_back(id);
  cursor_.skip_indent();
  cursor_.skip_bytes(static_cast<uint32_t>(start->end));
  cursor_.skip_indent();
  return Begun::container;
}

Begun BlockParser::begin_division() {
  if (!cursor_.text().starts_with(":::")) return Begun::nothing;
  const auto start = division_start(cursor_.text());
  if (!start) report_division_form();
  if (!start || !fits_one_more()) {
    ++divisions_left_out_;
    return Begun::nothing;
  }
  const uint32_t begin = cursor_.nonspace();
  const auto place = [&](size_t from, size_t to) {
    return Slice{begin + static_cast<uint32_t>(from), begin + static_cast<uint32_t>(to), 0};
  };
  const BlockId id = add_block(BlockKind::division, begin);
  at(id).detail = static_cast<uint32_t>(blocks().divisions.size());
  at(id).end = cursor_.line().end;
  blocks().divisions.push_back({place(0, cursor_.text().size()), place(start->word_begin, start->word_end),
                                place(start->attributes_begin, start->attributes_end), false});
  cursor_.skip_indent();
  cursor_.skip_bytes(static_cast<uint32_t>(cursor_.text().size()));
  return Begun::leaf;
}

void BlockParser::report_division_form() {
  diagnostics_.warning("division-form", span(cursor_.nonspace(), cursor_.line().end),
                       "this opens no division and is read as text",
                       "write ::: and one word, or ::: {.note #id}");
}

// A caption that follows its table at once ends it.
Begun BlockParser::begin_caption() {
  if (at(innermost()).kind != BlockKind::table || caption_begin(cursor_.text()) == 0) return Begun::nothing;
  add_block(BlockKind::paragraph, cursor_.nonspace());
  return Begun::leaf;
}

Begun BlockParser::begin_definition() {
  if (!is_definition_start(cursor_.text()) || !may_define() || !fits_one_more()) return Begun::nothing;
  close_unmatched();
  if (tip_is(BlockKind::paragraph)) close_tip(line_number_ - 1);
  if (!tip_is(BlockKind::definitions)) open_.make_term();
  matched_ = open_.depth();
  ListMarker marker;
  marker.indent = cursor_.indent();
  const BlockId id = add_block(BlockKind::definition, cursor_.nonspace());
  take_marker(marker, 1);
  at(id).detail = static_cast<uint32_t>(blocks().markers.size());
  blocks().markers.push_back(marker);
  return Begun::container;
}

// After a definition, the line of a term, or a term and one blank line.
bool BlockParser::may_define() {
  const Block& around = at(innermost());
  if (around.kind == BlockKind::definitions) return true;
  if (around.kind == BlockKind::paragraph) return open_.take_definitions(at(tip()));
  if (around.last_child == no_block || matched_ < open_.depth()) return false;
  const Block& before = at(around.last_child);
  return before.kind == BlockKind::paragraph && line_number_ - before.last_line_number <= 2;
}

Begun BlockParser::begin_item() {
  const auto start = marker_start(cursor_.text());
  if (!start) return Begun::nothing;
  const bool interrupts = at(innermost()).kind == BlockKind::paragraph;
  if (interrupts && (!start->followed_by_content || start->marker.start != 1)) return Begun::nothing;
  ListMarker marker = start->marker;
  const bool goes_on = goes_on_with_list(marker);
  if (!goes_on && !fits_one_more()) return Begun::nothing;
  const uint32_t begin = cursor_.nonspace();
  marker.indent = cursor_.indent();
  take_marker(marker, start->length);
  if (!goes_on) {
    const BlockId list = add_block(BlockKind::list, begin);
    at(list).detail = static_cast<uint32_t>(blocks().markers.size());
    blocks().markers.push_back(marker);
  }
  const BlockId item = add_block(BlockKind::item, begin);
  at(item).detail = static_cast<uint32_t>(blocks().markers.size());
  at(item).end = begin + start->length;
  blocks().markers.push_back(marker);
  return Begun::container;
}

bool BlockParser::goes_on_with_list(const ListMarker& marker) {
  const Block& around = at(innermost());
  if (around.kind != BlockKind::list) return false;
  const ListMarker& before = blocks().markers[around.detail];
  return before.ordered == marker.ordered && before.mark == marker.mark;
}

// Passes the marker and the blanks that belong to it: one to four columns, or one where five or more make
// the content indented code.
void BlockParser::take_marker(ListMarker& marker, uint32_t length) {
  cursor_.skip_indent();
  cursor_.skip_bytes(length);
  const uint32_t blanks = cursor_.indent();
  const uint32_t passed = blanks < 1 || blanks > code_indent || cursor_.is_blank() ? 1 : blanks;
  cursor_.skip_columns(passed);
  marker.padding = length + passed;
}

Begun BlockParser::begin_indented() {
  // Indented code does not interrupt a paragraph, nor a lazy line of one.
  if (tip_is(BlockKind::paragraph) || at(innermost()).kind == BlockKind::table) return Begun::nothing;
  cursor_.skip_columns(code_indent);
  Block& code = at(add_block(BlockKind::code, cursor_.offset()));
  code.detail = static_cast<uint32_t>(blocks().fences.size());
  blocks().fences.emplace_back();
  return Begun::leaf;
}

bool BlockParser::fits_one_more() {
  if (matched_ < max_block_depth) return true;
  if (!depth_reported_) {
    diagnostics_.warning("nesting", span(cursor_.nonspace(), cursor_.line().end),
                         "blocks inside one another more than 100 deep are read as text");
  }
  depth_reported_ = true;
  return false;
}

// Inside the innermost block that matched, or the innermost around it that takes such a block.
BlockId BlockParser::add_block(BlockKind kind, uint32_t begin) {
  close_unmatched();
  const BlockId id = open_.add(kind, begin, line_number_);
  matched_ = open_.depth();
  return id;
}

// The one line of a block that has no other.
void BlockParser::set_line_to(Slice line) {
  open_.add_line(line, line_number_);
  at(tip()).end = cursor_.line().end;
}

void BlockParser::close_tip(uint32_t last_line_number) {
  open_.close_tip(last_line_number);
  matched_ = std::min(matched_, open_.depth());
}

void BlockParser::close_unmatched() {
  while (open_.depth() > matched_) close_tip(line_number_ - 1);
}

}  // namespace

Blocks parse_blocks(std::string_view source, Span text, Diagnostics& diagnostics) {
  return BlockParser(source, text, diagnostics).parse();
}

}  // namespace pubbuild::markdown
