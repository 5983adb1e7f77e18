// What the block phase finds: paragraphs, headings, lists …, each with its extent and its lines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/markdown/lines.h"
#include "read/markdown/links.h"

namespace pubbuild::markdown {

enum class BlockKind : uint8_t {
  document,
  quote,
  list,
  item,
  note,      // the definition of a footnote
  division,  // fenced by colons
  definitions,
  definition,
  term,
  paragraph,
  heading,
  code,
  html,
  rule,
  table,
};

using BlockId = uint32_t;
constexpr BlockId no_block = 0xFFFFFFFF;

// How raw HTML ends (CommonMark §4.6, the seven end conditions).
enum class HtmlEnd : uint8_t {
  verbatim_tag = 1,
  comment,
  instruction,
  declaration,
  cdata,
  blank,
  blank_alone
};

// The marker of a list and of its items.
struct ListMarker {
  bool ordered = false;
  char mark = 0;         // bullet, or what follows the number
  uint32_t start = 1;    // of an ordered list
  uint32_t indent = 0;   // columns before the marker
  uint32_t padding = 0;  // columns from the marker to the content
};

struct Fence {
  char mark = 0;  // 0: indented code
  uint32_t length = 0;
  uint32_t indent = 0;
  Slice language;  // the info string
};

// What an opening fence of colons says.
struct Division {
  Slice fence;
  Slice word;        // the class, written without braces
  Slice attributes;  // with their braces
  bool closed = false;
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  HtmlEnd html_end = HtmlEnd::blank;
  uint8_t level = 0;   // of a heading
  bool loose = false;  // of a list or a definition
  BlockId parent = no_block;
  BlockId first_child = no_block;
  BlockId last_child = no_block;
  BlockId previous = no_block;
  BlockId next = no_block;
  uint32_t begin = 0;  // bytes of the source
  uint32_t end = 0;
  uint32_t first_line_number = 0;
  uint32_t last_line_number = 0;
  uint32_t first_line = 0;  // in Blocks::lines
  uint32_t line_count = 0;
  uint32_t detail = 0;  // of a list, item or definition: in `markers`; of code: in `fences`; of a note: in
                        // `labels`; of a division: in `divisions`
};

// The blocks of a text; blocks[0] is the document.
struct Blocks {
  std::vector<Block> blocks;
  std::vector<Slice> lines;
  std::vector<ListMarker> markers;
  std::vector<Fence> fences;
  std::vector<Division> divisions;
  std::vector<Slice> labels;   // of footnotes
  std::vector<BlockId> notes;  // in order
  References references;
};

}  // namespace pubbuild::markdown
