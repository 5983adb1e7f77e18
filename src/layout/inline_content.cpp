// Collects the inline content of a block: white space collapsed, note calls and pictures in their places.
#include "layout/inline_content.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/atomic_inline.h"
#include "layout/block_flow.h"
#include "layout/block_size.h"
#include "layout/element_marks.h"
#include "layout/line_boxes.h"
#include "layout/line_reach.h"
#include "layout/note_labels.h"
#include "layout/ruby_content.h"
#include "layout/ruby_segments.h"
#include "text/column.h"
#include "text/letter_case.h"

namespace pubbuild {

namespace {

constexpr std::string_view object_replacement = "\xEF\xBF\xBC";  // U+FFFC

bool keeps_blanks(const ComputedStyle& style) {
  return style.white_space == WhiteSpace::pre || style.white_space == WhiteSpace::pre_wrap;
}

bool keeps_line_ends(const ComputedStyle& style) {
  return keeps_blanks(style) || style.white_space == WhiteSpace::pre_line;
}

bool is_white_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool has_length(const LengthOrPercent& length) {
  return length.length != Length{} || length.permyriad != 0;
}

bool shows_box(const ComputedStyle& style) {
  return style.background_color.alpha > 0 || style.border.block_start.width > Length{} ||
         style.border.block_end.width > Length{} || style.border.inline_start.width > Length{} ||
         style.border.inline_end.width > Length{} || has_length(style.margin.inline_start) ||
         has_length(style.margin.inline_end) || has_length(style.padding.inline_start) ||
         has_length(style.padding.inline_end);
}

class Collector {
 public:
  Collector(LayoutDocument& document, const ComputedStyle& block, const InlinePlace& place)
      : document_(document), place_(place), measure_(place.measure), ruby_(document, place.measure) {
    content_.text.style = &block;
  }

  InlineContent run(NodeId first, NodeId end) {
    find_decorators(first);
    for (NodeId node = first; node != end && node != NodeId::none; node = document_.tree().next(node))
      add(node);
    trim_end();
    for (InlineBox& box : content_.text.boxes) box.end = std::min(box.end, size());
    if (annotations_) content_.ruby = ruby_.finish(std::move(annotations_->content_), content_.text);
    return std::move(content_);
  }

 private:
  std::string& text() { return content_.text.text; }

  // Decorations of a block go through the blocks in it, but not into one that stands in a line.
  void find_decorators(NodeId first) {
    for (NodeId node = document_.tree().parent(first); node != NodeId::none;
         node = document_.tree().parent(node)) {
      const ComputedStyle& style = document_.style(node);
      if (!is_block_level(style)) return;
      if (decorates(style)) content_.decorators.insert(content_.decorators.begin(), &style);
    }
  }

  void add(NodeId node) {
    const Tree& tree = document_.tree();
    if (tree.is_text(node)) {
      add_text(node);
      return;
    }
    const ComputedStyle& style = document_.style(node);
    if (style.display == Display::none || style.float_ == Float::footnote) return;
    if (has_marks(document_, node)) content_.anchors.push_back({node, size()});
    if (const ContentPiece* leader = leader_of(node)) {
      add_leader(node, leader->text);
      return;
    }
    switch (tree.tag(node)) {
      case Tag::br:
        add_line_end(node);
        break;
      case Tag::img:
        add_picture(node);
        break;
      case Tag::a:
        add_link(node);
        break;
      default:
        add_inline(node, style.display);
    }
  }

  void add_inline(NodeId node, Display display) {
    if (display == Display::inline_block) {
      add_atomic(node);
    } else if (display == Display::ruby_text) {
      add_in_brackets(node);
    } else {
      add_children(node);
    }
  }

  // A reading that can stand beside nothing.
  void add_in_brackets(NodeId node) {
    const size_t first = content_.text.runs.size();
    add_made("（", node);
    add_children(node);
    add_made("）", node);
    for (size_t n = first; n < content_.text.runs.size(); ++n) content_.text.runs[n].is_broken = true;
  }

  void add_children(NodeId node) {
    const ComputedStyle& style = document_.style(node);
    const uint32_t box_around = box_;
    const Length raise_around = raise_;
    const LineEdge edge_around = edge_;
    if (style.vertical_align != VerticalAlign::baseline) align(node, style);
    open_box(style);
    const size_t direction = content_.text.directions.size();
    if (style.unicode_bidi != UnicodeBidi::normal)
      content_.text.directions.push_back({size(), size(), style.unicode_bidi, style.direction});
    if (style.display == Display::ruby) {
      for (const RubySegment& segment : ruby_segments(document_, node)) add_segment(segment);
    } else {
      for (const NodeId child : children(document_.tree(), node)) add(child);
    }
    if (style.unicode_bidi != UnicodeBidi::normal) content_.text.directions[direction].end = size();
    if (box_ != box_around) close_box(node);
    box_ = box_around;
    raise_ = raise_around;
    edge_ = edge_around;
  }

