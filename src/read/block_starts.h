// The front of a line → what block it begins. Text begins at the first byte that is no blank.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "read/block.h"

namespace pubbuild::markdown {

bool is_rule(std::string_view text);

struct HeadingStart {
  uint8_t level = 0;
  size_t begin = 0;  // of its content
  size_t end = 0;
};
std::optional<HeadingStart> heading_start(std::string_view text);
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

std::optional<HtmlEnd> html_start(std::string_view text);
// Whether the line ends the raw HTML; blank lines are the caller's.
bool ends_html(std::string_view text, HtmlEnd end);

}  // namespace pubbuild::markdown
