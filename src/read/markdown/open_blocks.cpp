// The blocks that are open while lines are read, from the document to the innermost; what closing one does.
#include "read/markdown/open_blocks.h"

#include <algorithm>
#include <span>

namespace pubbuild::markdown {

namespace {

// Whether a block may be a child of another.
bool takes(BlockKind parent, BlockKind kind) {
  switch (parent) {
    case BlockKind::document:
    case BlockKind::quote:
    case BlockKind::item:
    case BlockKind::note:
    case BlockKind::division:
    case BlockKind::definition:
      return kind != BlockKind::item && kind != BlockKind::definition;
    case BlockKind::list:
      return kind == BlockKind::item;
    case BlockKind::definitions:
      return kind == BlockKind::definition;
    case BlockKind::term:
    case BlockKind::paragraph:
    case BlockKind::heading:
    case BlockKind::code:
    case BlockKind::html:
    case BlockKind::rule:
    case BlockKind::table:
      return false;
  }
  return false;
}

}  // namespace

OpenBlocks::OpenBlocks(std::string_view source, Span text, Diagnostics& diagnostics)
    : source_(source), file_(text.file), diagnostics_(diagnostics), content_(source) {
  Block document;
  document.kind = BlockKind::document;
  document.begin = text.begin;
  result_.blocks.push_back(document);
  open_.push_back(0);
}

Blocks OpenBlocks::close_all(uint32_t last_line_number) {
  while (!open_.empty()) close_tip(last_line_number);
  return std::move(result_);
}

BlockId OpenBlocks::add(BlockKind kind, uint32_t begin, uint32_t line_number) {
  while (!takes(at(tip()).kind, kind)) close_tip(line_number - 1);
  const BlockId parent = tip();
  const BlockId id = static_cast<BlockId>(result_.blocks.size());
  Block block;
  block.kind = kind;
  block.begin = block.end = begin;
  block.first_line_number = block.last_line_number = line_number;
  block.first_line = static_cast<uint32_t>(result_.lines.size());
  result_.blocks.push_back(block);
  append(parent, id);
  open_.push_back(id);
  return id;
}

void OpenBlocks::append(BlockId parent, BlockId id) {
  at(id).parent = parent;
  at(id).previous = at(parent).last_child;
  (at(id).previous == no_block ? at(parent).first_child : at(at(id).previous).next) = id;
  at(parent).last_child = id;
}

void OpenBlocks::make_term() {
  const BlockId term = at(tip()).last_child;
  const BlockId before = at(term).previous;
  unlink(term);
  if (before != no_block && at(before).kind == BlockKind::definitions) {
    open_.push_back(before);
  } else {
    add(BlockKind::definitions, at(term).begin, at(term).first_line_number);
  }
  at(term).kind = BlockKind::term;
  append(tip(), term);
}

void OpenBlocks::add_line(Slice line, uint32_t line_number) {
  Block& block = at(tip());
  // A paragraph begins anew where link definitions were taken off it.
  if (block.line_count == 0 && block.kind == BlockKind::paragraph) block.begin = line.begin;
  result_.lines.push_back(line);
  ++block.line_count;
  block.end = std::max(block.end, line.end);
  block.last_line_number = line_number;
}

void OpenBlocks::drop_last_line() {
  Block& block = at(tip());
  result_.lines.pop_back();
  --block.line_count;
  --block.last_line_number;
  block.end = block.line_count == 0 ? block.begin : result_.lines.back().end;
}

void OpenBlocks::close_tip(uint32_t last_line_number) {
  const BlockId id = tip();
  Block& block = at(id);
  open_.pop_back();
  if (block.last_child != no_block) {
    block.end = std::max(block.end, at(block.last_child).end);
    block.last_line_number = at(block.last_child).last_line_number;
  }
  switch (block.kind) {
    case BlockKind::paragraph:
      finish_paragraph(id);
      break;
    case BlockKind::code:
      finish_code(block, last_line_number);
      break;
    case BlockKind::html:
      trim_blank_lines(block);
      break;
    case BlockKind::list:
      finish_list(block);
      break;
    case BlockKind::definition:
      finish_definition(block);
      break;
    case BlockKind::quote:
      // A line of a bare `>` belongs to the quotation.
      block.last_line_number = last_line_number;
      break;
    case BlockKind::division:
      report_unclosed(result_.divisions[block.detail]);
      block.last_line_number = last_line_number;
      break;
    case BlockKind::document:
    case BlockKind::item:
    case BlockKind::note:
    case BlockKind::definitions:
    case BlockKind::term:
    case BlockKind::heading:
    case BlockKind::rule:
    case BlockKind::table:
      break;
  }
}

void OpenBlocks::finish_paragraph(BlockId id) {
  Block& paragraph = at(id);
  if (!take_definitions(paragraph)) {
    unlink(id);
    return;
  }
  while (source_[paragraph.end - 1] == ' ' || source_[paragraph.end - 1] == '\t') --paragraph.end;
}

void OpenBlocks::finish_code(Block& code, uint32_t last_line_number) {
  if (result_.fences[code.detail].mark == 0) {
    trim_blank_lines(code);
  } else {
    code.last_line_number = last_line_number;
  }
}

void OpenBlocks::trim_blank_lines(Block& block) {
  const auto is_blank = [&](const Slice& line) {
    return source_.substr(line.begin, line.end - line.begin).find_first_not_of(" \t") ==
           std::string_view::npos;
  };
  while (block.line_count > 1 && is_blank(result_.lines[block.first_line + block.line_count - 1])) {
    --block.line_count;
    --block.last_line_number;
  }
  if (block.line_count > 0) block.end = result_.lines[block.first_line + block.line_count - 1].end;
}

// A list is loose where a blank line stands between its items or between the blocks of one.
void OpenBlocks::finish_list(Block& list) {
  list.loose = has_gap(list.first_child);
  for (BlockId item = list.first_child; item != no_block && !list.loose; item = at(item).next) {
    list.loose = has_gap(at(item).first_child);
  }
}

// A definition is loose where a blank line stands before it or between its blocks.
void OpenBlocks::finish_definition(Block& definition) {
  definition.loose = at(definition.previous).last_line_number + 1 < definition.first_line_number ||
                     has_gap(definition.first_child);
}

// Whether a blank line stands between `first` and its next siblings, or any two of them.
bool OpenBlocks::has_gap(BlockId first) const {
  for (BlockId id = first; id != no_block; id = result_.blocks[id].next) {
    const Block& block = result_.blocks[id];
    if (block.next == no_block) return false;
    if (block.last_line_number + 1 < result_.blocks[block.next].first_line_number) return true;
  }
  return false;
}

void OpenBlocks::report_unclosed(const Division& division) {
  if (division.closed) return;
  diagnostics_.warning("division-open", {file_, division.fence.begin, division.fence.end},
                       "this division is never closed", "close it with a line of :::");
}

bool OpenBlocks::take_definitions(Block& paragraph) {
  const auto lines =
      std::span<const Slice>(result_.lines).subspan(paragraph.first_line, paragraph.line_count);
  if (lines.empty() || lines[0].begin == lines[0].end || source_[lines[0].begin] != '[')
    return !lines.empty();
  content_.set_lines(lines);
  const std::string_view text = content_.text();
  size_t end = 0;
  while (end < text.size() && text[end] == '[') {
    auto definition = link_definition(text, end);
    if (!definition) break;
    const bool first = result_.references.add(definition->label, std::move(definition->target));
    if (!first) report_duplicate(definition->label, end, definition->end);
    end = definition->end;
  }
  const auto taken =
      static_cast<uint32_t>(std::count(text.begin(), text.begin() + static_cast<long>(end), '\n') +
                            (end > 0 && end == text.size()));
  paragraph.first_line += taken;
  paragraph.line_count -= taken;
  paragraph.first_line_number += taken;
  if (paragraph.line_count > 0) paragraph.begin = result_.lines[paragraph.first_line].begin;
  return paragraph.line_count > 0;
}

void OpenBlocks::report_duplicate(std::string_view label, size_t begin, size_t end) {
  const Span span{file_, content_.source_begin(static_cast<uint32_t>(begin)),
                  content_.source_end(static_cast<uint32_t>(end))};
  diagnostics_.warning("link-duplicate", span,
                       "the link definition '" + std::string(label) + "' was given before",
                       "the first one is used; remove or rename this one");
}

// The block is always its parent's last child. Its extent stays the parent's.
void OpenBlocks::unlink(BlockId id) {
  const Block& block = at(id);
  Block& parent = at(block.parent);
  parent.end = std::max(parent.end, block.end);
  parent.last_child = block.previous;
  (block.previous == no_block ? parent.first_child : at(block.previous).next) = no_block;
}

}  // namespace pubbuild::markdown
