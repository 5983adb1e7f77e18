// Collects the inline content of a block: white space collapsed, note calls and pictures in their places.
#include "layout/inline_content.h"

#include <algorithm>

#include "layout/note_labels.h"

namespace pubbuild {

namespace {

constexpr std::string_view object_replacement = "\xEF\xBF\xBC";  // U+FFFC
// A tab in preformatted text reaches to the next of these columns.
constexpr size_t tab_columns = 4;

bool keeps_blanks(const ComputedStyle& style) {
  return style.white_space == WhiteSpace::pre || style.white_space == WhiteSpace::pre_wrap;
}

bool keeps_line_ends(const ComputedStyle& style) {
  return keeps_blanks(style) || style.white_space == WhiteSpace::pre_line;
}

bool is_white_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

class Collector {
 public:
  Collector(LayoutDocument& document, const ComputedStyle& block) : document_(document) {
    content_.text.style = &block;
  }

  InlineContent run(NodeId first, NodeId end) {
    for (NodeId node = first; node != end && node != NodeId::none; node = document_.tree().next(node))
      add(node);
    trim_end();
    return std::move(content_);
  }

 private:
  std::string& text() { return content_.text.text; }

  void add(NodeId node) {
    const Tree& tree = document_.tree();
    if (tree.is_text(node)) {
      add_text(node);
      return;
    }
    const ComputedStyle& style = document_.style(node);
    if (style.display == Display::none || style.float_ == Float::footnote) return;
    if (document_.destinations.contains(node)) content_.anchors.push_back({node, size()});
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
        add_children(node);
    }
  }

  void add_children(NodeId node) {
    const bool reading = document_.style(node).display == Display::ruby_text;
    if (reading) add_made("（", node);
    for (const NodeId child : children(document_.tree(), node)) add(child);
    if (reading) add_made("）", node);
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
    text() += note_label(style, 1);
    content_.text.runs.back().end = size();
    last_is_blank_ = false;
  }

  void add_picture(NodeId node) {
    InlineSource source{node, link_, NoteId::none, node, false};
    begin_run(document_.style(node), source);
    const Size size_of_picture = picture_size(document_, node, document_.page_area.width);
    content_.text.objects.push_back({size(), size_of_picture.width, size_of_picture.height});
    content_.pictures.push_back(node);
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
    const NodeId parent = document_.tree().parent(node);
    const ComputedStyle& style = document_.style(parent);
    begin_run(style, {parent, link_, NoteId::none, NodeId::none, false});
    const std::string_view written = document_.tree().text(node);
    for (size_t at = 0; at < written.size();) {
      size_t end = at;
      while (end < written.size() && !is_white_space(written[end])) ++end;
      if (end > at) {
        note_origin(node, at);
        text().append(written, at, end - at);
        last_is_blank_ = false;
        at = end;
        continue;
      }
      while (end < written.size() && is_white_space(written[end])) ++end;
      add_white_space(node, at, written.substr(at, end - at), style);
      at = end;
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
      } else if (c == '\t') {
        text().append(tab_columns - columns_of_line() % tab_columns, ' ');
      } else if (all || !last_is_blank_) {
        text() += ' ';
      }
    }
    last_is_blank_ = true;
  }

  size_t columns_of_line() { return text().size() - line_begin_; }

  void add_new_line() {
    text() += '\n';
    line_begin_ = text().size();
  }

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
    runs.push_back({size(), size(), &style, static_cast<uint32_t>(content_.sources.size()), false});
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

  LayoutDocument& document_;
  InlineContent content_;
  NodeId link_ = NodeId::none;
  bool last_is_blank_ = true;
  size_t line_begin_ = 0;  // of the last line that ends where the text says so
};

Length px_attribute(const Tree& tree, NodeId img, Attr name) {
  int64_t pixels = 0;
  for (const char c : tree.attribute(img, name)) {
    if (c < '0' || c > '9' || pixels > 100000) break;
    pixels = pixels * 10 + (c - '0');
  }
  return millipoints(pixels * 750);
}

// The size that the style or the attributes ask for, the missing side by the picture's proportions.
Size wanted_size(const LayoutDocument& document, NodeId img, Length measure, Size natural) {
  const ComputedStyle& style = document.style(img);
  Length width = style.inline_size.is_auto ? px_attribute(document.tree(), img, Attr::width)
                                           : style.inline_size.of(measure);
  Length height =
      style.block_size.is_auto ? px_attribute(document.tree(), img, Attr::height) : style.block_size.of({});
  if (width <= Length{} && height <= Length{}) return natural;
  if (height <= Length{}) height = scaled(natural.height, width.milli, natural.width.milli);
  if (width <= Length{}) width = scaled(natural.width, height.milli, natural.height.milli);
  return {width, height};
}

}  // namespace

InlineContent collect_inlines(LayoutDocument& document, NodeId first, NodeId end,
                              const ComputedStyle& block) {
  return Collector(document, block).run(first, end);
}

InlineContent inline_text(std::string text, const ComputedStyle& style) {
  InlineContent content;
  content.text.style = &style;
  content.text.runs.push_back({0, static_cast<uint32_t>(text.size()), &style, 0, false});
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
    natural = natural_size(document.input.pictures[static_cast<size_t>(known->second)]);
  }
  natural = {max(natural.width, points(1)), max(natural.height, points(1))};
  Size size = wanted_size(document, img, measure, natural);
  size = {max(size.width, points(1)), max(size.height, points(1))};
  const ComputedStyle& style = document.style(img);
  const Length widest =
      style.max_inline_size.is_auto ? measure : min(measure, style.max_inline_size.of(measure));
  if (size.width > widest)
    size = {widest, max(points(1), scaled(size.height, widest.milli, size.width.milli))};
  const Length tallest = scaled(document.page_area.height, 85, 100);  // room for a caption
  if (size.height > tallest)
    size = {max(points(1), scaled(size.width, tallest.milli, size.height.milli)), tallest};
  return size;
}

}  // namespace pubbuild
