// Walks over the words.
#include "generate/element_text.h"

namespace pubbuild {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool is_silent(const ComputedStyle& style) {
  return style.display == Display::none || style.display == Display::ruby_text ||
         style.float_ == Float::footnote;
}

class Words {
 public:
  Words(const Tree& tree, const Styles& styles) : tree_(tree), styles_(styles) {}

  std::string of(NodeId element) {
    add_children(element);
    if (text_.size() <= most_element_text) return std::move(text_);
    size_t end = most_element_text;
    while (end > 0 && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) --end;
    return text_.substr(0, end) + "…";
  }

 private:
  // Recursion is as deep as the tree, whose depth the reader caps.
  void add_children(NodeId element) {
    for (const NodeId child : children(tree_, element)) {
      if (text_.size() > most_element_text) return;
      if (tree_.is_generated(child)) continue;
      if (tree_.is_text(child)) {
        add(tree_.text(child));
      } else if (!is_silent(styles_.of(child))) {
        blank_is_due_ = blank_is_due_ || tree_.tag(child) == Tag::br;
        add_children(child);
      }
    }
  }

  void add(std::string_view written) {
    for (const char c : written) {
      if (text_.size() > most_element_text) return;
      if (is_blank(c)) {
        blank_is_due_ = true;
        continue;
      }
      if (blank_is_due_ && !text_.empty()) text_ += ' ';
      blank_is_due_ = false;
      text_ += c;
    }
  }

  const Tree& tree_;
  const Styles& styles_;
  std::string text_;
  bool blank_is_due_ = false;
};

}  // namespace

std::string element_text(const Tree& tree, const Styles& styles, NodeId element) {
  return Words(tree, styles).of(element);
}

}  // namespace pubbuild
