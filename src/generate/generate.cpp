// Counting and writing what style sheets ask for, element after element in document order.
#include "generate/generate.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "generate/content_writer.h"
#include "generate/first_letter.h"
#include "style/counter_styles.h"

namespace pubbuild {

namespace {

constexpr std::string_view list_item = "list-item";

// Enough for the longest book, and some 50 MB.
constexpr size_t most_noted_counters = 1'000'000;

// An integer attribute as HTML reads it; nothing where it is none.
std::optional<int32_t> integer(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n+"), text.size()));
  int32_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc()) return std::nullopt;
  return value;
}

class Generator {
 public:
  Generator(Tree& tree, Styles& styles, Medium medium)
      : tree_(tree), styles_(styles), writer_(tree, styles, counters_, medium) {}

  Generated run() {
    visit(tree_.root());
    Generated generated = writer_.finish();
    find_first_letters(tree_, styles_);
    for (const Insertion& marker : inside_markers_) {
      tree_.prepend(generated.element_of.at(marker.span), marker.span);
      generated.inserted.push_back(marker);
    }
    return generated;
  }

 private:
  // Recursion is as deep as the tree, whose depth the reader caps.
  void visit(NodeId element) {
    // A copy of what is needed: styles move when others are added.
    const Display display = styles_.of(element).display;
    if (display == Display::none) return;
    count(element);
    note_counters(styles_.of(element), element);
    writer_.note(element);
    const std::vector<StringSet> strings = writer_.begin_strings(styles_.of(element), element);
    ContentWriter::Parts parts;
    if (display == Display::list_item) parts.marker = make_marker(element);
    counters_.enter_children();
    parts.before = make_pseudo(element, Pseudo::before);
    for (const NodeId child : children(tree_, element)) {
      if (tree_.is_element(child)) visit(child);
    }
    parts.after = make_pseudo(element, Pseudo::after);
    counters_.leave_children();
    if (parts.before != NodeId::none) tree_.prepend(element, parts.before);
    if (parts.after != NodeId::none) tree_.append(element, parts.after);
    writer_.finish_strings(strings, parts, element);
  }

  void count(NodeId element) {
    const ComputedStyle& style = styles_.of(element);
    const bool list = tree_.is_element(element, Tag::ol) || tree_.is_element(element, Tag::ul);
    if (list && !changes_counter(style.counter_reset, list_item)) begin_list(element);
    counters_.apply(style);
    if (style.display != Display::list_item) return;
    if (!changes_counter(style.counter_increment, list_item))
      counters_.increment(list_item, step_of(element));
    if (!tree_.is_element(element, Tag::li)) return;
    if (const auto value = integer(tree_.attribute(element, Attr::value))) counters_.set(list_item, *value);
  }

  void note_counters(const ComputedStyle& style, NodeId element) {
    for (const auto* changes : {&style.counter_reset, &style.counter_increment, &style.counter_set}) {
      for (const CounterChange& change : *changes) note_counter(change.name, element);
    }
  }

  void note_counter(const std::string& name, NodeId element) {
    if (name == page_counter) return;
    Generated& generated = writer_.generated();
    generated.counters_cut = noted_counters_ == most_noted_counters;
    if (generated.counters_cut) return;
    ++noted_counters_;
    generated.counters[element].push_back({name, counters_.value(name)});
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

  NodeId make_marker(NodeId item) {
    const ComputedStyle* own = styles_.pseudo(item, Pseudo::marker);
    if (own != nullptr && own->hides_content) return NodeId::none;
    ComputedStyle style = own != nullptr ? *own : inherited_style(styles_.of(item));
    const bool is_inside = styles_.of(item).list_style_position == ListStylePosition::inside;
    const NodeId marker =
        style.has_content ? writer_.write(std::move(style), item) : usual_marker(std::move(style), item);
    if (marker == NodeId::none || tree_.first_child(marker) == NodeId::none) return NodeId::none;
    if (is_inside) {
      inside_markers_.push_back({marker, Pseudo::marker});
    } else {
      writer_.generated().markers[item] = marker;
    }
    return marker;
  }

  NodeId usual_marker(ComputedStyle style, NodeId item) {
    const ComputedStyle& of_item = styles_.of(item);
    const auto text =
        of_item.list_style_position == ListStylePosition::inside ? inside_marker_text : marker_text;
    return writer_.write_text(
        text(counters_.value(list_item), of_item.list_style_type, styles_.counter_styles()), std::move(style),
        item);
  }

  NodeId make_pseudo(NodeId element, Pseudo pseudo) {
    const ComputedStyle* own = styles_.pseudo(element, pseudo);
    if (own == nullptr || !own->has_content || own->display == Display::none) return NodeId::none;
    ComputedStyle style = *own;
    counters_.apply(style);
    note_counters(style, element);
    const NodeId span = writer_.write(std::move(style), element);
    if (span != NodeId::none) writer_.generated().inserted.push_back({span, pseudo});
    return span;
  }

  Tree& tree_;
  Styles& styles_;
  Counters counters_;
  ContentWriter writer_;
  std::vector<Insertion> inside_markers_;
  size_t noted_counters_ = 0;
};

}  // namespace

Generated generate(Tree& tree, Styles& styles, Medium medium) {
  return Generator(tree, styles, medium).run();
}

void withdraw(Tree& tree, const Generated& generated) {
  for (const Insertion& made : generated.inserted) tree.detach(made.span);
}

TreePosition written_position(const Generated& generated, TreePosition position) {
  const auto made_for = generated.element_of.find(position.node);
  return made_for == generated.element_of.end() ? position : TreePosition{made_for->second, 0};
}

}  // namespace pubbuild
