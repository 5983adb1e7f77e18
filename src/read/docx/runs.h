// The runs of a paragraph, however Word has cut them → text in as few elements as its marks need.
#pragma once

#include <string>
#include <string_view>

#include "read/docx/styles.h"
#include "tree/tree.h"

namespace pubbuild::docx {

struct Marks {
  bool superscript = false;
  bool subscript = false;
  bool underline = false;
  bool strike = false;
  bool bold = false;
  bool italic = false;
  bool dots = false;  // emphasis marks
  bool highlight = false;
  std::string language;  // a BCP 47 tag, where it is another one than the document's
  bool operator==(const Marks&) const = default;
};

// Of a run's properties and of the character style that they name.
Marks marks_of(const tinyxml2::XMLElement* properties, const Styles& styles);

// A character of a symbol font by its hexadecimal number; U+FFFD for one that is not known.
char32_t symbol(std::string_view number);

class Runs {
 public:
  explicit Runs(Tree& tree) : tree_(&tree) {}

  // What follows goes into `parent`. `is_plain`: boldness is its style's and not said; so is what the style
  // is.
  void begin(NodeId parent, bool is_plain, const Style& style);
  NodeId parent() const { return parent_; }
  void set_marks(const Marks& marks) { marks_ = marks; }
  void add_text(std::string_view text, Span span);
  void add_break(Span span);
  void add_node(NodeId node);
  // A place that links lead to.
  void add_anchor(std::string_view id, Span span);
  // An empty address makes no link.
  void open_link(const std::string& address, Span span);
  void close_link();
  // What comes next is not joined to what was there.
  void end_chain() { last_ = NodeId::none; }

 private:
  NodeId place() const { return link_ == NodeId::none ? parent_ : link_; }
  NodeId open_marks(Span span);

  Tree* tree_;
  NodeId parent_ = NodeId::none;
  NodeId link_ = NodeId::none;
  bool is_plain_ = false;
  Style style_;
  Marks marks_;
  Marks last_marks_;
  NodeId last_ = NodeId::none;  // the element that the last text stands in
};

}  // namespace pubbuild::docx
