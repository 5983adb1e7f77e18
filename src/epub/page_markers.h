// Where printed pages begin → places in the tree where XHTML lets a page marker stand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "epub/chapters.h"
#include "epub/epub.h"

namespace pubbuild {

struct PageMarker {
  // `before` an element, or the byte `offset` of a text; at the `start` of what an element holds.
  enum class Side : uint8_t { before, start };
  Side side = Side::before;
  uint32_t offset = 0;
  std::string id;
  std::string folio;
};

// The markers of each node, in the order of its text.
using PageMarkers = std::unordered_map<NodeId, std::vector<PageMarker>>;

// A page that begins inside a word, a link, a heading, ruby or the structure of a table is marked at the
// nearest legal place before. Ids are `p` and the folio unless an id of the text is called so already. A page
// without folio or place has no marker.
PageMarkers place_page_markers(const Publication& publication, const std::vector<PageBreak>& pages,
                               const ChapterPlan& plan);

}  // namespace pubbuild
