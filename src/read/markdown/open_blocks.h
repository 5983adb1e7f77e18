// The blocks that are open while lines are read, from the document to the innermost; what closing one does.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/span.h"
#include "read/markdown/block.h"
#include "read/markdown/content.h"

namespace pubbuild::markdown {

// Lines are numbered from 1.
class OpenBlocks {
 public:
  // The document is open.
  OpenBlocks(std::string_view source, Span text, Diagnostics& diagnostics);

  size_t depth() const { return open_.size(); }
  BlockId operator[](size_t depth) const { return open_[depth]; }
  BlockId tip() const { return open_.back(); }
  Block& at(BlockId id) { return result_.blocks[id]; }
  Blocks& blocks() { return result_; }

  // Opens a block, after closing what cannot hold it.
  BlockId add(BlockKind kind, uint32_t begin, uint32_t line_number);
  // Of the tip.
  void add_line(Slice line, uint32_t line_number);
  void drop_last_line();
  // Takes link definitions off the front of a paragraph. False where nothing else is left of it.
  bool take_definitions(Block& paragraph);

  // Makes the last child of the tip, a closed paragraph, a term of the definition list before it or of a new
  // one, which is open then.
  void make_term();

  // `last_line_number` is the last line that may belong to the tip.
  void close_tip(uint32_t last_line_number);
  Blocks close_all(uint32_t last_line_number);

 private:
  void finish_paragraph(BlockId id);
  void finish_code(Block& code, uint32_t last_line_number);
  void finish_list(Block& list);
  void finish_definition(Block& definition);
  bool has_gap(BlockId first) const;
  void report_unclosed(const Division& division);
  void trim_blank_lines(Block& block);
  void unlink(BlockId id);
  void append(BlockId parent, BlockId id);
  void report_duplicate(std::string_view label, size_t begin, size_t end);

  std::string_view source_;
  FileId file_;
  Diagnostics& diagnostics_;
  Content content_;
  Blocks result_;
  std::vector<BlockId> open_;
};

}  // namespace pubbuild::markdown
