// Block elements → galley: margins collapsed, boxes opened and closed, lines and permissions to break between
// them.
#pragma once

#include "layout/document.h"
#include "layout/inline_content.h"
#include "layout/margins.h"
#include "layout/page_leads.h"
#include "layout/page_types.h"

namespace pubbuild {

class BlockFlow {
 public:
  // A flow that starts at `x` in the page area and is `measure` wide.
  BlockFlow(LayoutDocument& document, Length x, Length measure);
  // The flow of the pages themselves: each block is laid out for the pages that it names.
  BlockFlow(LayoutDocument& document, PageTypes& types);

  // Lays the children of an element out; its own margins and borders are its parent's business.
  void add_children(NodeId parent, StructureId structure);
  // Lays an element out, its own margins and borders included.
  void add_element(NodeId element, StructureId parent) { add_block(element, parent); }
  Galley finish();

 private:
  struct Frame;

  void add_block(NodeId node, StructureId parent);
  void add_inlines(NodeId first, NodeId end, const ComputedStyle& style, StructureId structure);
  void add_content(NodeId node, StructureId structure);
  void add_list_item_content(NodeId node, StructureId structure);
  void add_block_picture(NodeId node, StructureId structure);
  void add_note(NodeId aside, StructureId parent);
  void add_lines(std::vector<Line> lines, const ComputedStyle& style);

  // What stands before content: the break that is forced there, pages of another name.
  void begin_on_page(const PageLead& lead);
  void use_page(std::string_view name);

  void place_frame(Frame& frame);
  void open_frame(Frame& frame);
  void close_frame(const Frame& frame);
  void keep_whole();
  void end_whole();
  void open_step(Frame& frame);
  void close_step(const Frame& frame);
  void open_box(Frame& frame);
  void open_boxes();
  void close_box(const Frame& frame);
  void fill_up(Length height);

  // What comes next is content: room for the margins before it, and a place where a page may end.
  void begin_content();
  void allow_break(BreakCost cost);
  void put(Line line);

  // What the adjoining margins still want as white; room for it in the galley; as if there were none.
  Length white() const { return margins_.white() - margin_given_; }
  void give_margins();
  void take_margins();

  LayoutDocument& document_;
  PageTypes* types_ = nullptr;  // of the pages; nullptr: this flow is a part of something on a page
  Galley galley_;
  Length x_;
  Length measure_;
  std::vector<Frame*> frames_;          // blocks around what is laid out, the outermost first
  std::string_view page_;               // name of the pages that the flow has reached
  std::string_view named_page_;         // that the blocks around ask for
  size_t led_blocks_ = 0;               // the lead of so many blocks that come next is there already
  Break pending_break_ = Break::auto_;  // before what comes next
  Margins margins_;                     // adjoining ones that have no room yet
  Length margin_given_;                 // of them, what the block before has already taken as white after it
  std::vector<Frame*> opening_;         // boxes that begin with the next content
  Marks marks_;                         // wait for the next line
  bool has_content_ = false;            // something stands before, so that a page may end here
  bool avoid_break_ = false;            // what comes next stays with what is before
  bool at_box_start_ = false;
  int32_t unbroken_ = 0;          // depth of boxes that are not to be broken
  int32_t unbroken_opening_ = 0;  // of them, those that begin with the next content
};

Length height_of(const GalleyItem& item);
// The sum of the heights of galley items from `begin` on.
Length galley_height(const Galley& galley, size_t begin = 0);
bool is_block_level(const ComputedStyle& style);
Length text_baseline(const Line& line, Length otherwise);

}  // namespace pubbuild
