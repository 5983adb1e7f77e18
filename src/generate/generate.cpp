// Counting and writing what style sheets ask for, element after element in document order.
#include "generate/generate.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "generate/counters.h"
#include "style/counter_styles.h"

namespace pubbuild {

namespace {

constexpr std::string_view list_item = "list-item";
// A text of this length may be made for each element; of longer ones, this many bytes in all.
constexpr size_t short_text = 100;
constexpr size_t most_long_text = size_t{1} * 1024 * 1024;

// An integer attribute as HTML reads it; nothing where it is none.
std::optional<int32_t> integer(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n+"), text.size()));
  int32_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc()) return std::nullopt;
  return value;
}

bool changes_list_item(const std::vector<CounterChange>& changes) {
  return std::any_of(changes.begin(), changes.end(),
                     [](const CounterChange& each) { return each.name == list_item; });
}

class Generator {
 public:
  Generator(Tree& tree, Styles& styles) : tree_(tree), styles_(styles) {}

  Generated run() {
    visit(tree_.root());
    return std::move(generated_);
  }

 private:
  // Recursion is as deep as the tree, whose depth the reader caps.
  void visit(NodeId element) {
    // A copy of what is needed: styles move when others are added.
    const Display display = styles_.of(element).display;
    if (display == Display::none) return;
    count(element);
    if (display == Display::list_item) make_marker(element);
    counters_.enter_children();
    const NodeId before = make_pseudo(element, Pseudo::before);
    for (const NodeId child : children(tree_, element)) {
      if (tree_.is_element(child)) visit(child);
    }
    const NodeId after = make_pseudo(element, Pseudo::after);
    counters_.leave_children();
    if (before != NodeId::none) tree_.prepend(element, before);
    if (after != NodeId::none) tree_.append(element, after);
  }

  void count(NodeId element) {
    const ComputedStyle& style = styles_.of(element);
    const bool list = tree_.is_element(element, Tag::ol) || tree_.is_element(element, Tag::ul);
    if (list && !changes_list_item(style.counter_reset)) begin_list(element);
    counters_.apply(style);
    if (style.display != Display::list_item) return;
    if (!changes_list_item(style.counter_increment)) counters_.increment(list_item, step_of(element));
    if (!tree_.is_element(element, Tag::li)) return;
    if (const auto value = integer(tree_.attribute(element, Attr::value))) counters_.set(list_item, *value);
  }

  // HTML §4.4.5: a reversed list without start begins at the number of its items.
  void begin_list(NodeId list) {
    const bool reversed = tree_.has(list, Attr::reversed);
    int32_t items = 0;
    for (const NodeId child : children(tree_, list)) items += tree_.is_element(child, Tag::li);
    const auto start = integer(tree_.attribute(list, Attr::start));
    const int64_t first = start.value_or(reversed ? items : 1);
    const int64_t before = reversed ? first + 1 : first - 1;
    counters_.reset(list_item, static_cast<int32_t>(std::clamp<int64_t>(before, INT32_MIN, INT32_MAX)));
  }

  // Any element may be styled as an item, the root too.
  int32_t step_of(NodeId item) const {
    const NodeId list = tree_.parent(item);
    return list != NodeId::none && tree_.has(list, Attr::reversed) ? -1 : 1;
  }

  void make_marker(NodeId item) {
    const ComputedStyle* own = styles_.pseudo(item, Pseudo::marker);
    ComputedStyle style = own != nullptr ? *own : inherited_style(styles_.of(item));
    const std::string text = style.has_content
                                 ? content_text(style, item)
                                 : marker_text(counters_.value(list_item), styles_.of(item).list_style_type,
                                               styles_.counter_styles());
    if (!text.empty()) generated_.markers[item] = make_span(item, text, std::move(style));
  }

