// An element a mark, from the outside inwards.
#include "read/docx/runs.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace pubbuild::docx {

namespace {

struct Symbol {
  char32_t number;
  char32_t character;
};
// Of Symbol and Wingdings, what lists and forms have of them.
constexpr Symbol symbols[] = {{0xF020, U' '}, {0xF06C, U'●'}, {0xF06E, U'■'}, {0xF06F, U'□'}, {0xF071, U'❑'},
                              {0xF075, U'◆'}, {0xF076, U'❖'}, {0xF0A7, U'▪'}, {0xF0A8, U'□'}, {0xF0AB, U'★'},
                              {0xF0B0, U'°'}, {0xF0B1, U'±'}, {0xF0B4, U'×'}, {0xF0B7, U'•'}, {0xF0D7, U'◁'},
                              {0xF0D8, U'➢'}, {0xF0E0, U'→'}, {0xF0FB, U'✗'}, {0xF0FC, U'✓'}, {0xF0FD, U'☒'},
                              {0xF0FE, U'☑'}};

// Above 0 for small characters that stand higher than others, below 0 for lower ones.
int raised_by(const tinyxml2::XMLElement* properties) {
  if (child(properties, "w:sz") == nullptr) return 0;
  const std::string_view position = value(properties, "w:position");
  return position.empty() || position == "0" ? 0 : position.starts_with('-') ? -1 : 1;
}

std::string_view primary(std::string_view language) {
  return language.substr(0, language.find('-'));
}

// Word marks all Chinese text by the keyboard it was typed with; what is in Japanese or Korean was marked so.
std::string language_of(const tinyxml2::XMLElement* properties, std::string_view of_document) {
  const tinyxml2::XMLElement* said = child(properties, "w:lang");
  if (said == nullptr) return {};
  const std::string_view language = primary(attribute(*said, "w:eastAsia"));
  const bool is_other = language != primary(of_document) && (language == "ja" || language == "ko");
  return is_other ? std::string(language) : std::string();
}

}  // namespace

Marks marks_of(const tinyxml2::XMLElement* properties, const Styles& styles) {
  const Style style = styles.style(value(properties, "w:rStyle"));
  Marks marks;
  marks.bold = is_on(properties, "w:b") || style.is_bold;
  marks.italic = is_on(properties, "w:i") || style.is_italic;
  marks.underline = is_on(properties, "w:u");
  marks.strike = is_on(properties, "w:strike") || is_on(properties, "w:dstrike");
  const int raised = raised_by(properties);
  marks.superscript = value(properties, "w:vertAlign") == "superscript" || raised > 0;
  marks.subscript = value(properties, "w:vertAlign") == "subscript" || raised < 0;
  marks.dots = is_on(properties, "w:em");
  marks.highlight = is_on(properties, "w:highlight");
  marks.language = language_of(properties, styles.language());
  return marks;
}

char32_t symbol(std::string_view number) {
  uint32_t code = 0;
  std::from_chars(number.data(), number.data() + number.size(), code, 16);
  if (code < 0xF000 || code > 0xF0FF) return code == 0 || code > 0xFFFD ? utf8::replacement : char32_t{code};
  const auto* const found = std::ranges::find(symbols, char32_t{code}, &Symbol::number);
  return found == std::end(symbols) ? utf8::replacement : found->character;
}

void Runs::begin(NodeId parent, bool is_plain, const Style& style) {
  parent_ = parent;
  link_ = last_ = NodeId::none;
  is_plain_ = is_plain;
  style_ = style;
  marks_ = last_marks_ = {};
}

NodeId Runs::open_marks(Span span) {
  NodeId node = place();
  const auto open = [&](bool is_open, Tag tag, std::string_view name = {}) {
    if (!is_open) return;
    node = tree_->append_element(node, tag, span);
    if (!name.empty()) tree_->add_class(node, name);
  };
  open(marks_.superscript, Tag::sup);
  open(marks_.subscript, Tag::sub);
  open(marks_.underline && link_ == NodeId::none, Tag::u);
  open(marks_.strike, Tag::s);
  open(marks_.bold && !is_plain_ && !style_.is_bold, Tag::strong);
  open(marks_.italic && !is_plain_ && !style_.is_italic, Tag::em);
  open(marks_.dots, Tag::span, "dots");
  if (!marks_.language.empty()) {
    open(true, Tag::span);
    tree_->set_attribute(node, Attr::lang, marks_.language);
  }
  open(marks_.highlight, Tag::mark);
  return node;
}

void Runs::add_text(std::string_view text, Span span) {
  if (text.empty()) return;
  if (last_ == NodeId::none || !(marks_ == last_marks_)) last_ = open_marks(span);
  last_marks_ = marks_;
  tree_->append_text(last_, text, span);
}

void Runs::add_break(Span span) {
  tree_->append_element(place(), Tag::br, span);
  end_chain();
}

void Runs::add_node(NodeId node) {
  tree_->append(place(), node);
  end_chain();
}

void Runs::add_anchor(std::string_view id, Span span) {
  if (id.empty()) return;
  const NodeId anchor = tree_->append_element(place(), Tag::span, span);
  tree_->set_attribute(anchor, Attr::id, id);
  end_chain();
}

void Runs::open_link(const std::string& address, Span span) {
  end_chain();
  if (address.empty() || link_ != NodeId::none) return;
  link_ = tree_->append_element(parent_, Tag::a, span);
  tree_->set_attribute(link_, Attr::href, address);
}

void Runs::close_link() {
  end_chain();
  link_ = NodeId::none;
}

}  // namespace pubbuild::docx