  void add_segment(const RubySegment& segment) {
    std::vector<CollectedBase> bases;
    for (const RubyPart& part : segment.parts) {
      if (part.kind == RubyPart::Kind::base) {
        bases.push_back(add_base(part));
      } else if (ends_in_letter()) {
        add_white_space(part.first, 0, " ", style_around(part.first));
      }
    }
    for (const RubyLevel& level : segment.levels) add_level(level, bases);
    for (const CollectedBase& base : bases) beside_ = beside_.with(base.beside);
  }

  // White space around a base parts it from its neighbours only in a script that has word spaces.
  CollectedBase add_base(const RubyPart& part) {
    const uint32_t ruby_around = ruby_number_;
    const RubyRoom beside_around = beside_;
    CollectedBase base;
    base.source = ruby_number_ = ruby_.add_source(ruby_around);
    beside_ = {};
    last_is_blank_ = last_is_blank_ || !ends_in_letter();
    base.begin = size();
    for (NodeId node = part.first; node != part.end; node = document_.tree().next(node)) add(node);
    if (size() > base.begin && text().back() == ' ' && !ends_in_letter(1)) {
      trim_end();
      last_is_blank_ = false;
    }
    base.end = size();
    trim(base);
    base.beside = beside_;
    beside_ = beside_around;
    ruby_number_ = ruby_around;
    return base;
  }

  void trim(CollectedBase& base) {
    base.begin = std::min(base.begin, base.end);
    while (base.begin < base.end && text()[base.begin] == ' ') ++base.begin;
    while (base.begin < base.end && text()[base.end - 1] == ' ') --base.end;
  }

