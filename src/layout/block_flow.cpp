// Lays blocks out one below the other (CSS 2.1 §9.4.1, §8.3.1), on the grid where the style asks for it.
#include "layout/block_flow.h"

#include <algorithm>
#include <utility>

#include "layout/block_size.h"
#include "layout/element_marks.h"
#include "layout/galley_cut.h"
#include "layout/list_markers.h"
#include "layout/note_labels.h"
#include "layout/paragraph.h"
#include "layout/picture_items.h"
#include "layout/roles.h"
#include "layout/table.h"
#include "page/move.h"

namespace pubbuild {

namespace {

struct ItemHeight {
  Length operator()(const Line& line) const { return line.height; }
  Length operator()(const Space& space) const { return space.amount; }
  Length operator()(const StepOpen& step) const { return step.before; }
  Length operator()(const StepClose& step) const { return step.after; }
  Length operator()(const BoxOpen& box) const { return box.lead; }
  Length operator()(const BoxClose& box) const { return box.trail; }
  Length operator()(const Row& row) const { return row.height; }
  Length operator()(const Opportunity&) const { return {}; }
  Length operator()(const ForcedBreak&) const { return {}; }
  Length operator()(const NamedPage&) const { return {}; }
  Length operator()(const TableOpen&) const { return {}; }
  Length operator()(const TableClose&) const { return {}; }
};

bool avoids_break(Break value) {
  return value == Break::avoid || value == Break::avoid_page;
}

Length lead_of(const ComputedStyle& style, Length measure) {
  return style.border.block_start.width + style.padding.block_start.of(measure);
}

Decoration decoration_of(const ComputedStyle& style) {
  return style.box_decoration_break == BoxDecorationBreak::clone ? Decoration::clone : Decoration::slice;
}

// Has it anything to show, or a height of its own?
bool has_box(const ComputedStyle& style, Length measure) {
  return is_painted(paint_of(style)) || style.padding.block_start.of(measure) > Length{} ||
         style.padding.block_end.of(measure) > Length{} || least_content_height(style, measure) > Length{};
}

Length round_up(Length length, Length step) {
  const int64_t steps = (length.milli + step.milli - 1) / step.milli;
  return step * std::max<int64_t>(steps, 0);
}

}  // namespace

Length height_of(const GalleyItem& item) {
  return std::visit(ItemHeight{}, item);
}

Length galley_height(const Galley& galley, size_t begin) {
  Length height;
  for (size_t n = begin; n < galley.size(); ++n) height += height_of(galley[n]);
  return height;
}

bool is_block_level(const ComputedStyle& style) {
  switch (style.display) {
    case Display::none:
    case Display::inline_:
    case Display::inline_block:
    case Display::ruby:
    case Display::ruby_base:
    case Display::ruby_text:
      return false;
    case Display::block:
    case Display::list_item:
    case Display::table:
    case Display::table_caption:
    case Display::table_header_group:
    case Display::table_row_group:
    case Display::table_footer_group:
    case Display::table_row:
    case Display::table_cell:
    case Display::table_column_group:
    case Display::table_column:
      return true;
  }
  return true;
}

Length text_baseline(const Line& line, Length otherwise) {
  for (const Item& item : line.items) {
    if (const auto* text = std::get_if<TextItem>(&item)) return text->origin.y;
  }
  return otherwise;
}

// What is remembered of a block while its content is laid out.
struct BlockFlow::Frame {
  const ComputedStyle& style;
  Length x;  // of the flow around it
  Length measure;
  Length border_box_x;
  Length border_box_width;
  bool has_box = false;
  bool is_stepped = false;
  size_t step_at = 0;    // of its StepOpen in the galley
  size_t box_at = 0;     // past its BoxOpen in the galley
  Length margin_before;  // what is left of it after collapsing
};

BlockFlow::BlockFlow(LayoutDocument& document, Length x, Length measure)
    : document_(document), x_(x), measure_(measure) {}

BlockFlow::BlockFlow(LayoutDocument& document, PageTypes& types)
    : document_(document), types_(&types), named_page_(document.style(document.tree().root()).page) {
  const NodeId root = document.tree().root();
  use_page({});
  add_marks(document, root, marks_);
  pending_break_ = document.style(root).break_before;
}

Galley BlockFlow::finish() {
  if (!marks_.is_empty()) put(Line{});
  if (has_content_) give_margins();
  return std::move(galley_);
}

void BlockFlow::add_children(NodeId parent, StructureId structure) {
  const Tree& tree = document_.tree();
  NodeId inline_begin = NodeId::none;
  const auto end_inlines = [&](NodeId end) {
    if (inline_begin != NodeId::none) add_inlines(inline_begin, end, document_.style(parent), structure);
    inline_begin = NodeId::none;
  };
  for (const NodeId child : children(tree, parent)) {
    const bool is_block = tree.is_element(child) && is_block_level(document_.style(child));
    if (is_block) {
      end_inlines(child);
      add_block(child, structure);
    } else if (inline_begin == NodeId::none) {
      inline_begin = child;
    }
  }
  end_inlines(NodeId::none);
}

void BlockFlow::add_inlines(NodeId first, NodeId end, const ComputedStyle& style, StructureId structure) {
  if (types_ && make_lines(document_, first, end)) begin_on_page({Break::auto_, named_page_, false, 0});
  const InlineContent content =
      collect_inlines(document_, first, end, style, {InlinePlace::Purpose::set, measure_, structure});
  add_lines(lay_out_paragraph(document_, content, {x_, measure_, structure}), style);
}

void BlockFlow::add_lines(std::vector<Line> lines, const ComputedStyle& style) {
  const auto count = static_cast<int64_t>(lines.size());
  for (int64_t n = 0; n < count; ++n) {
    if (n == 0) {
      begin_content();
    } else {
      const bool lonely = n < style.orphans || count - n < style.widows;
      allow_break(lonely ? BreakCost::discouraged : BreakCost::free);
    }
    put(std::move(lines[static_cast<size_t>(n)]));
  }
}

void BlockFlow::add_block(NodeId node, StructureId parent) {
  const ComputedStyle& style = document_.style(node);
  if (style.float_ == Float::footnote) {
    add_note(node, parent);
    return;
  }
  if (led_blocks_ > 0)
    --led_blocks_;
  else if (types_)
    begin_on_page(page_lead(document_, node, named_page_));
  const std::string_view outer_page = named_page_;
  if (!style.page.empty()) named_page_ = style.page;
  if (avoids_break(style.break_before)) avoid_break_ = true;
  const StructureId structure = document_.structure.add(
      role_of(document_.tree(), node), parent, std::string(document_.tree().attribute(node, Attr::lang)));
  add_marks(document_, node, marks_);
  Frame frame{style, x_, measure_, {}, {}, false, false, 0, 0, {}};
  open_frame(frame);
  if (avoids_break(style.break_inside)) keep_whole();
  add_content(node, structure);
  close_frame(frame);
  if (avoids_break(style.break_inside)) end_whole();
  if (avoids_break(style.break_after)) avoid_break_ = true;
  if (forces_break(style.break_after)) pending_break_ = combined_break(pending_break_, style.break_after);
  named_page_ = outer_page;
}

// A break after the last block in a block stands after the outer one too: it waits for what comes next.
void BlockFlow::begin_on_page(const PageLead& lead) {
  led_blocks_ = lead.blocks;
  const Break forced = combined_break(pending_break_, lead.forced);
  pending_break_ = Break::auto_;
  if (forces_break(forced)) galley_.push_back(ForcedBreak{forced});
  const bool begins_run = forces_break(forced) && lead.names_page;
  if (lead.page == page_ && !begins_run) return;
  use_page(lead.page);
  NamedPage named{std::string(page_), {}};
  for (const Frame* frame : frames_) {
    if (frame->has_box) named.boxes.push_back({frame->border_box_x, frame->border_box_width});
  }
  named.boxes.resize(named.boxes.size() - opening_.size());
  galley_.push_back(std::move(named));
}

// Pages of another name may have another measure: the blocks around are as wide as it lets them.
void BlockFlow::use_page(std::string_view name) {
  page_ = name;
  document_.page_area = types_->area_of(name);
  x_ = {};
  measure_ = document_.page_area.width;
  for (Frame* frame : frames_) place_frame(*frame);
}

void BlockFlow::add_content(NodeId node, StructureId structure) {
  const ComputedStyle& style = document_.style(node);
  if (document_.tree().tag(node) == Tag::img) {
    add_block_picture(node, structure);
  } else if (style.display == Display::table) {
    begin_content();
    at_box_start_ = true;
    for (GalleyItem& item : lay_out_table(document_, node, {x_, measure_, structure})) {
      galley_.push_back(std::move(item));
    }
  } else if (style.display == Display::list_item) {
    add_list_item_content(node, structure);
  } else {
    add_children(node, structure);
  }
}

void BlockFlow::add_list_item_content(NodeId node, StructureId structure) {
  const auto marker = document_.input.markers.find(node);
  const bool has_marker = marker != document_.input.markers.end();
  const StructureId label = has_marker ? document_.structure.add(Role::label, structure) : structure;
  const StructureId body = document_.structure.add(Role::list_body, structure);
  const size_t begin = galley_.size();
  add_children(node, body);
  if (!has_marker) return;
  for (size_t n = begin; n < galley_.size(); ++n) {
    if (auto* line = std::get_if<Line>(&galley_[n])) {
      add_marker(document_, *line, node, marker->second, {x_, measure_, label});
      return;
    }
  }
}

void BlockFlow::add_block_picture(NodeId node, StructureId structure) {
  const ComputedStyle& style = document_.style(node);
  const Size size = picture_size(document_, node, measure_);
  begin_content();
  const Length room = measure_ - size.width;
  const bool is_centred = style.margin.inline_start.is_auto && style.margin.inline_end.is_auto;
  const bool is_pushed = style.margin.inline_start.is_auto && !style.margin.inline_end.is_auto;
  const Length x = x_ + (is_centred ? room / 2 : is_pushed ? room : Length{});
  Line line;
  line.height = size.height;
  append_picture(document_, node, {x, {}, size.width, size.height}, structure, line.items);
  line.marks.first = {node, 0};
  put(std::move(line));
}

void BlockFlow::add_note(NodeId aside, StructureId parent) {
  const auto known = document_.note_of_aside.find(aside);
  if (known == document_.note_of_aside.end()) return;
  const StructureId structure = document_.structure.add(Role::note, parent);
  const ComputedStyle& style = marker_style(document_, aside);
  const Length hang = style.inline_size.is_auto ? style.font_size * 3 / 2 : style.inline_size.of({});
  const StructureId label = document_.structure.add(Role::label, structure);
  BlockFlow flow(document_, hang, document_.page_area.width - hang);
  flow.add_children(aside, structure);
  Note& note = document_.notes[static_cast<size_t>(known->second)];
  note.body = flow.finish();
  forget_headers(note.body);
  for (GalleyItem& item : note.body) {
    auto* line = std::get_if<Line>(&item);
    if (!line) continue;
    const auto destination = document_.destinations.find(aside);
    if (destination != document_.destinations.end()) line->marks.destinations.push_back(destination->second);
    add_note_marker(document_, *line, style, label);
    break;
  }
  note.height = galley_height(note.body);
}

void BlockFlow::place_frame(Frame& frame) {
  const ComputedStyle& style = frame.style;
  frame.x = x_;
  frame.measure = measure_;
  // The borders of a table are around its rows, not around its captions (CSS 2.1 §17.4), and its columns make
  // its width.
  const bool is_table = style.display == Display::table;
  const Length start =
      is_table ? Length{} : style.border.inline_start.width + style.padding.inline_start.of(measure_);
  const Length sides = is_table ? Length{} : inline_sides(style, measure_);
  const InlineExtent box = border_box(style, {x_, measure_, document_.page_area.width});
  frame.border_box_x = box.x;
  frame.border_box_width = box.width;
  x_ = box.x + start;
  measure_ = max(box.width - sides, style.font_size);
}

void BlockFlow::open_frame(Frame& frame) {
  const ComputedStyle& style = frame.style;
  place_frame(frame);
  margins_.add(style.margin.block_start.of(frame.measure));
  frame.is_stepped = style.block_step_size > Length{};
  frame.has_box = style.display != Display::table && has_box(style, frame.measure);
  frames_.push_back(&frame);
  if (frame.is_stepped) open_step(frame);
  if (frame.has_box) open_box(frame);
}

void BlockFlow::close_frame(const Frame& frame) {
  const ComputedStyle& style = frame.style;
  frames_.pop_back();
  x_ = frame.x;
  measure_ = frame.measure;
  if (frame.has_box) close_box(frame);
  if (frame.is_stepped) {
    close_step(frame);
  } else {
    margins_.add(style.margin.block_end.of(measure_));
  }
}

// A page may end before a block that is kept whole, but not in it.
void BlockFlow::keep_whole() {
  ++unbroken_;
  ++unbroken_opening_;
}

void BlockFlow::end_whole() {
  --unbroken_;
  unbroken_opening_ = std::min(unbroken_opening_, unbroken_);
}

void BlockFlow::open_step(Frame& frame) {
  frame.margin_before = max(white(), Length{});
  take_margins();
  begin_content();
  at_box_start_ = true;
  frame.step_at = galley_.size();
  galley_.push_back(StepOpen{});
}

// Rounds the block up to whole steps. At the top of a page nothing is white above but what the rounding
// leaves to a block that is aligned at its end.
void BlockFlow::close_step(const Frame& frame) {
  const ComputedStyle& style = frame.style;
  give_margins();
  const Length height = galley_height(galley_, frame.step_at + 1);
  const Length after = style.margin.block_end.of(measure_);
  const Length total = frame.margin_before + height + after;
  const Length rest = round_up(total, style.block_step_size) - total;
  const Length rest_at_top = round_up(height + after, style.block_step_size) - (height + after);
  const bool ends = style.block_step_align == StepAlign::end;
  const bool starts = style.block_step_align == StepAlign::start;
  const Length above = ends ? rest : starts ? Length{} : rest / 2;
  const Length above_at_top = ends ? rest_at_top : Length{};
  galley_[frame.step_at] = StepOpen{frame.margin_before + above, above_at_top};
  galley_.push_back(
      StepClose{after + rest - above, after + rest_at_top - above_at_top, style.block_step_size});
  margins_.add(after);
  margin_given_ = after;
  at_box_start_ = false;
}

// The top margins of a box and of the first block in it adjoin unless border or padding parts them: such a
// box opens with its first content.
void BlockFlow::open_box(Frame& frame) {
  opening_.push_back(&frame);
  if (lead_of(frame.style, frame.measure) <= Length{}) return;
  begin_content();
  at_box_start_ = true;
}

void BlockFlow::open_boxes() {
  for (Frame* frame : opening_) {
    const ComputedStyle& style = frame->style;
    galley_.push_back(BoxOpen{frame->border_box_x, frame->border_box_width, paint_of(style, frame->measure),
                              lead_of(style, frame->measure), decoration_of(style)});
    frame->box_at = galley_.size();
  }
  opening_.clear();
}

void BlockFlow::close_box(const Frame& frame) {
  const ComputedStyle& style = frame.style;
  const Length trail = style.padding.block_end.of(measure_) + style.border.block_end.width;
  const Length least = least_content_height(style, measure_);
  const bool is_opening = !opening_.empty() && opening_.back() == &frame;
  // Nothing is in it: what is around it collapses through it.
  if (is_opening && trail <= Length{} && least <= Length{}) return opening_.pop_back();
  if (is_opening) {
    begin_content();
    at_box_start_ = true;
  }
  if (trail > Length{} || least > Length{}) give_margins();
  fill_up(least - (least > Length{} ? galley_height(galley_, frame.box_at) : Length{}));
  galley_.push_back(BoxClose{trail});
  at_box_start_ = false;
}

// White that stays where a page ends in it, in pieces, so that a high box goes on over pages.
void BlockFlow::fill_up(Length height) {
  constexpr int64_t most_pieces = 200;
  const Length piece = max(points(6), height / most_pieces + millipoints(1));
  for (; height > Length{}; height -= piece) {
    if (!at_box_start_) allow_break(BreakCost::free);
    at_box_start_ = false;
    Line white;
    white.height = min(piece, height);
    put(std::move(white));
  }
}

void BlockFlow::begin_content() {
  const bool is_kept = unbroken_ > unbroken_opening_;
  if (has_content_ && !at_box_start_) {
    galley_.push_back(Opportunity{avoid_break_ || is_kept ? BreakCost::avoided : BreakCost::free});
  }
  unbroken_opening_ = 0;
  if (!at_box_start_) avoid_break_ = false;
  at_box_start_ = false;
  give_margins();
  has_content_ = true;
  open_boxes();
}

void BlockFlow::allow_break(BreakCost cost) {
  galley_.push_back(Opportunity{unbroken_ > 0 ? BreakCost::avoided : cost});
}

void BlockFlow::take_margins() {
  margins_ = {};
  margin_given_ = {};
}

void BlockFlow::give_margins() {
  if (white() != Length{}) galley_.push_back(Space{white(), {}});
  take_margins();
}

void BlockFlow::put(Line line) {
  if (!marks_.is_empty()) add_before(std::exchange(marks_, {}), line.marks);
  galley_.push_back(std::move(line));
}

}  // namespace pubbuild
