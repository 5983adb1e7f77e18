// Looks for the first letters of blocks.
#include "generate/first_letter.h"

#include <unicode/uchar.h>

#include <optional>
#include <vector>

#include "base/utf8.h"

namespace pubbuild {

namespace {

bool is_of(char32_t c, uint32_t categories) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & categories) != 0;
}

constexpr uint32_t marks_after = U_GC_PE_MASK | U_GC_PI_MASK | U_GC_PF_MASK | U_GC_PO_MASK;
constexpr uint32_t marks_before = marks_after | U_GC_PS_MASK;
constexpr uint32_t letters = U_GC_L_MASK | U_GC_N_MASK | U_GC_S_MASK;

bool is_blank(char32_t c) {
  return c == U'\n' || c == U'\t' || c == U'\r' || c == U'\f' || (c != 0x3000 && is_of(c, U_GC_ZS_MASK));
}

struct Part {
  uint32_t begin = 0;
  uint32_t end = 0;
};

// Takes text after text until the letter and the marks beside it are over.
class LetterScan {
 public:
  bool is_over() const { return state_ == State::over; }
  bool found_letter() const { return found_; }
  bool has_begun() const { return begun_; }
  void stop() { state_ = State::over; }

  // The part of this text that belongs to the first letter.
  std::optional<Part> take(std::string_view text) {
    std::optional<Part> part;
    for (size_t at = 0; at < text.size() && !is_over();) {
      const auto begin = static_cast<uint32_t>(at);
      if (!takes(utf8::decode(text, at))) continue;
      if (!part) part = Part{begin, begin};
      part->end = static_cast<uint32_t>(at);
      begun_ = true;
    }
    return part;
  }

 private:
  enum class State : uint8_t { before_letter, after_letter, over };

  bool takes(char32_t c) {
    if (is_blank(c)) return false;
    if (state_ == State::before_letter) {
      if (is_of(c, marks_before)) return true;
      found_ = is_of(c, letters);
      state_ = found_ ? State::after_letter : State::over;
      return found_;
    }
    if (is_of(c, marks_after | U_GC_M_MASK | U_GC_CF_MASK)) return true;
    stop();
    return false;
  }

  State state_ = State::before_letter;
  bool found_ = false;
  bool begun_ = false;
};

bool is_block_container(const ComputedStyle& style) {
  switch (style.display) {
    case Display::block:
    case Display::list_item:
    case Display::inline_block:
    case Display::table_cell:
    case Display::table_caption:
      return true;
    default:
      return false;
  }
}

bool is_inline(const ComputedStyle& style) {
  switch (style.display) {
    case Display::inline_:
    case Display::ruby:
    case Display::ruby_base:
      return true;
    default:
      return false;
  }
}

// Takes over what ::first-letter said of a property that applies to it: its value is not what the block would
// have handed down.
class SaidOfLetter {
 public:
  SaidOfLetter(const ComputedStyle& said, const ComputedStyle& usual, ComputedStyle& into)
      : said_(said), usual_(usual), into_(into) {}

  template <auto member>
  void take() const {
    if (said_.*member != usual_.*member) into_.*member = said_.*member;
  }

 private:
  const ComputedStyle& said_;
  const ComputedStyle& usual_;
  ComputedStyle& into_;
};

ComputedStyle letter_style(const ComputedStyle& around, const ComputedStyle& block,
                           const ComputedStyle& pseudo) {
  ComputedStyle style = around;
  const ComputedStyle usual = inherited_style(block);
  const SaidOfLetter said(pseudo, usual, style);
  said.take<&ComputedStyle::font_families>();
  said.take<&ComputedStyle::font_size>();
  said.take<&ComputedStyle::font_weight>();
  said.take<&ComputedStyle::font_style>();
  said.take<&ComputedStyle::font_variant_caps>();
  said.take<&ComputedStyle::font_features>();
  said.take<&ComputedStyle::font_kerning>();
  said.take<&ComputedStyle::line_height>();
  said.take<&ComputedStyle::color>();
  said.take<&ComputedStyle::background_color>();
  said.take<&ComputedStyle::letter_spacing>();
  said.take<&ComputedStyle::text_decoration>();
  said.take<&ComputedStyle::text_transform>();
  said.take<&ComputedStyle::vertical_align>();
  said.take<&ComputedStyle::vertical_align_length>();
  return style;
}

// The texts that make the first letter of one block.
class BlockScan {
 public:
  BlockScan(const Tree& tree, const Styles& styles) : tree_(tree), styles_(styles) {}

  struct Found {
    NodeId text;
    Part part;
  };

  std::vector<Found> run(NodeId block) {
    visit_children(block);
    if (!scan_.found_letter()) found_.clear();
    return std::move(found_);
  }

 private:
  // Recursion is as deep as the tree, whose depth the reader caps.
  void visit_children(NodeId element) {
    for (const NodeId child : children(tree_, element)) {
      if (scan_.is_over()) return;
      if (tree_.is_element(child)) {
        visit(child);
      } else if (const auto part = scan_.take(tree_.text(child))) {
        found_.push_back({child, *part});
      }
    }
  }

  // The first formatted line of a block may be that of a block in it; nothing but text may stand before the
  // letter.
  void visit(NodeId element) {
    const ComputedStyle& style = styles_.of(element);
    if (style.display == Display::none || style.display == Display::ruby_text ||
        style.float_ == Float::footnote) {
      return;
    }
    const Tag tag = tree_.tag(element);
    const bool is_next_line = !is_inline(style) && scan_.has_begun();
    const bool is_boxed = !is_inline(style) && style.display != Display::block;
    if (tag == Tag::br || tag == Tag::img || is_next_line || is_boxed) {
      if (tag != Tag::br || scan_.has_begun()) scan_.stop();
      return;
    }
    visit_children(element);
    if (!is_inline(style) && scan_.has_begun()) scan_.stop();
  }

  const Tree& tree_;
  const Styles& styles_;
  LetterScan scan_;
  std::vector<Found> found_;
};

void add_first_letter(const Tree& tree, Styles& styles, NodeId block) {
  // Copies: styles move when others are added.
  const ComputedStyle pseudo = *styles.pseudo(block, Pseudo::first_letter);
  const ComputedStyle own = styles.of(block);
  for (const auto& [text, part] : BlockScan(tree, styles).run(block)) {
    ComputedStyle style = letter_style(styles.of(tree.parent(text)), own, pseudo);
    styles.set_first_letter(text, {part.begin, part.end, styles.intern(std::move(style))});
  }
}

void visit_blocks(const Tree& tree, Styles& styles, NodeId element) {
  const ComputedStyle& style = styles.of(element);
  if (style.display == Display::none) return;
  if (styles.pseudo(element, Pseudo::first_letter) != nullptr && is_block_container(style))
    add_first_letter(tree, styles, element);
  for (const NodeId child : children(tree, element)) {
    if (tree.is_element(child)) visit_blocks(tree, styles, child);
  }
}

}  // namespace

void find_first_letters(const Tree& tree, Styles& styles) {
  visit_blocks(tree, styles, tree.root());
}

size_t first_letter_length(std::string_view text) {
  LetterScan scan;
  const std::optional<Part> part = scan.take(text);
  return part && scan.found_letter() ? part->end : 0;
}

}  // namespace pubbuild
