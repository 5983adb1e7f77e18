// `content` → texts and spans, in document order.
#pragma once

#include <map>
#include <string>

#include "generate/references.h"
#include "style/quotation_marks.h"

namespace pubbuild {

class ContentWriter {
 public:
  // Reads `counters` as they are when it writes.
  ContentWriter(Tree& tree, Styles& styles, const Counters& counters, Medium medium);

  // A span of this style with what its `content` says, made for `element`. NodeId::none where there are no
  // pages to ask for what it wants.
  NodeId write(ComputedStyle style, NodeId element);
  // A span with a text, made for `element`.
  NodeId write_text(std::string_view text, ComputedStyle style, NodeId element);

  // Gives names their values at an element. What ::before, ::after and ::marker say is known only once the
  // element has been left: finish() fills it in.
  std::vector<StringSet> begin_strings(const ComputedStyle& style, NodeId element);
  struct Parts {
    NodeId before = NodeId::none;
    NodeId after = NodeId::none;
    NodeId marker = NodeId::none;
  };
  void finish_strings(const std::vector<StringSet>& begun, const Parts& parts, NodeId element);

  void note(NodeId element) { references_.note(tree_, element, counters_); }
  Generated& generated() { return generated_; }
  // Once everything has been walked over.
  Generated finish();

 private:
  bool is_for_pages(const ContentPiece& piece) const;
  bool is_reference(const ContentPiece& piece) const;
  std::string text_of(const ContentPiece& piece, const ComputedStyle& style, NodeId element);
  NodeId make_span(ComputedStyle style, NodeId element);
  void append_text(std::string_view text, NodeId span, NodeId element);
  void append_reference(const ContentPiece& piece, NodeId span, NodeId element);
  void append_leader(const ContentPiece& piece, NodeId span, NodeId element);
  void mark(NodeId node, StyleId style, NodeId element);
  std::string joined(const Content& content, const Parts& parts) const;

  Tree& tree_;
  Styles& styles_;
  const Counters& counters_;
  Medium medium_;
  References references_;
  Budget budget_;
  std::map<std::string, std::string> strings_;  // what names stand for by now
  Quotation quotation_;
  Generated generated_;
};

}  // namespace pubbuild
