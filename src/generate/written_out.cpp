// Sorts made text by whether reading systems make it themselves.
#include "generate/written_out.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "base/utf8.h"
#include "tree/content_model.h"
#include "tree/dump.h"

namespace pubbuild {

namespace {

// CSS 2.1 §12.5, and what the engines of reading systems have long had beyond it.
constexpr std::string_view known_list_styles[] = {
    "none",        "disc",        "circle",         "square",         "decimal",     "decimal-leading-zero",
    "lower-roman", "upper-roman", "lower-alpha",    "upper-alpha",    "lower-latin", "upper-latin",
    "lower-greek", "hiragana",    "hiragana-iroha", "katakana-iroha", "katakana",    "cjk-ideographic"};

// A name that a sheet gives another meaning is not the one they know.
bool is_known_list_style(std::string_view name, const CounterStyles& styles) {
  if (name.starts_with('"')) return true;
  return std::ranges::find(known_list_styles, name) != std::end(known_list_styles) &&
         styles.find(name) == predefined_counter_styles().find(name);
}

// Blocks whose text a marker may begin.
bool begins_with_text(Tag tag) {
  switch (tag) {
    case Tag::p:
    case Tag::div:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
      return true;
    default:
      return false;
  }
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// What a marker takes with the white after it, in em: Han and all that is as wide count one, letters and
// digits two thirds.
int marker_width(std::string_view text) {
  int thirds = 1;
  for (size_t at = 0; at < text.size();) thirds += utf8::decode(text, at) < 0x2000 ? 2 : 3;
  return std::clamp((thirds + 2) / 3, least_marker_width, most_marker_width);
}

class WritingOut {
 public:
  WritingOut(Tree& tree, const Styles& styles) : tree_(tree), styles_(styles) { written_.counts = false; }

  WrittenPseudos run(const Generated& generated) {
    for (const auto& [item, marker] : generated.markers)
      add_marker({item, marker, ListStylePosition::outside});
    for (const Insertion& made : generated.inserted) {
      if (made.pseudo == Pseudo::marker)
        add_marker({generated.element_of.at(made.span), made.span, ListStylePosition::inside});
    }
    for (const Insertion& made : generated.inserted) sort(generated.element_of.at(made.span), made);
    for (const Marker& marker : markers_) write_marker(marker);
    return std::move(written_);
  }

 private:
  struct Marker {
    NodeId item;
    NodeId span;
    ListStylePosition position;
  };

  void sort(NodeId element, const Insertion& made) {
    if (made.pseudo != Pseudo::marker && is_to_write(element, made.pseudo)) {
      keep(element, made);
    } else {
      tree_.detach(made.span);
    }
  }

  // The numbers of notes are links of our own, and no sheet means them where it speaks of links. What would
  // stand before a marker that is written is written with it.
  bool is_to_write(NodeId element, Pseudo pseudo) {
    if (tree_.has_class(element, "footnote-ref") || tree_.has_class(element, "footnote-back")) return false;
    const bool is_plainly_made = is_plain(styles_.pseudo(element, pseudo)->content);
    const bool follows_marker = pseudo == Pseudo::before && marked_items_.contains(element);
    if (is_plainly_made && !follows_marker) return false;
    const bool has_room = holds_spans(tree_.tag(element));
    written_.counts = written_.counts || !has_room;
    return has_room;
  }

  void keep(NodeId element, const Insertion& made) {
    const bool is_before = made.pseudo == Pseudo::before;
    (is_before ? written_.before : written_.after) = true;
    tree_.set_attribute(made.span, Attr::class_, is_before ? class_of_before : class_of_after);
    tree_.add_class(element, is_before ? class_with_before : class_with_after);
  }

  bool is_made_by_reading_systems(NodeId item) const {
    const ComputedStyle* own = styles_.pseudo(item, Pseudo::marker);
    if (own != nullptr && own->has_content) return false;
    return is_known_list_style(styles_.of(item).list_style_type, styles_.counter_styles());
  }

  // The items of a list keep the same room for their markers.
  void add_marker(const Marker& marker) {
    if (is_made_by_reading_systems(marker.item)) return;
    const bool has_room = holds_spans(tree_.tag(marker.item));
    written_.counts = written_.counts || !has_room;
    if (!has_room) return;
    markers_.push_back(marker);
    marked_items_.insert(marker.item);
    if (marker.position == ListStylePosition::inside) return;
    int& width = width_of_list_[tree_.parent(marker.item)];
    width = std::max(width, marker_width(text_content(tree_, marker.span)));
  }

  void write_marker(const Marker& marker) {
    const bool hangs = marker.position == ListStylePosition::outside;
    const NodeId place = tree_.make_element(Tag::span, tree_.span(marker.item));
    tree_.set_generated(place);
    tree_.set_attribute(place, Attr::class_, hangs ? class_of_marker : class_of_inside_marker);
    tree_.append(place, marker.span);
    tree_.prepend(begin_of_text(marker.item), place);
    tree_.add_class(marker.item, class_with_marker);
    written_.marker = true;
    if (hangs) make_room(marker.item, place);
  }

  // The blank is for those who hear or copy the text.
  void make_room(NodeId item, NodeId place) {
    tree_.append(place, tree_.make_text(" ", tree_.span(item)));
    const int width = width_of_list_.at(tree_.parent(item));
    written_.marker_widths.insert(width);
    tree_.add_class(item, class_of_marker_width(width));
  }

  // A marker stands in the first line of its item, which may be that of a paragraph in it.
  NodeId begin_of_text(NodeId item) const {
    for (const NodeId child : children(tree_, item)) {
      if (tree_.is_text(child) && is_blank(tree_.text(child))) continue;
      return tree_.is_element(child) && begins_with_text(tree_.tag(child)) ? child : item;
    }
    return item;
  }

  Tree& tree_;
  const Styles& styles_;
  std::vector<Marker> markers_;
  std::unordered_set<NodeId> marked_items_;
  std::map<NodeId, int> width_of_list_;
  WrittenPseudos written_;
};

}  // namespace

bool is_plain(const Content& content) {
  return std::ranges::all_of(content, [](const ContentPiece& piece) {
    using Kind = ContentPiece::Kind;
    switch (piece.kind) {
      case Kind::string:
      case Kind::attribute:
      case Kind::open_quote:
      case Kind::close_quote:
      case Kind::no_open_quote:
      case Kind::no_close_quote:
        return true;
      case Kind::counter:
      case Kind::counters:
      case Kind::named_string:
      case Kind::element_text:
      case Kind::target_counter:
      case Kind::target_counters:
      case Kind::target_text:
      case Kind::leader:
        return false;
    }
    return false;
  });
}

WrittenPseudos write_out(Tree& tree, const Styles& styles, const Generated& generated) {
  return WritingOut(tree, styles).run(generated);
}

}  // namespace pubbuild
