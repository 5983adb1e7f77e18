// Articles → chapters: where long ones are cut, and what stands where.
#include "epub/chapters.h"

#include "epub/xml.h"

namespace pubbuild {

namespace {

// Readers on e-ink devices lay a whole file out before they show its first page; above this one waits.
constexpr size_t max_chapter_bytes = 250'000;
// What the tags of an element take, on average.
constexpr size_t tag_bytes = 24;

std::string chapter_file(size_t index) {
  const std::string number = std::to_string(index + 1);
  return "ch" + std::string(number.size() < 3 ? 3 - number.size() : 0, '0') + number + ".xhtml";
}

int heading_level(const Tree& tree, NodeId node) {
  if (!tree.is_element(node)) return 0;
  const Tag tag = tree.tag(node);
  return tag >= Tag::h1 && tag <= Tag::h6 ? 1 + static_cast<int>(tag) - static_cast<int>(Tag::h1) : 0;
}

bool is_note(const Tree& tree, NodeId node) {
  return tree.is_element(node, Tag::aside) && tree.has_class(node, "footnote");
}

// A child of an article with what it adds to a file.
struct Block {
  NodeId node;
  size_t bytes;
  int level;  // of a heading, else 0
  bool is_note;
};

class Planner {
 public:
  explicit Planner(const Publication& publication) : publication_(publication), tree_(publication.tree) {}

  ChapterPlan plan() {
    for (const NodeId root : children(tree_, publication_.body)) {
      if (tree_.is_element(root)) add_article(root);
    }
    if (plan_.chapters.empty()) {
      plan_.chapters.push_back(
          {chapter_file(0), {}, publication_.body, NodeId::none, NodeId::none, Piece::first});
    }
    name_chapters();
    return std::move(plan_);
  }

 private:
  void open_chapter(NodeId root, NodeId first, Piece piece) {
    if (piece == Piece::continued) plan_.chapters.back().end = first;
    plan_.chapters.push_back({chapter_file(plan_.chapters.size()), {}, root, first, NodeId::none, piece});
  }

  void add_article(NodeId root) {
    open_chapter(root, tree_.first_child(root), Piece::first);
    note_id(root);
    const std::vector<Block> blocks = measure(root);
    size_t filled = 0;
    for (size_t at = 0; at < blocks.size(); ++at) {
      if (filled > 0 && may_cut_before(blocks, at) && filled + belonging(blocks, at) > max_chapter_bytes) {
        open_chapter(root, blocks[at].node, Piece::continued);
        filled = 0;
      }
      filled += blocks[at].bytes;
      note_ids(blocks[at].node);
    }
  }

  std::vector<Block> measure(NodeId root) const {
    std::vector<Block> blocks;
    for (const NodeId node : children(tree_, root)) {
      blocks.push_back({node, bytes_of(node), heading_level(tree_, node), is_note(tree_, node)});
    }
    return blocks;
  }

  size_t bytes_of(NodeId node) const {
    if (tree_.is_text(node)) return tree_.text(node).size();
    size_t bytes = tag_bytes;
    for (const NodeId child : children(tree_, node)) bytes += bytes_of(child);
    return bytes;
  }

  // Not between a block and its notes, nor after a heading or the head of the article.
  bool may_cut_before(const std::vector<Block>& blocks, size_t at) const {
    if (blocks[at].is_note || !tree_.is_element(blocks[at].node)) return false;
    for (size_t before = at; before-- > 0;) {
      if (tree_.is_text(blocks[before].node)) continue;
      return blocks[before].level == 0 && !tree_.is_element(blocks[before].node, Tag::header);
    }
    return false;
  }

  // A heading holds together what stands under it, any other block its notes. Stops counting once it is too
  // much for one file, so that many small headings cost no more than one look each.
  static size_t belonging(const std::vector<Block>& blocks, size_t at) {
    size_t bytes = blocks[at].bytes;
    const int level = blocks[at].level;
    for (size_t next = at + 1; next < blocks.size() && bytes <= max_chapter_bytes; ++next) {
      const bool belongs =
          level == 0 ? blocks[next].is_note : blocks[next].level == 0 || blocks[next].level > level;
      if (!belongs) break;
      bytes += blocks[next].bytes;
    }
    return bytes;
  }

  void note_id(NodeId node) {
    if (const std::string_view id = tree_.attribute(node, Attr::id); !id.empty()) {
      plan_.chapter_of_id.emplace(id, plan_.chapters.size() - 1);
    }
  }

  void note_ids(NodeId node) {
    note_id(node);
    for (const NodeId child : children(tree_, node)) note_ids(child);
  }

  // A file is called after its first heading; one without after the file before or the publication.
  void name_chapters() {
    for (const Heading& heading : publication_.headings) {
      const auto found = plan_.chapter_of_id.find(heading.id);
      if (found == plan_.chapter_of_id.end()) continue;
      Chapter& chapter = plan_.chapters[found->second];
      if (chapter.title.empty()) chapter.title = plain_line(heading.text);
    }
    std::string before = plain_line(publication_.metadata.title.text);
    for (Chapter& chapter : plan_.chapters) {
      if (chapter.title.empty()) chapter.title = before;
      before = chapter.title;
    }
  }

  const Publication& publication_;
  const Tree& tree_;
  ChapterPlan plan_;
};

}  // namespace

std::string ChapterPlan::address_of(std::string_view id) const {
  const auto found = chapter_of_id.find(id);
  if (found == chapter_of_id.end()) return {};
  return chapters[found->second].file + "#" + std::string(id);
}

ChapterPlan plan_chapters(const Publication& publication) {
  return Planner(publication).plan();
}

}  // namespace pubbuild