  // Whether the text so far, without its last bytes, ends in a letter of a script with word spaces.
  bool ends_in_letter(uint32_t without = 0) {
    size_t at = size() < without ? 0 : size() - without;
    if (at == 0) return false;
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text()[at]) & 0xC0) == 0x80);
    return is_western_letter(utf8::decode(text(), at));
  }

  void add_level(const RubyLevel& level, std::vector<CollectedBase>& bases) {
    if (kind_ == Kind::annotations || !ruby_.takes(level, bases, content_.text)) {
      for (const NodeId node : level.texts) add_in_brackets(node);
      return;
    }
    if (!annotations_) {
      annotations_ = std::make_unique<Collector>(document_, *content_.text.style, place_);
      annotations_->kind_ = Kind::annotations;
    }
    std::vector<RubyText> texts;
    for (const NodeId node : level.texts) {
      texts.push_back(annotations_->add_annotation(node, link_));
      if (!ruby_.merges(level)) annotations_->end_annotation();
    }
    annotations_->end_annotation();
    for (const InlineAnchor& anchor : annotations_->content_.anchors)
      content_.anchors.push_back({anchor.element, size()});
    annotations_->content_.anchors.clear();
    ruby_.add_level(level, texts, bases, content_.text);
  }

  RubyText add_annotation(NodeId node, NodeId link) {
    RubyText added{size(), size(), content_.text.objects.size(), content_.text.boxes.size()};
    last_is_blank_ = true;
    link_ = link;
    add_children(node);
    while (size() > added.begin && text().back() == ' ') text().pop_back();
    if (!content_.text.runs.empty()) content_.text.runs.back().end = size();
    added.end = size();
    return added;
  }

  void end_annotation() {
    if (content_.text.runs.empty() || text().ends_with('\n')) return;
    text() += '\n';
    content_.text.runs.back().end = size();
  }

  void align(NodeId node, const ComputedStyle& style) {
    raise_ += raise_of(document_.shaper, style, style_around(node), text_reach(document_.shaper, style));
    if (line_edge_of(style) != LineEdge::none) edge_ = line_edge_of(style);
  }

  void open_box(const ComputedStyle& style) {
    if (!shows_box(style) && !decorates(style)) return;
    InlineBox box{size(), size(), &style, box_, {}, {}, {}, {}, raise_};
    box.margin_lead = style.margin.inline_start.of(measure_);
    box.margin_trail = style.margin.inline_end.of(measure_);
    box.lead = box.margin_lead + style.border.inline_start.width + style.padding.inline_start.of(measure_);
    box.trail = box.margin_trail + style.border.inline_end.width + style.padding.inline_end.of(measure_);
    box_ = static_cast<uint32_t>(content_.text.boxes.size());
    content_.text.boxes.push_back(box);
  }

  // A box with nothing in it still takes the room of its edges.
  void close_box(NodeId node) {
    InlineBox& box = content_.text.boxes[box_];
    if (box.begin == size() && box.lead + box.trail != Length{}) {
      begin_run(*box.style, {node, link_, NoteId::none, NodeId::none, false});
      add_object({}, {});
    }
    box.end = size();
  }

  // A link to a footnote that stands at the foot of the page is its call: a number instead of the words.
  void add_link(NodeId node) {
    const NoteId note = note_called_by(document_, node);
    if (note != NoteId::none) {
      add_note_call(node, note);
      return;
    }
    const NodeId around = link_;
    link_ = document_.tree().has(node, Attr::href) ? node : link_;
    add_children(node);
    link_ = around;
  }

  void add_note_call(NodeId node, NoteId note) {
    const ComputedStyle& style = call_style(document_, node, note);
    InlineSource source{node, NodeId::none, note, NodeId::none, false};
    begin_run(style, source);
    content_.text.runs.back().no_break_before = true;
    content_.text.runs.back().raise += call_raise(style, node);
    text() += note_label(document_, style, 1);
    content_.text.runs.back().end = size();
    last_is_blank_ = false;
  }

  Length call_raise(const ComputedStyle& style, NodeId node) {
    return raise_of(document_.shaper, style, style_around(node), text_reach(document_.shaper, style));
  }

  // A picture with its edges around it; its lower edge stands on the baseline.
  void add_picture(NodeId node) {
    const ComputedStyle& style = document_.style(node);
    const Size size = picture_size(document_, node, measure_);
    const Length start = style.border.inline_start.width + style.padding.inline_start.of(measure_);
    const Length above = style.border.block_start.width + style.padding.block_start.of(measure_);
    const Length below = style.border.block_end.width + style.padding.block_end.of(measure_);
    const Length margin = style.margin.inline_start.of(measure_);
    const Length under = style.margin.block_end.of(measure_);
    const Size box{size.width + inline_sides(style, measure_), size.height + above + below};
    InlineObject object;
    object.advance = margin + box.width + style.margin.inline_end.of(measure_);
    object.ascent = style.margin.block_start.of(measure_) + box.height + under;
    // The baseline of a vertical line goes through its middle (CSS Writing Modes 4 §4.2).
    if (is_vertical(style)) object.descent = object.ascent / 2;
    object.ascent -= object.descent;
    ObjectContent content{
        node,
        {margin + start, object.descent - under - below - size.height, size.width, size.height},
        {},
        {},
        {}};
    content.items =
        paint_box(paint_of(style), {margin, object.descent - under - box.height, box.width, box.height});
    begin_object_run(node, object);
    add_object(object, std::move(content));
  }

  void add_atomic(NodeId node) {
    InlineObject object;
    ObjectContent content;
    if (place_.purpose == InlinePlace::Purpose::measure) {
      object.advance = atomic_width(document_, node, measure_);
    } else {
      AtomicBox box = lay_out_atomic(document_, node, measure_, place_.structure);
      object.advance = atomic_width(document_, node, measure_);
      object.ascent = box.ascent;
      object.descent = box.descent;
      content = std::move(box.content);
    }
    begin_object_run(node, object);
    add_object(object, std::move(content));
  }

  // Generation leaves a leader as the content of an empty span.
  const ContentPiece* leader_of(NodeId node) const {
    const ComputedStyle& style = document_.style(node);
    const bool is_leader = document_.tree().is_generated(node) && style.content.size() == 1 &&
                           style.content[0].kind == ContentPiece::Kind::leader;
    return is_leader ? &style.content[0] : nullptr;
  }

  // Its line makes it longer; this is the least.
  void add_leader(NodeId node, const std::string& pattern) {
    const ComputedStyle& style = document_.style(node);
    const LineReach reach = text_reach(document_.shaper, style);
    InlineObject object{0, style.font_size, reach.above, reach.below, InlineObject::Kind::leader};
    ObjectContent content;
    content.leader = pattern;
    begin_object_run(node, object);
    add_object(object, std::move(content));
  }

  void begin_object_run(NodeId node, const InlineObject& object) {
    const ComputedStyle& style = document_.style(node);
    begin_run(style, {node, link_, NoteId::none, NodeId::none, false});
    StyleRun& run = content_.text.runs.back();
    run.raise += raise_of(document_.shaper, style, style_around(node), {object.ascent, object.descent});
    run.edge = line_edge_of(style);
  }

  const ComputedStyle& style_around(NodeId node) const {
    return document_.style(document_.tree().parent(node));
  }

  void add_object(InlineObject object, ObjectContent content) {
    object.at = size();
    content_.text.objects.push_back(object);
    content_.objects.push_back(std::move(content));
    text() += object_replacement;
    content_.text.runs.back().end = size();
    last_is_blank_ = false;
  }

  void add_line_end(NodeId node) {
    trim_end();
    begin_run(document_.style(node), {node, link_, NoteId::none, NodeId::none, false});
    content_.origins.push_back({size(), {node, 0}});
    add_new_line();
    content_.text.runs.back().end = size();
    last_is_blank_ = true;
  }

  void add_made(std::string_view made, NodeId node) {
    begin_run(document_.style(node), {node, link_, NoteId::none, NodeId::none, false});
    text() += made;
    content_.text.runs.back().end = size();
    last_is_blank_ = false;
  }

  void add_text(NodeId node) {
    const FirstLetter* letter = document_.input.styles.first_letter(node);
    const auto size = static_cast<uint32_t>(document_.tree().text(node).size());
    const ComputedStyle& style = document_.style(document_.tree().parent(node));
    if (letter == nullptr) {
      add_part(node, 0, size, style);
      return;
    }
    add_part(node, 0, letter->begin, style);
    add_part(node, letter->begin, letter->end, document_.input.styles[letter->style]);
    add_part(node, letter->end, size, style);
  }

  // Bytes [begin, end) of a text in one style.
  void add_part(NodeId node, uint32_t begin, uint32_t end, const ComputedStyle& style) {
    begin_run(style, {document_.tree().parent(node), link_, NoteId::none, NodeId::none, false});
    std::string made;
    std::string_view written = document_.tree().text(node).substr(begin, end - begin);
    if (transforms(style)) written = made = transformed(written, style, word_);
    for (size_t at = 0; at < written.size();) {
      size_t stop = at;
      while (stop < written.size() && !is_white_space(written[stop])) ++stop;
      if (stop > at) {
        note_origin(node, begin + at);
        text().append(written, at, stop - at);
        last_is_blank_ = false;
        at = stop;
        continue;
      }
      while (stop < written.size() && is_white_space(written[stop])) ++stop;
      add_white_space(node, begin + at, written.substr(at, stop - at), style);
      at = stop;
    }
    content_.text.runs.back().end = size();
  }

  void add_white_space(NodeId node, size_t at, std::string_view blanks, const ComputedStyle& style) {
    if (keeps_line_ends(style)) {
      add_kept(node, at, blanks, keeps_blanks(style));
    } else if (!last_is_blank_) {
      note_origin(node, at);
      text() += ' ';
      last_is_blank_ = true;
    }
  }

  void add_kept(NodeId node, size_t at, std::string_view blanks, bool all) {
    note_origin(node, at);
    for (const char c : blanks) {
      if (c == '\n') {
        add_new_line();
      } else if (c == '\t' && all) {
        text() += '\t';
      } else if (all || !last_is_blank_) {
        text() += ' ';
      }
    }
    last_is_blank_ = true;
  }

  void add_new_line() { text() += '\n'; }

  void note_origin(NodeId node, size_t at) {
    content_.origins.push_back({size(), {node, static_cast<uint32_t>(at)}});
  }

  uint32_t size() { return static_cast<uint32_t>(text().size()); }

  // Runs follow each other without gaps; an empty one before is taken over.
  void begin_run(const ComputedStyle& style, InlineSource source) {
    std::vector<StyleRun>& runs = content_.text.runs;
    if (!runs.empty() && runs.back().begin == size()) {
      runs.pop_back();
      content_.sources.pop_back();
    }
    runs.push_back({size(), size(), &style, static_cast<uint32_t>(content_.sources.size()), false, box_,
                    raise_, LineEdge::none});
    source.ruby = ruby_number_;
    content_.sources.push_back(source);
  }

  void trim_end() {
    if (content_.text.runs.empty()) return;
    const bool keeps = keeps_blanks(*content_.text.runs.back().style);
    while (!text().empty() && text().back() == ' ' && !keeps) text().pop_back();
    // A line end that nothing follows ends no line.
    while (keeps && !text().empty() && text().back() == '\n') text().pop_back();
    while (!content_.text.runs.empty() && content_.text.runs.back().begin >= size()) {
      content_.text.runs.pop_back();
    }
    if (!content_.text.runs.empty()) content_.text.runs.back().end = size();
  }

  enum class Kind : uint8_t { text, annotations };

  LayoutDocument& document_;
  InlineContent content_;
  const InlinePlace place_;
  const Length measure_;
  NodeId link_ = NodeId::none;
  uint32_t box_ = no_box;  // the innermost that is open
  Length raise_;           // of its baseline
  LineEdge edge_ = LineEdge::none;
  bool last_is_blank_ = true;
  WordState word_ = WordState::outside;
  Kind kind_ = Kind::text;
  RubyWriter ruby_;
  std::unique_ptr<Collector> annotations_;
  uint32_t ruby_number_ = no_ruby;  // the innermost base that is open
  RubyRoom beside_;                 // what annotations take beside the base that is open
};

