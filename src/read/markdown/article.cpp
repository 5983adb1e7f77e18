// Markdown text → XHTML elements: blocks first, then the text in them.
#include "read/markdown/article.h"

#include <algorithm>

#include "read/markdown/block_parser.h"
#include "read/markdown/block_writer.h"
#include "read/markdown/reading.h"

namespace pubbuild {

namespace {

// Enough for any article by hand; links by reference beyond the article's own size are an attack.
constexpr size_t least_expansion = 100'000;
// Cells that rows of a table leave out cost memory without costing the author a byte.
constexpr size_t max_missing_cells = 100'000;

}  // namespace

Captions read_markdown(const Sources& sources, Span text, Tree& tree, NodeId parent,
                       Diagnostics& diagnostics) {
  const std::string_view source = sources[text.file].text();
  markdown::Blocks blocks = markdown::parse_blocks(source, text, diagnostics);
  markdown::Reading reading{.source = source, .file = text.file, .tree = tree, .diagnostics = diagnostics};
  reading.references = std::move(blocks.references);
  reading.expansion_left = std::max<size_t>(text.end - text.begin, least_expansion);
  reading.missing_cells_left = max_missing_cells;
  markdown::write_blocks(blocks, reading, parent);
  return std::move(reading.captions);
}

}  // namespace pubbuild
