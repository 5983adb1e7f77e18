// Runs the text folder's passes over single texts and prints what each finds.
#include "debug_text.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "build_fonts.h"
#include "style/cascade.h"
#include "style/properties.h"
#include "text/break_opportunities.h"
#include "text/character_class.h"
#include "text/line_breaking.h"
#include "text/line_setting.h"
#include "text/prepare.h"

namespace pubbuild {

namespace {

constexpr Length one_long_line = points(100'000);

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// The character of an escape at `at`, which moves past it; nothing where none stands there.
std::optional<char32_t> take_escape(std::string_view text, size_t& at) {
  if (text.substr(at, 2) != "\\u") return {};
  const bool braced = text.substr(at + 2, 1) == "{";
  const size_t begin = at + (braced ? 3 : 2);
  const size_t most = braced ? 6 : 4;
  char32_t character = 0;
  size_t end = begin;
  for (; end < text.size() && end - begin < most && hexadecimal(text[end]) >= 0; ++end)
    character = character * 16 + static_cast<char32_t>(hexadecimal(text[end]));
  if (end == begin || (braced ? text.substr(end, 1) != "}" : end - begin < most)) return {};
  at = end + (braced ? 1 : 0);
  return character;
}

std::string unescaped(std::string_view text) {
  std::string plain;
  for (size_t at = 0; at < text.size();) {
    const std::optional<char32_t> character = take_escape(text, at);
    utf8::append(plain, character ? *character : utf8::decode(text, at));
  }
  return plain;
}

std::vector<std::string> texts_in(std::string_view input) {
  std::vector<std::string> texts;
  while (!input.empty()) {
    const size_t end = std::min(input.find('\n'), input.size());
    texts.push_back(unescaped(input.substr(0, end)));
    input.remove_prefix(std::min(end + 1, input.size()));
  }
  return texts;
}

void append_number(std::string& row, int64_t number) {
  row += (row.empty() ? "" : " ") + std::to_string(number);
}

std::string break_row(const std::string& text, const ComputedStyle& style) {
  const std::vector<BreakKind> breaks =
      break_opportunities(utf8::decode_all(text), {style.lang, style.line_break, style.word_break});
  std::string row;
  for (size_t n = 1; n < breaks.size(); ++n) {
    if (breaks[n] != BreakKind::none) append_number(row, static_cast<int64_t>(n));
  }
  return row;
}

// One text as a paragraph of its own.
class SingleText {
 public:
  SingleText(std::string text, const ComputedStyle& style, Shaper& shaper) {
    flat_.style = &style;
    flat_.runs.push_back({.begin = 0, .end = static_cast<uint32_t>(text.size()), .style = &style});
    flat_.text = std::move(text);
    prepared_ = prepare(flat_, shaper);
  }

  std::string spacing_row() const {
    const LineWidths widths(prepared_.clusters);
    const SetLine line =
        set_line(prepared_.clusters, widths, 0, prepared_.clusters.size(), one_long_line, Adjust::none);
    std::string row;
    for (size_t n = 0; n < prepared_.clusters.size(); ++n) {
      const int64_t advance = n < line.advance.size() ? line.advance[n] : prepared_.clusters[n].advance;
      append_advances(row, n, advance * 1000 / std::max(prepared_.clusters[n].em, 1));
    }
    return row;
  }

  std::string line_rows(Length measure) const {
    const LineWidths widths(prepared_.clusters);
    std::string rows;
    size_t begin = 0;
    for (const size_t end : choose_breaks(prepared_.clusters, widths, {measure, measure}, Fit::justified)) {
      rows += shown(begin, end) + "\n";
      begin = end;
    }
    return rows;
  }

 private:
  uint32_t byte_of(size_t cluster) const {
    return cluster < prepared_.clusters.size() ? prepared_.clusters[cluster].begin
                                               : static_cast<uint32_t>(flat_.text.size());
  }

  // The advance of a cluster is shared out among its characters; marks on a base have none.
  void append_advances(std::string& row, size_t cluster, int64_t advance) const {
    const std::u32string characters = utf8::decode_all(
        std::string_view(flat_.text).substr(byte_of(cluster), byte_of(cluster + 1) - byte_of(cluster)));
    int64_t bases = 0;
    for (const char32_t c : characters) bases += has_width(c);
    for (const char32_t c : characters) {
      const int64_t share = has_width(c) || bases == 0 ? advance / std::max<int64_t>(bases, 1) : 0;
      append_number(row, share);
      advance -= share;
      bases -= has_width(c);
    }
  }

  static bool has_width(char32_t c) { return !is_combining(c) && !is_invisible(c); }

  // Without the blanks and the line feed at the line's end, which do not show.
  std::string shown(size_t begin, size_t end) const {
    std::string line = flat_.text.substr(byte_of(begin), byte_of(end) - byte_of(begin));
    while (!line.empty() && (line.back() == ' ' || line.back() == '\n')) line.pop_back();
    return line;
  }

  FlatText flat_;
  Prepared prepared_;
};

}  // namespace

ComputedStyle debug_style(const std::string& lang) {
  ComputedStyle style = inherited_style({});
  style.font_families = {"serif"};
  style.font_size = points(10);
  style.lang = lang;
  style.text_align = TextAlign::justify;
  style.overflow_wrap = OverflowWrap::break_word;
  return style;
}

bool apply_property(ComputedStyle& style, std::string_view property, std::string_view value) {
  const css::TokenList list = css::tokenize(value);
  const css::Property* known = css::property_named(property);
  if (known == nullptr || known->set == nullptr) return false;
  css::Computation computation{.style = style, .parent = css::initial_style()};
  css::Values values(list.tokens, computation.units());
  return known->set(computation, values) && values.at_end();
}

std::optional<Length> debug_measure(const ComputedStyle& style, std::string_view value) {
  const css::TokenList list = css::tokenize(value);
  ComputedStyle own = style;
  const css::Computation computation{.style = own, .parent = style};
  css::Values values(list.tokens, computation.units());
  Length measure;
  if (!css::read_length(values, measure) || !values.at_end() || measure <= Length{}) return {};
  return measure;
}

std::string debug_texts(TextAspect aspect, std::string_view texts, const ComputedStyle& style, Length measure,
                        const std::string& data_folder) {
  std::string rows;
  if (aspect == TextAspect::breaks) {
    for (const std::string& text : texts_in(texts)) rows += break_row(text, style) + "\n";
    return rows;
  }
  Fonts fonts = find_fonts(data_folder);
  Shaper shaper(fonts);
  for (const std::string& text : texts_in(texts)) {
    if (aspect == TextAspect::lines && !rows.empty()) rows += "\n";
    const SingleText single(text, style, shaper);
    rows += aspect == TextAspect::lines ? single.line_rows(measure) : single.spacing_row() + "\n";
  }
  return rows;
}

}  // namespace pubbuild
