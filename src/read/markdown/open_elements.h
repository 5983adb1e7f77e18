// Tags of raw HTML and marks of Markdown → elements of the tree, well nested and well placed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/markdown/html_rules.h"
#include "read/markdown/reading.h"

namespace pubbuild::markdown {

// The elements that are open below `base`. Markdown goes before raw HTML: where an element of Markdown ends,
// raw elements in it end too.
class OpenElements {
 public:
  OpenElements(Reading& reading, NodeId base);

  // Where the next node belongs.
  NodeId current() const { return open_.back().node; }
  bool in_link() const { return links_ > 0; }
  // Inside elements that leave no trace: text in them is dropped.
  bool is_discarding() const { return !discarded_.empty(); }
  // The same for blocks: raw elements that cannot hold a block are closed.
  NodeId place_for_blocks();

  // An element of Markdown; beyond the depth limit, and an `a` within an `a`, none is made and only its
  // content stays. Returns the element or none.
  NodeId open_markdown(Tag tag, uint32_t begin);
  // Content goes below `node`, which stands elsewhere, until `close_markdown`.
  void open_elsewhere(NodeId node);
  // Returns what was opened; none where no element was made for it.
  NodeId close_markdown(uint32_t end);

  void add_text(std::string_view text, Span span);
  // A tag of raw HTML, written at `span`. `has_end`: its closing tag follows; what should vanish with its
  // content does so up to there.
  void take_tag(const HtmlTag& tag, Span span, bool has_end);
  // A block of raw HTML ends: what is still open may close in a later one.
  void end_block();
  // The end of the base: what is still open there closed where its block ended.
  void finish(uint32_t end);

 private:
  struct Open {
    NodeId node = NodeId::none;  // where content goes
    bool made = false;           // an element was made for it
    bool markdown = false;
    std::string name;  // as written, of raw HTML
    Span span;
    NodeId last_of_block = NodeId::none;
    bool block_ended = false;
  };

  void open_tag(const HtmlTag& tag, Span span, bool has_end);
  void close_tag(const HtmlTag& tag, Span span);
  void end_implied(Tag opening, uint32_t end);
  void close_until_accepts(Tag child);
  Tag placed_tag(const HtmlTag& tag, Span span);
  bool is_nested_link(Tag tag, Span span);
  void add_picture(const HtmlTag& tag, Span span);
  void push(Open open);
  void pop(uint32_t end);
  bool is_too_deep(uint32_t begin);
  void report_unclosed(const Open& open);
  void move_out_what_came_after(const Open& open);

  Reading& reading_;
  std::vector<Open> open_;
  size_t links_ = 0;
  std::string discarded_;
};

}  // namespace pubbuild::markdown
