// Finds the pair of marks.
#include "style/quotation_marks.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "base/language.h"

namespace pubbuild {

namespace {

// Unicode CLDR 45, delimiters: outer and inner pair, by primary language.
struct LanguageMarks {
  std::string_view language;
  std::array<std::string_view, 4> marks;
};

constexpr std::array<std::string_view, 4> corner_brackets{"「", "」", "『", "』"};
constexpr std::array<std::string_view, 4> curved_marks{"“", "”", "‘", "’"};
constexpr LanguageMarks language_marks[] = {
    {"cs", {"„", "“", "‚", "‘"}}, {"da", {"“", "”", "‘", "’"}}, {"de", {"„", "“", "‚", "‘"}},
    {"es", {"«", "»", "“", "”"}}, {"fi", {"”", "”", "’", "’"}}, {"fr", {"«", "»", "«", "»"}},
    {"hu", {"„", "”", "»", "«"}}, {"it", {"«", "»", "“", "”"}}, {"nb", {"«", "»", "‘", "’"}},
    {"pl", {"„", "”", "«", "»"}}, {"pt", {"“", "”", "‘", "’"}}, {"ru", {"«", "»", "„", "“"}},
    {"sv", {"”", "”", "’", "’"}}, {"uk", {"«", "»", "„", "“"}},
};

const std::array<std::string_view, 4>& marks_of(std::string_view language) {
  const Script script = script_of(language);
  if (script == Script::hant || script == Script::japanese) return corner_brackets;
  const std::string_view primary = language.substr(0, language.find('-'));
  const auto* found = std::ranges::find(language_marks, primary, &LanguageMarks::language);
  return found == std::end(language_marks) ? curved_marks : found->marks;
}

enum class QuoteSide : uint8_t { opening, closing };

size_t place_of(size_t depth, size_t pairs, QuoteSide side) {
  return 2 * std::min(depth, pairs - 1) + (side == QuoteSide::closing ? 1 : 0);
}

std::string quotation_mark(const ComputedStyle& style, size_t depth, QuoteSide side) {
  const Quotes& quotes = style.quotes;
  switch (quotes.kind) {
    case Quotes::Kind::none:
      return {};
    case Quotes::Kind::auto_:
      return std::string(marks_of(style.lang)[place_of(depth, 2, side)]);
    case Quotes::Kind::pairs:
      return quotes.marks.size() < 2 ? "" : quotes.marks[place_of(depth, quotes.marks.size() / 2, side)];
  }
  return {};
}

}  // namespace

std::string Quotation::mark(ContentPiece::Kind kind, const ComputedStyle& style) {
  using Kind = ContentPiece::Kind;
  const bool closes = kind == Kind::close_quote || kind == Kind::no_close_quote;
  if (kind == Kind::open_quote) return quotation_mark(style, depth_++, QuoteSide::opening);
  if (kind == Kind::no_open_quote) ++depth_;
  if (!closes || depth_ == 0) return {};
  --depth_;
  return kind == Kind::close_quote ? quotation_mark(style, depth_, QuoteSide::closing) : std::string();
}

}  // namespace pubbuild
