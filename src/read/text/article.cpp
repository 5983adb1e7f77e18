// Title, subtitle and credits at the front, the source at the end, headings and paragraphs between.
#include "read/text/article.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "read/text/blocks.h"
#include "read/text/credits.h"
#include "read/text/heading_numbers.h"

namespace pubbuild {

namespace {

// In columns, a Han character taking two: longer lines are no titles, no headings, no lines of a head.
constexpr size_t longest_title = 100;
constexpr size_t longest_heading = 60;
constexpr size_t longest_source = 160;
constexpr size_t most_head_lines = 6;
// So many short lines on end are verse, an address, a list of names.
constexpr size_t most_headings_on_end = 3;

char32_t last_character(std::string_view text) {
  size_t at = text.size();
  return at == 0 ? U'\0' : utf8::decode_before(text, at);
}

bool ends_sentence(std::string_view text) {
  return std::u32string_view(U"。．.；;，,、：:…！!？?").find(last_character(text)) !=
         std::u32string_view::npos;
}

// 问题在哪里？ may be a title or a numbered heading.
bool asks(std::string_view text) {
  return std::u32string_view(U"？?！!").find(last_character(text)) != std::u32string_view::npos;
}

bool begins_with_dash(std::string_view text) {
  return text.starts_with("——") || text.starts_with("⸺") || text.starts_with("--") || text.starts_with("──");
}

bool is_in_parentheses(std::string_view text) {
  const bool full =
      text.starts_with("（") && text.ends_with("）") && text.find("（", 1) == std::string_view::npos;
  return full ||
         (text.starts_with("(") && text.ends_with(")") && text.find('(', 1) == std::string_view::npos);
}

std::string without_parentheses(std::string_view text) {
  const size_t width = text.starts_with("(") ? 1 : std::string_view("（").size();
  return std::string(text.substr(width, text.size() - 2 * width));
}

class TextArticle {
 public:
  TextArticle(std::vector<TextBlock> blocks, Tree& tree, NodeId parent, Diagnostics& diagnostics)
      : blocks_(std::move(blocks)),
        tree_(tree),
        parent_(parent),
        diagnostics_(diagnostics),
        end_(blocks_.size()) {}

  Metadata read() {
    read_head();
    read_source();
    find_headings();
    for (size_t n = first_; n < end_; ++n) write(n);
    return std::move(metadata_);
  }

 private:
  bool is_short_line(size_t n, size_t columns) const {
    return blocks_[n].lines == 1 && blocks_[n].columns <= columns;
  }

  void read_head() {
    if (end_ < 2 || !is_short_line(0, longest_title)) return;
    if (ends_sentence(blocks_[0].text) && !asks(blocks_[0].text)) return;
    metadata_.title = {blocks_[0].text, blocks_[0].span};
    first_ = 1;
    if (is_short_line(1, longest_title) && begins_with_dash(blocks_[1].text)) {
      metadata_.subtitle = {blocks_[1].text, blocks_[1].span};
      first_ = 2;
    }
    const size_t last = std::min(end_, first_ + most_head_lines);
    while (first_ < last && is_short_line(first_, longest_title) && read_credit(blocks_[first_])) ++first_;
  }

  bool read_credit(const TextBlock& block) {
    const std::optional<Credit> credit = credit_of(block.text);
    if (!credit) return false;
    take_credit(metadata_, *credit, block.span);
    if (credit->had_label && credit->role.empty())
      diagnostics_.note("text-label", block.span, "the head of the article says this without its label");
    return true;
  }

  void read_source() {
    if (end_ <= first_ + 1 || !is_short_line(end_ - 1, longest_source)) return;
    const TextBlock& last = blocks_[end_ - 1];
    if (!metadata_.source.text.empty() || !is_in_parentheses(last.text)) return;
    const std::string words = without_parentheses(last.text);
    const std::optional<Credit> credit = credit_of(words);
    metadata_.source = {credit && credit->kind == CreditKind::source ? credit->text : words, last.span};
    --end_;
  }

  bool may_be_heading(size_t n) const {
    const TextBlock& block = blocks_[n];
    if (!is_short_line(n, longest_heading) || is_in_parentheses(block.text)) return false;
    if (!ends_sentence(block.text)) return true;
    return asks(block.text) && heading_number(block.text) != HeadingNumber::none;
  }

  // A heading stands over something that is none.
  void find_headings() {
    is_heading_.assign(blocks_.size(), false);
    size_t last_text = end_;
    while (last_text > first_ && may_be_heading(last_text - 1)) --last_text;
    for (size_t begin = first_; begin < last_text;) {
      size_t end = begin;
      while (end < last_text && may_be_heading(end)) ++end;
      if (end - begin <= most_headings_on_end || are_numbered(begin, end)) mark(begin, end);
      begin = end + 1;
    }
    find_levels();
  }

  bool are_numbered(size_t begin, size_t end) const {
    return std::all_of(blocks_.begin() + static_cast<std::ptrdiff_t>(begin),
                       blocks_.begin() + static_cast<std::ptrdiff_t>(end), [](const TextBlock& block) {
                         return heading_number(block.text) != HeadingNumber::none;
                       });
  }

  void mark(size_t begin, size_t end) {
    for (size_t n = begin; n < end; ++n) {
      is_heading_[n] = true;
      is_used_[static_cast<size_t>(heading_number(blocks_[n].text))] = true;
    }
  }

  // The kinds of numbers that there are, from the outside inwards; headings without one are of the first.
  void find_levels() {
    size_t level = 2;
    levels_.fill(level);
    for (size_t kind = 1; kind < levels_.size(); ++kind) {
      if (is_used_[kind]) levels_[kind] = level++;
    }
  }

  Tag heading_tag(std::string_view text) const {
    constexpr std::array tags = {Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6};
    const size_t level = levels_[static_cast<size_t>(heading_number(text))];
    return tags[std::min(level, tags.size()) - 1];
  }

  void write(size_t n) {
    const TextBlock& block = blocks_[n];
    const Tag tag = is_heading_[n] ? heading_tag(block.text) : Tag::p;
    tree_.append_text(tree_.append_element(parent_, tag, block.span), block.text, block.span);
  }

  std::vector<TextBlock> blocks_;
  Tree& tree_;
  NodeId parent_;
  Diagnostics& diagnostics_;
  Metadata metadata_;
  size_t first_ = 0;  // of the text
  size_t end_;
  std::vector<bool> is_heading_;
  std::array<bool, 8> is_used_{};  // by HeadingNumber
  std::array<size_t, 8> levels_{};
};

}  // namespace

Metadata read_text_article(const Sources& sources, Span text, Tree& tree, NodeId parent,
                           Diagnostics& diagnostics) {
  return TextArticle(text_blocks(sources[text.file].text(), text), tree, parent, diagnostics).read();
}

}  // namespace pubbuild
