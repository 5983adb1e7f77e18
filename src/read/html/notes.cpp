// Which links are marks, what they lead to, and the asides made of it.
#include "read/html/notes.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "read/markdown/notes.h"
#include "tree/dump.h"

namespace pubbuild::html {

namespace {

constexpr size_t longest_mark = 24;
constexpr size_t most_digits = 4;
// A block that so many links with marks lead to without being a note is none.
constexpr size_t most_refusals = 4;

bool is_bracket_or_blank(char32_t c) {
  constexpr std::u32string_view brackets = U"[]［］〔〕【】()（） \t\n\u00A0\u3000.．、:：";
  return brackets.find(c) != std::u32string_view::npos;
}

bool is_sign(char32_t c) {
  return c == U'*' || c == U'†' || c == U'‡' || c == U'※' || (c >= 0x2460 && c <= 0x2473) ||
         (c >= 0x3251 && c <= 0x325F);
}

// "[3]" → "3", "〔注三〕" → "注三", "①" as it is; empty for words that are no mark.
std::string mark_in(std::string_view text) {
  if (text.size() > longest_mark) return {};
  std::u32string mark;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (!is_bracket_or_blank(c)) mark += c;
  }
  std::u32string_view number = mark;
  if (number.starts_with(U'注') || number.starts_with(U'註')) number.remove_prefix(1);
  constexpr std::u32string_view digits = U"0123456789一二三四五六七八九十";
  const bool is_number = !number.empty() && number.size() <= most_digits &&
                         number.find_first_not_of(digits) == std::u32string_view::npos;
  const bool is_signs = mark.size() <= 3 && !mark.empty() && std::ranges::all_of(mark, is_sign);
  if (!is_number && !is_signs) return {};
  std::string result;
  for (const char32_t c : mark) utf8::append(result, c);
  return result;
}

bool is_note_heading(std::string_view text) {
  constexpr std::string_view headings[] = {
      "注释",     "註釋", "注解",     "註解",  "脚注",      "腳註",     "尾注",
      "尾註",     "注",   "註",       "注記",  "参考资料",  "參考資料", "参考文献",
      "參考文獻", "参考", "資料來源", "Notes", "Footnotes", "Endnotes", "References"};
  const size_t begin = text.find_first_not_of(" \n");
  const size_t end = text.find_last_not_of(" \n");
  if (begin == std::string_view::npos) return false;
  std::string_view words = text.substr(begin, end - begin + 1);
  for (const std::string_view colon : {":", "："}) {
    if (words.ends_with(colon)) words.remove_suffix(colon.size());
  }
  return std::ranges::find(headings, words) != std::end(headings);
}

bool may_be_note(Tag tag) {
  return tag == Tag::li || tag == Tag::p || tag == Tag::div || tag == Tag::dd || tag == Tag::aside;
}

class Notes {
 public:
  Notes(markdown::Reading& reading, NodeId top) : reading_(reading), tree_(reading.tree), top_(top) {}

  void settle() {
    take_stock();
    for (const NodeId link : links_) take(link);
    for (const auto& [block, label] : labels_) make(block, label);
  }

 private:
  struct Reference {
    NodeId link = NodeId::none;
    std::string mark;
  };

  void take_stock() {
    size_t place = 0;
    for (NodeId node = top_; node != NodeId::none; node = next_in_order(tree_, node, top_)) {
      places_[node] = place++;
      if (!tree_.is_element(node)) continue;
      if (const std::string_view id = tree_.attribute(node, Attr::id); !id.empty())
        ids_.try_emplace(std::string(id), node);
      if (tree_.tag(node) == Tag::a && tree_.attribute(node, Attr::href).starts_with('#'))
        links_.push_back(node);
    }
  }

  NodeId target_of(NodeId link) const {
    const auto found = ids_.find(std::string(tree_.attribute(link, Attr::href).substr(1)));
    return found == ids_.end() ? NodeId::none : found->second;
  }

  NodeId block_of(NodeId node) const {
    while (node != NodeId::none && node != top_ && !may_be_note(tree_.tag(node))) node = tree_.parent(node);
    return node == top_ ? NodeId::none : node;
  }

  void take(NodeId link) {
    const std::string mark = mark_in(text_content(tree_, link));
    const NodeId block = mark.empty() ? NodeId::none : block_of(target_of(link));
    if (block == NodeId::none || places_[block] < places_[link] || block == block_of(link)) return;
    const auto known = labels_.find(block);
    if (known == labels_.end()) {
      if (refusals_[block] >= most_refusals) return;
      if (!leads_back(block, link) && !begins_with(block, mark)) return void(++refusals_[block]);
    }
    if (known == labels_.end()) {
      labels_[block] = std::to_string(labels_.size() + 1);
      marks_[block] = mark;
    }
    const NodeId reference = markdown::make_note_mark(reading_, "page-" + labels_[block], tree_.span(link));
    const NodeId parent = tree_.parent(link);
    const bool is_alone =
        tree_.is_element(parent, Tag::sup) && text_content(tree_, parent) == text_content(tree_, link);
    tree_.insert_before(is_alone ? parent : link, reference);
    tree_.detach(is_alone ? parent : link);
  }

