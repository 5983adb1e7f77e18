// Tree positions of printed pages → legal places for their markers.
#include "epub/page_markers.h"

#include <algorithm>
#include <unordered_set>

#include "base/utf8.h"
#include "epub/xml.h"
#include "tree/content_model.h"

namespace pubbuild {

namespace {

// What a marker would break or be hidden in: it goes before the outermost of these.
bool keeps_markers_out(const Tree& tree, NodeId node) {
  switch (tree.tag(node)) {
    case Tag::a:
    case Tag::ruby:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::summary:
    case Tag::figure:
      return true;
    default:
      return tree.has_class(node, "article-head");
  }
}

bool is_word_character(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (c >= 0xC0 && c <= 0x24F) || (c >= 0x300 && c <= 0x36F);
}

// The beginning of the word that `offset` lies in: a marker in a hyphenated word would split it for
// searching.
uint32_t word_begin(std::string_view text, uint32_t offset) {
  size_t at = std::min<size_t>(offset, text.size());
  while (at > 0 && at < text.size() && (static_cast<uint8_t>(text[at]) & 0xC0) == 0x80) --at;
  size_t next = at;
  if (at == text.size() || !is_word_character(utf8::decode(text, next))) return static_cast<uint32_t>(at);
  while (at > 0) {
    size_t before = at;
    if (!is_word_character(utf8::decode_before(text, before))) break;
    at = before;
  }
  return static_cast<uint32_t>(at);
}

class Placement {
 public:
  Placement(const Publication& publication, const ChapterPlan& plan)
      : tree_(publication.tree), body_(publication.body), plan_(plan) {}

  void place(const PageBreak& page) {
    TreePosition at = page.first;
    const std::string folio = plain_line(page.folio);
    if (folio.empty() || at.node == NodeId::none) return;
    const NodeId outermost = outermost_to_avoid(at.node);
    if (outermost != NodeId::none) at = {outermost, 0};
    if (tree_.is_text(at.node) && holds_spans(tree_.tag(tree_.parent(at.node)))) {
      add(at.node, PageMarker::Side::before, word_begin(tree_.text(at.node), at.offset), folio);
    } else {
      place_at_element(at.node, folio);
    }
  }

  PageMarkers take() {
    for (auto& [node, markers] : markers_) {
      std::stable_sort(markers.begin(), markers.end(),
                       [](const PageMarker& a, const PageMarker& b) { return a.offset < b.offset; });
    }
    return std::move(markers_);
  }

 private:
  NodeId outermost_to_avoid(NodeId node) const {
    NodeId outermost = NodeId::none;
    for (; node != NodeId::none && node != body_; node = tree_.parent(node)) {
      if (tree_.is_element(node) && keeps_markers_out(tree_, node)) outermost = node;
    }
    return outermost;
  }

  void place_at_element(NodeId node, const std::string& folio) {
    for (; node != NodeId::none && node != body_; node = tree_.parent(node)) {
      const NodeId parent = tree_.parent(node);
      if (parent == NodeId::none) return;
      if (holds_spans(tree_.tag(parent))) return add(node, PageMarker::Side::before, 0, folio);
      const bool is_open = tree_.is_element(node) && !keeps_markers_out(tree_, node);
      if (is_open && holds_spans(tree_.tag(node))) return add(node, PageMarker::Side::start, 0, folio);
    }
  }

  void add(NodeId node, PageMarker::Side side, uint32_t offset, const std::string& folio) {
    markers_[node].push_back({side, offset, new_id(folio), folio});
  }

  std::string new_id(const std::string& folio) {
    std::string id = "p";
    for (const char c : folio) {
      const bool plain =
          (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
      if (plain) id += c;
    }
    if (id.size() < 2 || is_taken(id)) id = "page-" + id.substr(1);
    std::string unique = id;
    for (size_t copy = 2; is_taken(unique); ++copy) unique = id + "-" + std::to_string(copy);
    taken_.insert(unique);
    return unique;
  }

  bool is_taken(const std::string& id) const {
    return taken_.contains(id) || plan_.chapter_of_id.contains(id);
  }

  const Tree& tree_;
  NodeId body_;
  const ChapterPlan& plan_;
  PageMarkers markers_;
  std::unordered_set<std::string> taken_;
};

}  // namespace

PageMarkers place_page_markers(const Publication& publication, const std::vector<PageBreak>& pages,
                               const ChapterPlan& plan) {
  Placement placement(publication, plan);
  for (const PageBreak& page : pages) placement.place(page);
  return placement.take();
}

}  // namespace pubbuild
