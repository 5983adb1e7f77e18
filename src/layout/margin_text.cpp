// Content of a margin box → text and lines.
#include "layout/margin_text.h"

#include <algorithm>

#include "layout/block_flow.h"
#include "layout/paragraph.h"
#include "style/counter_styles.h"
#include "style/quotation_marks.h"

namespace pubbuild {

namespace {

// What is longer than any margin can hold is cut, so that a megabyte of text does not cost what it would on
// every page.
constexpr size_t most_bytes = 1000;
constexpr std::string_view ellipsis = "…";

size_t character_begin(std::string_view text, size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

bool keeps_line_ends(WhiteSpace white_space) {
  return white_space == WhiteSpace::pre || white_space == WhiteSpace::pre_wrap ||
         white_space == WhiteSpace::pre_line;
}

bool keeps_blanks(WhiteSpace white_space) {
  return white_space == WhiteSpace::pre || white_space == WhiteSpace::pre_wrap;
}

// CSS Text 3 §4.1.1, for a text that is a paragraph of its own.
std::string collapsed(const std::string& written, WhiteSpace white_space) {
  if (keeps_blanks(white_space)) return written;
  std::string text;
  for (const char c : written) {
    const bool is_line_end = c == '\n' && keeps_line_ends(white_space);
    const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    const bool follows_blank = text.empty() || text.back() == ' ' || text.back() == '\n';
    if (is_line_end) {
      if (!text.empty() && text.back() == ' ') text.pop_back();
      text += '\n';
    } else if (!is_blank) {
      text += c;
    } else if (!follows_blank) {
      text += ' ';
    }
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

class ContentText {
 public:
  ContentText(const ComputedStyle& style, const PageFacts& facts) : style_(style), facts_(facts) {}

  std::string run() {
    std::string text;
    for (const ContentPiece& piece : style_.content) {
      text += text_of(piece);
      if (text.size() > most_bytes) return cut(text);
    }
    return text;
  }

 private:
  static std::string cut(const std::string& text) {
    return text.substr(0, character_begin(text, most_bytes)) + std::string(ellipsis);
  }

  std::string text_of(const ContentPiece& piece) {
    switch (piece.kind) {
      case ContentPiece::Kind::string:
        return piece.text;
      case ContentPiece::Kind::counter:
      case ContentPiece::Kind::counters:
        return counter_text(value_of(piece.name), piece.style.empty() ? "decimal" : piece.style,
                            facts_.counter_styles);
      case ContentPiece::Kind::named_string:
        return std::string(facts_.strings.value(piece.name, piece.style));
      case ContentPiece::Kind::open_quote:
      case ContentPiece::Kind::close_quote:
      case ContentPiece::Kind::no_open_quote:
      case ContentPiece::Kind::no_close_quote:
        return quotation_.mark(piece.kind, style_);
      case ContentPiece::Kind::attribute:
      case ContentPiece::Kind::element_text:
      case ContentPiece::Kind::target_counter:
      case ContentPiece::Kind::target_counters:
      case ContentPiece::Kind::target_text:
      case ContentPiece::Kind::leader:
        return {};
    }
    return {};
  }

  int32_t value_of(const std::string& counter) const {
    return counter == "pages" ? facts_.pages : facts_.counters.value(counter);
  }

  const ComputedStyle& style_;
  const PageFacts& facts_;
  Quotation quotation_;
};

Length end_of(const Line& line) {
  Length end;
  for (const Item& item : line.items) {
    const auto* text = std::get_if<TextItem>(&item);
    if (!text) continue;
    Length width;
    for (const Glyph& glyph : text->run.glyphs) width += millipoints(glyph.advance);
    end = max(end, text->origin.x + width);
  }
  return end;
}

// Punctuation may hang out of a line by half its width.
bool has_room(const std::vector<Line>& lines, const ComputedStyle& style, Size box) {
  Length height;
  for (const Line& line : lines) {
    height += line.height;
    if (end_of(line) > max(box.width, style.font_size) + style.font_size / 2) return false;
  }
  return lines.size() <= 1 || height <= box.height;
}

}  // namespace

std::string margin_text(const ComputedStyle& style, const PageFacts& facts) {
  return collapsed(ContentText(style, facts).run(), style.white_space);
}

std::vector<Line> margin_lines(LayoutDocument& document, const std::string& text, const ComputedStyle& style,
                               Size box) {
  const auto set = [&](const std::string& words) {
    return lay_out_paragraph(document, inline_text(words, style), {{}, box.width, StructureId::artifact});
  };
  std::vector<Line> lines = set(text);
  if (has_room(lines, style, box)) return lines;
  size_t fitting = 0;
  size_t too_long = text.size();
  while (too_long - fitting > 1) {
    const size_t middle = fitting + (too_long - fitting) / 2;
    std::vector<Line> shorter = set(text.substr(0, character_begin(text, middle)) + std::string(ellipsis));
    const bool fits = has_room(shorter, style, box);
    (fits ? fitting : too_long) = middle;
    if (fits || fitting == 0) lines = std::move(shorter);
  }
  return lines;
}

}  // namespace pubbuild