Length px_attribute(const Tree& tree, NodeId img, Attr name) {
  int64_t pixels = 0;
  for (const char c : tree.attribute(img, name)) {
    if (c < '0' || c > '9' || pixels > 100000) break;
    pixels = pixels * 10 + (c - '0');
  }
  return millipoints(pixels * 750);
}

// As it looks on the page → along the lines and across them.
Size in_flow(Size size, const ComputedStyle& style) {
  return is_vertical(style) ? Size{size.height, size.width} : size;
}

// The size that the style or the attributes ask for, the missing side by the picture's proportions.
Size wanted_size(const LayoutDocument& document, NodeId img, Length measure, Size natural) {
  const ComputedStyle& style = document.style(img);
  const Size attributes = in_flow(
      {px_attribute(document.tree(), img, Attr::width), px_attribute(document.tree(), img, Attr::height)},
      style);
  Length width = style.inline_size.is_auto ? attributes.width : style.inline_size.of(measure);
  Length height = style.block_size.is_auto ? attributes.height : style.block_size.of({});
  if (width <= Length{} && height <= Length{}) return natural;
  if (height <= Length{}) height = scaled(natural.height, width.milli, natural.width.milli);
  if (width <= Length{}) width = scaled(natural.width, height.milli, natural.height.milli);
  return {width, height};
}

}  // namespace

