// Tags of raw HTML and marks of Markdown → elements of the tree, well nested and well placed.
#include "read/markdown/open_elements.h"

#include <algorithm>

namespace pubbuild::markdown {

OpenElements::OpenElements(Reading& reading, NodeId base) : reading_(reading) {
  Open open;
  open.node = base;
  open.markdown = true;
  open_.push_back(open);
}

bool OpenElements::is_too_deep(uint32_t begin) {
  if (open_.size() <= max_element_depth) return false;
  if (!reading_.depth_reported) {
    reading_.diagnostics.warning(
        "nesting", reading_.span(begin, begin + 1),
        "elements inside one another more than 100 deep are left out; their text stays");
  }
  reading_.depth_reported = true;
  return true;
}

void OpenElements::push(Open open) {
  if (open.made && reading_.tree.is_element(open.node, Tag::a)) ++links_;
  open_.push_back(std::move(open));
}

void OpenElements::pop(uint32_t end) {
  const Open& open = open_.back();
  if (open.made) {
    if (reading_.tree.is_element(open.node, Tag::a)) --links_;
    Span span = reading_.tree.span(open.node);
    span.end = std::max(span.end, end);
    reading_.tree.set_span(open.node, span);
  }
  open_.pop_back();
}

NodeId OpenElements::open_markdown(Tag tag, uint32_t begin) {
  Open open;
  open.markdown = true;
  open.node = current();
  const bool left_out = is_discarding() || (tag == Tag::a && in_link()) || is_too_deep(begin);
  if (!left_out) {
    open.node = reading_.tree.append_element(current(), tag, reading_.span(begin, begin));
    open.made = true;
  }
  push(open);
  return open.made ? open.node : NodeId::none;
}

void OpenElements::open_elsewhere(NodeId node) {
  Open open;
  open.markdown = true;
  open.made = true;
  open.node = node;
  push(open);
}

NodeId OpenElements::close_markdown(uint32_t end) {
  while (!open_.back().markdown) {
    report_unclosed(open_.back());
    pop(end);
  }
  const NodeId closed = open_.back().made ? open_.back().node : NodeId::none;
  pop(end);
  return closed;
}

void OpenElements::add_text(std::string_view text, Span span) {
  if (is_discarding() || text.empty()) return;
  const bool blank = text.find_first_not_of(" \t\n") == std::string_view::npos;
  if (!blank && !accepts_text(reading_.tree.tag(current()))) close_until_accepts(Tag::span);
  reading_.tree.append_text(current(), text, span);
}

NodeId OpenElements::place_for_blocks() {
  close_until_accepts(Tag::p);
  return current();
}

// Closes raw elements until one can hold `child`; elements of Markdown stay.
void OpenElements::close_until_accepts(Tag child) {
  while (!open_.back().markdown && !accepts(reading_.tree, current(), child)) {
    report_unclosed(open_.back());
    pop(reading_.tree.span(current()).end);
  }
}

void OpenElements::take_tag(const HtmlTag& tag, Span span, bool has_end) {
  if (is_discarding()) {
    if (tag.closing && tag.name == discarded_) discarded_.clear();
    return;
  }
  if (tag.closing) {
    close_tag(tag, span);
  } else {
    open_tag(tag, span, has_end);
  }
}

void OpenElements::open_tag(const HtmlTag& tag, Span span, bool has_end) {
  const HtmlFate fate = fate_of(tag.name);
  if (fate != HtmlFate::element) {
    reading_.diagnostics.warning("html-dropped", span,
                                 "<" + tag.name + "> has no place in a publication and is left out");
    if (fate == HtmlFate::gone_with_content && has_end && !tag.self_closing) discarded_ = tag.name;
    return;
  }
  if (const auto known = tag_for(tag.name)) end_implied(*known, span.begin);
  const Tag placed = placed_tag(tag, span);
  if (placed == Tag::img) return add_picture(tag, span);
  if (tag.name == "col" && placed != Tag::col) return;
  if (is_nested_link(placed, span) || is_too_deep(span.begin)) return;
  Open open;
  open.name = tag.name;
  open.span = span;
  open.made = true;
  open.node = reading_.tree.append_element(current(), placed, span);
  set_safe_attributes(reading_.tree, open.node, tag, span, reading_.diagnostics);
  if (!is_void(placed) && !tag.self_closing) push(open);
}

// The tag as an element that its place accepts, made div or span where it does not.
Tag OpenElements::placed_tag(const HtmlTag& tag, Span span) {
  const auto known = tag_for(tag.name);
  const Tag neutral = accepts_blocks(reading_.tree, current()) ? Tag::div : Tag::span;
  if (!known) {
    reading_.diagnostics.warning("html-unknown", span, "<" + tag.name + "> is no element of XHTML",
                                 "its content stays, in a " + std::string(name_of(neutral)));
    close_until_accepts(neutral);
    return neutral;
  }
  if (accepts(reading_.tree, current(), *known) && !needs_other_parent(*known, reading_.tree.tag(current())))
    return *known;
  if (!accepts_text(reading_.tree.tag(current()))) close_until_accepts(*known);
  const NodeId parent = current();
  if (accepts(reading_.tree, parent, *known) && !needs_other_parent(*known, reading_.tree.tag(parent)))
    return *known;
  reading_.diagnostics.warning(
      "html-misplaced", span,
      "<" + tag.name + "> may not stand in <" + std::string(name_of(reading_.tree.tag(parent))) + ">",
      "its content stays");
  return accepts_blocks(reading_.tree, parent) ? Tag::div : Tag::span;
}

bool OpenElements::is_nested_link(Tag tag, Span span) {
  if (tag != Tag::a || !in_link()) return false;
  reading_.diagnostics.warning("html-misplaced", span, "a link within a link is left out",
                               "its content stays");
  return true;
}

// A picture without a source of its own gives way to its alternative text.
void OpenElements::add_picture(const HtmlTag& tag, Span span) {
  const NodeId picture = reading_.tree.make_element(Tag::img, span);
  set_safe_attributes(reading_.tree, picture, tag, span, reading_.diagnostics);
  if (reading_.tree.has(picture, Attr::src)) {
    if (!reading_.tree.has(picture, Attr::alt)) reading_.tree.set_attribute(picture, Attr::alt, "");
    reading_.tree.append(current(), picture);
  } else {
    add_text(std::string(reading_.tree.attribute(picture, Attr::alt)), span);
  }
}

// `<li>` ends the `<li>` before it, a block ends the paragraph before it.
void OpenElements::end_implied(Tag opening, uint32_t end) {
  size_t depth = open_.size();
  while (depth > 0 && !open_[depth - 1].markdown) {
    const Tag open = reading_.tree.tag(open_[depth - 1].node);
    const bool ends = ends_open(opening, open);
    if (!ends && bars_ending(opening, open)) return;
    --depth;
    while (ends && open_.size() > depth) {
      report_unclosed(open_.back());
      pop(end);
    }
  }
}

void OpenElements::close_tag(const HtmlTag& tag, Span span) {
  size_t depth = open_.size();
  while (depth > 0 && !open_[depth - 1].markdown && open_[depth - 1].name != tag.name) --depth;
  if (depth == 0 || open_[depth - 1].markdown) {
    if (fate_of(tag.name) == HtmlFate::element) {
      reading_.diagnostics.warning("html-stray", span, "</" + tag.name + "> closes nothing and is left out");
    }
    return;
  }
  while (open_.size() > depth) {
    report_unclosed(open_.back());
    pop(span.begin);
  }
  pop(span.end);
}

void OpenElements::report_unclosed(const Open& open) {
  if (!open.made || has_implied_end(reading_.tree.tag(open.node))) return;
  reading_.diagnostics.warning("html-unclosed", open.span, "<" + open.name + "> is never closed",
                               "it was closed where its block ends; write </" + open.name + ">");
}

void OpenElements::end_block() {
  for (Open& open : open_) {
    if (open.markdown || open.block_ended) continue;
    open.block_ended = true;
    open.last_of_block = reading_.tree.last_child(open.node);
  }
}

// An element that no later block closed ends with the block it began in.
void OpenElements::move_out_what_came_after(const Open& open) {
  if (!open.block_ended) return;
  Tree& tree = reading_.tree;
  const auto first_after = [&] {
    return open.last_of_block == NodeId::none ? tree.first_child(open.node) : tree.next(open.last_of_block);
  };
  NodeId last = open.node;
  for (NodeId node = first_after(); node != NodeId::none; node = first_after()) {
    tree.insert_after(last, node);
    last = node;
  }
}

void OpenElements::finish(uint32_t end) {
  while (!open_.back().markdown) {
    const Open open = open_.back();
    report_unclosed(open);
    move_out_what_came_after(open);
    pop(open.block_ended ? 0 : end);
  }
}

}  // namespace pubbuild::markdown
