// Writes the pieces of content one after the other.
#include "generate/content_writer.h"

#include <algorithm>
#include <utility>

#include "generate/element_text.h"
#include "generate/first_letter.h"
#include "tree/dump.h"

namespace pubbuild {

namespace {

using Kind = ContentPiece::Kind;

// What a node costs of the budget beside its text.
constexpr size_t bytes_of_node = 20;

bool waits_for_children(const ContentPiece& piece) {
  return piece.kind == Kind::element_text && piece.part != TextPart::text &&
         piece.part != TextPart::first_letter;
}

NodeId part_named(TextPart name, const ContentWriter::Parts& parts) {
  switch (name) {
    case TextPart::before:
      return parts.before;
    case TextPart::after:
      return parts.after;
    case TextPart::marker:
      return parts.marker;
    case TextPart::text:
    case TextPart::first_letter:
      return NodeId::none;
  }
  return NodeId::none;
}

std::string attribute_text(const Tree& tree, NodeId element, const ContentPiece& piece) {
  const auto name = attribute_named(piece.name);
  return name && tree.has(element, *name) ? std::string(tree.attribute(element, *name)) : piece.text;
}

}  // namespace

ContentWriter::ContentWriter(Tree& tree, Styles& styles, const Counters& counters, Medium medium)
    : tree_(tree), styles_(styles), counters_(counters), medium_(medium), references_(styles) {}

// A reference that is known only when all has been walked over, or when pages are there.
bool ContentWriter::is_reference(const ContentPiece& piece) const {
  const bool counts = piece.kind == Kind::counter || piece.kind == Kind::counters;
  return piece.kind == Kind::target_counter || piece.kind == Kind::target_counters ||
         piece.kind == Kind::target_text || (counts && counts_pages(piece.name));
}

bool ContentWriter::is_for_pages(const ContentPiece& piece) const {
  return piece.kind == Kind::leader ||
         (is_reference(piece) && piece.kind != Kind::target_text && counts_pages(piece.name));
}

NodeId ContentWriter::write(ComputedStyle style, NodeId element) {
  const Content content = std::move(style.content);
  const bool wants_pages =
      std::ranges::any_of(content, [&](const ContentPiece& piece) { return is_for_pages(piece); });
  if (wants_pages && medium_ == Medium::reading_system) return NodeId::none;
  const NodeId span = make_span(std::move(style), element);
  std::string text;
  const auto end_text = [&] { append_text(std::exchange(text, {}), span, element); };
  budget_.begin();
  for (const ContentPiece& piece : content) {
    if (is_reference(piece)) {
      end_text();
      append_reference(piece, span, element);
    } else if (piece.kind == Kind::leader) {
      end_text();
      append_leader(piece, span, element);
    } else {
      const std::string more = text_of(piece, styles_.of(span), element);
      if (budget_.allows(more.size())) text += more;
    }
  }
  end_text();
  return span;
}

NodeId ContentWriter::write_text(std::string_view text, ComputedStyle style, NodeId element) {
  const NodeId span = make_span(std::move(style), element);
  append_text(text, span, element);
  return span;
}

// The content is written now; a span of the tree shows its children.
NodeId ContentWriter::make_span(ComputedStyle style, NodeId element) {
  style.has_content = false;
  style.content.clear();
  const NodeId span = tree_.make_element(Tag::span, tree_.span(element));
  mark(span, styles_.intern(std::move(style)), element);
  return span;
}

void ContentWriter::append_text(std::string_view text, NodeId span, NodeId element) {
  if (text.empty()) return;
  const NodeId words = tree_.make_text(text, tree_.span(element));
  mark(words, styles_.id_of(span), element);
  tree_.append(span, words);
}

void ContentWriter::append_reference(const ContentPiece& piece, NodeId span, NodeId element) {
  if (!budget_.allows(bytes_of_node)) return;
  const NodeId text = tree_.make_text("", tree_.span(element));
  mark(text, styles_.id_of(span), element);
  tree_.append(span, text);
  references_.add({text, element, piece});
}

void ContentWriter::append_leader(const ContentPiece& piece, NodeId span, NodeId element) {
  if (piece.text.empty() || !budget_.allows(bytes_of_node)) return;
  ComputedStyle style = inherited_style(styles_.of(span));
  style.has_content = true;
  style.content = {piece};
  const NodeId leader = tree_.make_element(Tag::span, tree_.span(element));
  mark(leader, styles_.intern(std::move(style)), element);
  tree_.append(span, leader);
}

void ContentWriter::mark(NodeId node, StyleId style, NodeId element) {
  generated_.element_of[node] = element;
  tree_.set_generated(node);
  styles_.set(node, style);
}

std::string ContentWriter::text_of(const ContentPiece& piece, const ComputedStyle& style, NodeId element) {
  switch (piece.kind) {
    case Kind::string:
      return piece.text;
    case Kind::counter:
      return numbers_text({counters_.value(piece.name)}, piece, styles_.counter_styles());
    case Kind::counters:
      return numbers_text(counters_.values(piece.name), piece, styles_.counter_styles());
    case Kind::attribute:
      return attribute_text(tree_, element, piece);
    case Kind::named_string: {
      const auto value = strings_.find(piece.name);
      return value == strings_.end() ? std::string() : value->second;
    }
    case Kind::element_text: {
      const std::string text = element_text(tree_, styles_, element);
      return piece.part == TextPart::first_letter ? text.substr(0, first_letter_length(text)) : text;
    }
    case Kind::open_quote:
    case Kind::close_quote:
    case Kind::no_open_quote:
    case Kind::no_close_quote:
      return quotation_.mark(piece.kind, style);
    case Kind::target_counter:
    case Kind::target_counters:
    case Kind::target_text:
    case Kind::leader:
      return {};
  }
  return {};
}

std::vector<StringSet> ContentWriter::begin_strings(const ComputedStyle& style, NodeId element) {
  std::vector<StringSet> begun;
  for (const StringSet& set : style.string_set) {
    budget_.begin();
    StringSet written{set.name, {}};
    for (const ContentPiece& piece : set.content) {
      if (waits_for_children(piece)) {
        written.content.push_back(piece);
        continue;
      }
      ContentPiece text;
      text.text = text_of(piece, style, element);
      if (budget_.allows(text.text.size())) written.content.push_back(std::move(text));
    }
    strings_[set.name] = joined(written.content, {});
    begun.push_back(std::move(written));
  }
  return begun;
}

void ContentWriter::finish_strings(const std::vector<StringSet>& begun, const Parts& parts, NodeId element) {
  for (const StringSet& set : begun) {
    const std::string value = joined(set.content, parts);
    if (std::ranges::any_of(set.content, waits_for_children)) strings_[set.name] = value;
    generated_.strings[element].push_back({set.name, value});
  }
}

std::string ContentWriter::joined(const Content& content, const Parts& parts) const {
  std::string text;
  for (const ContentPiece& piece : content) {
    const NodeId part = part_named(piece.part, parts);
    text += part == NodeId::none ? piece.text : text_content(tree_, part);
  }
  return text;
}

Generated ContentWriter::finish() {
  references_.resolve(tree_, styles_, budget_, generated_);
  generated_.is_cut = budget_.is_exceeded();
  return std::move(generated_);
}

}  // namespace pubbuild
