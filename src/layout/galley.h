// The galley: the vertical list that stands between blocks and pages. Blocks know nothing of pages and put
// their lines, spaces and permissions to break here; the paginator knows nothing of blocks.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "layout/box_painting.h"
#include "page/pages.h"
#include "style/computed.h"

namespace pubbuild {

// A note, by its place in the document's list of notes.
enum class NoteId : uint32_t { none = 0xFFFFFFFF };

// A counter that pages show changes here (counter-reset and counter-increment).
struct CounterMark {
  enum class Kind : uint8_t { set, add };
  std::string name;
  Kind kind = Kind::set;
  int32_t value = 0;
};

// What happens at a place of the text without taking room.
struct Marks {
  std::vector<DestinationId> destinations;
  std::vector<NamedString> strings;
  std::vector<CounterMark> counters;
  TreePosition first;

  bool is_empty() const {
    return destinations.empty() && strings.empty() && counters.empty() && first.node == NodeId::none;
  }
};

// The call of a note in a line, or the label before a note: `item` is the place of its text in the line's
// items.
struct NoteCall {
  NoteId note = NoteId::none;
  size_t item = 0;
  const ComputedStyle* style = nullptr;  // of its number
};

// What may not be broken: a line of text, a picture. Items stand relative to the page area's inline start and
// the line's top.
struct Line {
  Length height;
  Length baseline;  // from its top
  std::vector<Item> items;
  std::vector<NoteCall> notes;
  Marks marks;
};

// White that vanishes where a page begins; there, `at_top` stands instead.
struct Space {
  Length amount;
  Length at_top;
};

// A block that takes a whole number of grid steps begins here (CSS Rhythmic Sizing 1). `before` is white
// above it, `after` white below; at the top of a page the other two hold.
struct StepOpen {
  Length before;
  Length before_at_top;
};
struct StepClose {
  Length after;
  Length after_at_top;  // when the block began at the top of a page
  Length step;          // a block that was broken ends on a multiple of this
};

enum class BreakCost : uint8_t {
  free,
  discouraged,  // leaves a widow or an orphan
  avoided,      // parts what break-before, -after or -inside wants together
};

// A page may end here.
struct Opportunity {
  BreakCost cost = BreakCost::free;
};

// A page must end here, unless nothing stands on it yet; the next one is of this kind.
struct ForcedBreak {
  Break kind = Break::page;
};

// Along the line, in the page area.
struct BoxPlace {
  Length x;
  Length width;
};

// What follows stands on pages of this name (CSS Paged Media 3 §8): a page of another name ends here.
struct NamedPage {
  std::string name;
  std::vector<BoxPlace> boxes;  // those that are open, outer ones first, as they go on on such pages
};

// A box with background and borders begins, which goes on over pages. A sliced one is open where a page parts
// it, a cloned one is closed there (CSS Fragmentation 3 §5.4).
enum class Decoration : uint8_t { slice, clone };
struct BoxOpen {
  Length x;
  Length width;
  BoxPaint paint;
  Length lead;  // border and padding before its content
  Decoration decoration = Decoration::slice;
};
struct BoxClose {
  Length trail;  // padding and border after its content
};

struct Row;

// Lines that stand above the rows of a table on each page it goes on to.
struct TableOpen {
  std::vector<Row> header;
};
struct TableClose {};

using GalleyItem = std::variant<Line, Space, StepOpen, StepClose, Opportunity, ForcedBreak, NamedPage,
                                BoxOpen, BoxClose, Row, TableOpen, TableClose>;
using Galley = std::vector<GalleyItem>;

struct Cell {
  Length top;  // from the row's
  Galley content;
  size_t begin = 0;  // what stands before it in `content` went to pages before
};

// Cells side by side; cells that span rows make one Row of all the rows they span.
struct Row {
  Length height;
  std::vector<Cell> cells;
  std::vector<Item> rules;      // relative as in Line, and to the row's top
  std::vector<Item> grounds{};  // likewise, under the rules and the text
};

}  // namespace pubbuild
