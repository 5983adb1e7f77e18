// The front of a line → what block it begins. Text begins at the first byte that is no blank.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "read/markdown/block.h"

namespace pubbuild::markdown {

bool is_rule(std::string_view text);

struct HeadingStart {
  uint8_t level = 0;
  size_t begin = 0;  // of its content
  size_t end = 0;
};
std::optional<HeadingStart> heading_start(std::string_view text);
// Where the content of a heading ends: before blanks and closing marks.
size_t heading_end(std::string_view content);
// 1 for `===`, 2 for `---`, 0 for no underline.
uint8_t underline_level(std::string_view text);

struct FenceStart {
  char mark = 0;
  uint32_t length = 0;
  size_t info_begin = 0;
  size_t info_end = 0;
};
std::optional<FenceStart> fence_start(std::string_view text);
bool is_closing_fence(std::string_view text, const Fence& fence);

struct MarkerStart {
  ListMarker marker;  // without indent and padding
  uint32_t length = 0;
  bool followed_by_content = false;
};
std::optional<MarkerStart> marker_start(std::string_view text);

struct NoteStart {
  size_t label_end = 0;  // the label begins at 2
  size_t end = 0;        // past the colon
};
std::optional<NoteStart> note_start(std::string_view text);

// An opening fence of colons; places that are not written are empty.
struct DivisionStart {
  size_t word_begin = 0;
  size_t word_end = 0;
  size_t attributes_begin = 0;
  size_t attributes_end = 0;
};
// `::: note`, `::: {.note #id}`, either with colons behind it (pandoc, fenced_divs).
std::optional<DivisionStart> division_start(std::string_view text);
// Three colons or more and nothing else.
bool is_division_end(std::string_view text);

// `: text` or `~ text`: a definition of the term before it, or the caption of a table.
bool is_definition_start(std::string_view text);
// Where the words of a caption begin: behind `:`, `Table:` or `table:` (pandoc, table_captions); 0 for none.
size_t caption_begin(std::string_view text);

std::optional<HtmlEnd> html_start(std::string_view text);
// Whether the line ends the raw HTML; blank lines are the caller's.
bool ends_html(std::string_view text, HtmlEnd end);

}  // namespace pubbuild::markdown