InlineContent::InlineContent() = default;
InlineContent::InlineContent(InlineContent&&) noexcept = default;
InlineContent::~InlineContent() = default;

InlineContent collect_inlines(LayoutDocument& document, NodeId first, NodeId end, const ComputedStyle& block,
                              const InlinePlace& place) {
  return Collector(document, block, place).run(first, end);
}

InlineContent inline_text(std::string text, const ComputedStyle& style) {
  InlineContent content;
  content.text.style = &style;
  content.text.runs.push_back({0, static_cast<uint32_t>(text.size()), &style, 0, false});
  if (style.vertical_align == VerticalAlign::length)
    content.text.runs.back().raise = style.vertical_align_length;
  content.text.text = std::move(text);
  content.sources.emplace_back();
  return content;
}

TreePosition origin_of(const InlineContent& content, uint32_t flat) {
  auto after = std::upper_bound(content.origins.begin(), content.origins.end(), flat,
                                [](uint32_t at, const TextOrigin& origin) { return at < origin.flat; });
  if (after == content.origins.begin()) return {};
  --after;
  return {after->position.node, after->position.offset + (flat - after->flat)};
}

Size picture_size(const LayoutDocument& document, NodeId img, Length measure) {
  const auto known = document.input.publication.pictures.find(img);
  // A frame for a picture that cannot be shown: four by three, a third of the measure.
  Size natural{measure / 3, measure / 4};
  if (known != document.input.publication.pictures.end()) {
    natural = in_flow(natural_size(document.input.pictures[static_cast<size_t>(known->second)]),
                      document.style(img));
  }
  natural = {max(natural.width, points(1)), max(natural.height, points(1))};
  Size size = wanted_size(document, img, measure, natural);
  size = {max(size.width, points(1)), max(size.height, points(1))};
  const ComputedStyle& style = document.style(img);
  const Length widest =
      style.max_inline_size.is_auto ? measure : min(measure, style.max_inline_size.of(measure));
  if (size.width > widest)
    size = {widest, max(points(1), scaled(size.height, widest.milli, size.width.milli))};
  Length tallest = scaled(document.page_area.height, 85, 100);  // room for a caption
  const LengthOrPercent& highest = style.max_block_size;
  if (!highest.is_auto && highest.permyriad == 0) tallest = min(tallest, highest.length);
  if (size.height > tallest)
    size = {max(points(1), scaled(size.width, tallest.milli, size.height.milli)), tallest};
  return size;
}

}  // namespace pubbuild
