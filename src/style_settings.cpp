// Paper, font size, margins and line breaking in the words of users → rules of CSS.
#include "style_settings.h"

#include <algorithm>
#include <array>
#include <vector>

#include "style/properties.h"

namespace pubbuild {

namespace {

// What a hand can hold and a printer print.
constexpr Length least_side = points(100);
constexpr Length largest_side = points(14'400);
constexpr Length least_text = points(4);
constexpr Length largest_text = points(96);

bool is_between(Length least, Length length, Length largest) {
  return least <= length && length <= largest;
}

std::string in_points(Length length) {
  return css::to_css(css::Decimal{length.milli * 1000}) + "pt";
}

bool is_absolute(const css::Token& token) {
  return token.is(css::TokenKind::dimension) && css::absolute_unit(css::ascii_lower(token.text));
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  const size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// "170x240mm", "170mm × 240mm", "170x240" → "170mm 240mm"; other texts are the name of a paper.
std::string as_css_size(std::string_view value) {
  for (const std::string_view cross : {"x", "X", "×", "*"}) {
    const size_t at = value.find(cross);
    if (at == std::string_view::npos || at == 0 || value.find_first_of("0123456789") != 0) continue;
    std::string width(trimmed(value.substr(0, at)));
    std::string height(trimmed(value.substr(at + cross.size())));
    if (is_number(height)) height += "mm";
    if (is_number(width)) width += height.substr(height.find_first_not_of("0123456789."));
    return width + " " + height;
  }
  return std::string(value);
}

// What a property makes of a value in a sheet without any other rule; nothing if the value is bad.
std::optional<css::PageFields> page_fields(std::string_view size) {
  const css::TokenList list = css::tokenize(size);
  ComputedStyle style = css::initial_style();
  css::Computation computation{.style = style, .parent = css::initial_style()};
  css::Values values(list.tokens, computation.units());
  if (values.at_end() || !css::property_named("size")->set(computation, values) || !values.at_end())
    return std::nullopt;
  return computation.page;
}

std::optional<std::string> paper_rules(std::string_view value) {
  const std::optional<css::PageFields> page = page_fields(as_css_size(trimmed(value)));
  if (!page || !is_between(least_side, page->size.width, largest_side) ||
      !is_between(least_side, page->size.height, largest_side))
    return std::nullopt;
  return ":root { --paper-width: " + in_points(page->size.width) +
         "; --paper-height: " + in_points(page->size.height) +
         " }\n@page { size: var(--paper-width) var(--paper-height) }\n";
}

std::optional<std::string> font_size_rules(std::string_view value) {
  std::string text(trimmed(value));
  if (is_number(text)) text += "pt";
  const css::TokenList list = css::tokenize(text);
  if (list.tokens.size() != 1 || !(is_absolute(list.tokens[0]) || list.tokens[0].is(css::TokenKind::ident)))
    return std::nullopt;
  ComputedStyle style = css::initial_style();
  css::Computation computation{.style = style, .parent = css::initial_style()};
  css::Values values(list.tokens, computation.units());
  const bool is_size = css::property_named("font-size")->set(computation, values);
  if (!is_size || !is_between(least_text, style.font_size, largest_text)) return std::nullopt;
  const std::string size = in_points(style.font_size);
  return ":root { --fs: " + size + "; font-size: " + size + " }\n";
}

// One to four lengths, as in CSS: top, outer, bottom, inner; without a unit they are millimetres.
std::vector<Length> margin_lengths(std::string_view value) {
  std::vector<Length> lengths;
  while (!(value = trimmed(value)).empty()) {
    const size_t end = std::min(value.find_first_of(" \t,"), value.size());
    std::string text(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
    if (is_number(text)) text += "mm";
    const css::TokenList list = css::tokenize(text);
    Length length;
    css::Values values(list.tokens, {});
    if (list.tokens.size() != 1 || !is_absolute(list.tokens[0]) || !css::read_non_negative(values, length) ||
        length > largest_side)
      return {};
    lengths.push_back(length);
  }
  return lengths;
}

// The type area keeps whole characters and whole lines, whichever a theme has across: what is left over is
// shared by opposite margins.
std::optional<std::string> margin_rules(std::string_view value) {
  const std::vector<Length> lengths = margin_lengths(value);
  if (lengths.empty() || lengths.size() > 4) return std::nullopt;
  const std::string top = in_points(lengths[0]);
  const std::string outer = in_points(lengths.size() > 1 ? lengths[1] : lengths[0]);
  const std::string bottom = in_points(lengths.size() > 2 ? lengths[2] : lengths[0]);
  const std::string inner = lengths.size() > 3 ? in_points(lengths[3]) : outer;
  const std::string width = "var(--paper-width) - " + outer + " - " + inner;
  const std::string height = "var(--paper-height) - " + top + " - " + bottom;
  return ":root {\n  --measure: round(down, " + width +
         ", var(--column-step));\n  --type-height: round(down, " + height +
         ", var(--row-step));\n  --margin-inner: round(" + inner + " + (" + width +
         " - var(--measure)) / 2, 0.001pt);\n  --margin-top: round(" + top + " + (" + height +
         " - var(--type-height)) / 2, 0.001pt);\n}\n";
}

std::optional<std::string> line_break_rules(std::string_view value) {
  if (value != "strict" && value != "normal" && value != "loose") return std::nullopt;
  return ":root { line-break: " + std::string(value) + " }\n";
}

std::optional<std::string> writing_mode_rules(std::string_view value) {
  if (value != "horizontal-tb" && value != "vertical-rl" && value != "vertical-lr") return std::nullopt;
  return ":root { writing-mode: " + std::string(value) + " }\n";
}

constexpr auto settings = std::to_array<StyleSetting>({
    {"paper", &Metadata::paper, paper_rules,
     "A3 to A6, B4, B5, JIS-B4, JIS-B5, 16开, 大16开, 32开, 大32开, Letter, Legal, each also with a blank "
     "and "
     "`landscape`, or width and height: 170x240mm"},
    {"font-size", &Metadata::font_size, font_size_rules,
     "points (12pt), other absolute units, or 初号 to 八号: 小四"},
    {"margins", &Metadata::margins, margin_rules,
     "one length for all, or top and sides, or top, outer, bottom and inner: 25mm 20mm"},
    {"line-break", &Metadata::line_break, line_break_rules, "strict, normal and loose"},
    {"writing-mode", &Metadata::writing_mode, writing_mode_rules,
     "horizontal-tb, vertical-rl and vertical-lr"},
});

}  // namespace

std::span<const StyleSetting> style_settings() {
  return settings;
}

const StyleSetting* style_setting_named(std::string_view key) {
  const auto* found = std::find_if(settings.begin(), settings.end(),
                                   [&](const StyleSetting& setting) { return setting.key == key; });
  return found == settings.end() ? nullptr : found;
}

}  // namespace pubbuild