  // A link in the note to the reference or to what it stands in.
  bool leads_back(NodeId block, NodeId link) const {
    for (NodeId node = block; node != NodeId::none; node = next_in_order(tree_, node, block)) {
      if (!tree_.is_element(node, Tag::a) || !tree_.attribute(node, Attr::href).starts_with('#')) continue;
      const NodeId target = target_of(node);
      if (target == NodeId::none) continue;
      if (target == link || block_of(target) == block_of(link)) return true;
    }
    return false;
  }

  bool begins_with(NodeId block, const std::string& mark) const {
    const NodeId first = first_text(block);
    if (first == NodeId::none) return false;
    return mark_in(tree_.text(first).substr(0, end_of_mark(tree_.text(first)))) == mark;
  }

  NodeId first_text(NodeId block) const {
    for (NodeId node = block; node != NodeId::none; node = next_in_order(tree_, node, block)) {
      if (tree_.is_text(node) && tree_.text(node).find_first_not_of(" \n") != std::string_view::npos)
        return node;
    }
    return NodeId::none;
  }

  // Behind the mark at the front, its brackets and blanks.
  static size_t end_of_mark(std::string_view text) {
    size_t end = 0;
    for (size_t next = 0; next < text.size() && next <= longest_mark; end = next) {
      const char32_t c = utf8::decode(text, next);
      const bool is_number = c >= U'0' && c <= U'9';
      if (!is_number && !is_sign(c) && !is_bracket_or_blank(c)) break;
    }
    return end;
  }

  void make(NodeId block, const std::string& label) {
    const NodeId note = markdown::make_note(reading_, "page-" + label, tree_.span(block));
    drop_links_back(block);
    drop_mark(block, marks_[block]);
    while (says_nothing(tree_.first_child(block))) tree_.detach(tree_.first_child(block));
    const NodeId first = tree_.first_child(block);
    const bool has_blocks = first != NodeId::none && tree_.is_element(first) && may_be_note(tree_.tag(first));
    tree_.move_children(block, has_blocks ? note : tree_.append_element(note, Tag::p, tree_.span(block)));
    const NodeId list = tree_.parent(block);
    tree_.detach(block);
    drop_if_empty(list);
  }

  void drop_links_back(NodeId block) {
    std::vector<NodeId> back;
    for (NodeId node = block; node != NodeId::none; node = next_in_order(tree_, node, block)) {
      if (!tree_.is_element(node, Tag::a) || !tree_.attribute(node, Attr::href).starts_with('#')) continue;
      const std::string words = text_content(tree_, node);
      constexpr std::string_view arrows[] = {"", "↑", "^", "↩", "↩︎", "⏎", "返回", "[返回]"};
      if (!mark_in(words).empty() || std::ranges::find(arrows, words) != std::end(arrows))
        back.push_back(node);
    }
    for (const NodeId node : back) tree_.detach(node);
  }

  void drop_mark(NodeId block, const std::string& mark) {
    const NodeId first = first_text(block);
    if (first == NodeId::none) return;
    const std::string text(tree_.text(first));
    size_t end = end_of_mark(text);
    // What stands between the link back and the words.
    const bool is_mark = mark_in(std::string_view(text).substr(0, end)) == mark;
    if (!is_mark) end = text.find_first_not_of(" \n");
    tree_.set_text(first, std::string_view(text).substr(end));
  }

  bool says_nothing(NodeId node) const {
    if (node == NodeId::none || first_text(node) != NodeId::none) return false;
    return tree_.is_text(node) || (!is_void(tree_.tag(node)) && !tree_.has(node, Attr::id));
  }

  void drop_if_empty(NodeId list) {
    while (list != NodeId::none && list != top_ && first_text(list) == NodeId::none) {
      const NodeId parent = tree_.parent(list);
      NodeId above = tree_.previous(list);
      tree_.detach(list);
      while (above != NodeId::none && is_left_alone(above)) {
        const NodeId next = tree_.previous(above);
        tree_.detach(above);
        above = next;
      }
      list = parent;
    }
  }

  // Blanks, a line, or a heading that nothing follows now.
  bool is_left_alone(NodeId node) const {
    if (tree_.is_text(node)) return tree_.text(node).find_first_not_of(" \n") == std::string_view::npos;
    return tree_.tag(node) == Tag::hr || is_note_heading(text_content(tree_, node));
  }

  markdown::Reading& reading_;
  Tree& tree_;
  NodeId top_;
  std::unordered_map<NodeId, size_t> places_;
  std::unordered_map<std::string, NodeId> ids_;
  std::vector<NodeId> links_;
  std::map<NodeId, std::string> labels_;  // of the blocks that are notes
  std::map<NodeId, std::string> marks_;
  std::map<NodeId, size_t> refusals_;
};

}  // namespace

void settle_notes(markdown::Reading& reading, NodeId parent) {
  Notes(reading, parent).settle();
}

}  // namespace pubbuild::html