  NodeId make_pseudo(NodeId element, Pseudo pseudo) {
    const ComputedStyle* own = styles_.pseudo(element, pseudo);
    if (own == nullptr || !own->has_content || own->display == Display::none) return NodeId::none;
    ComputedStyle style = *own;
    counters_.apply(style);
    const std::string text = content_text(style, element);
    const NodeId span = make_span(element, text, std::move(style));
    generated_.inserted.push_back(span);
    return span;
  }

  NodeId make_span(NodeId element, const std::string& text, ComputedStyle style) {
    // The content is written now; a span of the tree shows its children.
    style.has_content = false;
    style.content.clear();
    const StyleId id = styles_.intern(std::move(style));
    const NodeId span = tree_.make_element(Tag::span, tree_.span(element));
    mark(span, id, element);
    if (text.empty()) return span;
    const NodeId words = tree_.make_text(text, tree_.span(element));
    mark(words, id, element);
    tree_.append(span, words);
    return span;
  }

  void mark(NodeId node, StyleId id, NodeId element) {
    generated_.element_of[node] = element;
    tree_.set_generated(node);
    styles_.set(node, id);
  }

  std::string content_text(const ComputedStyle& style, NodeId element) {
    std::string text;
    for (const ContentPiece& piece : style.content) text += piece_text(piece, style, element);
    return is_affordable(text) ? text : "";
  }

  bool is_affordable(const std::string& text) {
    if (text.size() <= short_text) return true;
    long_text_ += text.size();
    generated_.is_cut = generated_.is_cut || long_text_ > most_long_text;
    return long_text_ <= most_long_text;
  }

  std::string piece_text(const ContentPiece& piece, const ComputedStyle& style, NodeId element) {
    switch (piece.kind) {
      case ContentPiece::Kind::string:
        return piece.text;
      case ContentPiece::Kind::counter:
        if (piece.name == "page" || piece.name == "pages") return {};
        return counter_text(counters_.value(piece.name), style_name(piece), styles_.counter_styles());
      case ContentPiece::Kind::counters:
        return counters_text(piece);
      case ContentPiece::Kind::attribute:
        if (const auto name = attribute_named(piece.name))
          return std::string(tree_.attribute(element, *name));
        return {};
      case ContentPiece::Kind::open_quote:
        return quote(style, quote_depth_++, 0);
      case ContentPiece::Kind::close_quote:
        if (quote_depth_ > 0) --quote_depth_;
        return quote(style, quote_depth_, 1);
      case ContentPiece::Kind::named_string:
      case ContentPiece::Kind::element_text:
      case ContentPiece::Kind::target_counter:
      case ContentPiece::Kind::target_text:
      case ContentPiece::Kind::leader:
        return {};
    }
    return {};
  }

  static std::string_view style_name(const ContentPiece& piece) {
    return piece.style.empty() ? std::string_view("decimal") : piece.style;
  }

  std::string counters_text(const ContentPiece& piece) const {
    std::string text;
    for (const int32_t value : counters_.values(piece.name)) {
      if (!text.empty()) text += piece.text;
      text += counter_text(value, style_name(piece), styles_.counter_styles());
    }
    return text;
  }

  // Deeper than there are pairs, the last pair is repeated (CSS Content 3 §3.2).
  static std::string quote(const ComputedStyle& style, size_t depth, size_t closing) {
    if (style.quotes.size() < 2) return {};
    const size_t pair = std::min(depth, style.quotes.size() / 2 - 1);
    return style.quotes[2 * pair + closing];
  }

  Tree& tree_;
  Styles& styles_;
  Counters counters_;
  size_t quote_depth_ = 0;
  size_t long_text_ = 0;
  Generated generated_;
};

}  // namespace

Generated generate(Tree& tree, Styles& styles) {
  return Generator(tree, styles).run();
}

void withdraw(Tree& tree, const Generated& generated) {
  for (const NodeId span : generated.inserted) tree.detach(span);
}

TreePosition written_position(const Generated& generated, TreePosition position) {
  const auto made_for = generated.element_of.find(position.node);
  return made_for == generated.element_of.end() ? position : TreePosition{made_for->second, 0};
}

}  // namespace pubbuild
