// Preludes and descriptors of at-rules → data (Media Queries 4, CSS Paged Media 3, CSS Fonts 4).
#include "style/at_rules.h"

#include <algorithm>
#include <array>

#include "style/properties.h"
#include "style/text_properties.h"

namespace pubbuild::css {

namespace {

std::vector<TokenView> split_at_commas(TokenView tokens) {
  std::vector<TokenView> parts;
  size_t begin = 0;
  for (size_t at = 0; at < tokens.size(); at = after_component(tokens, at)) {
    if (!tokens[at].is(TokenKind::comma)) continue;
    parts.push_back(trimmed(tokens.subspan(begin, at - begin)));
    begin = at + 1;
  }
  parts.push_back(trimmed(tokens.subspan(begin)));
  return parts;
}

// One query: `print`, `not print`, `screen and (…)`, `(…)`. Features are for reading systems to answer.
std::optional<MediaScope> read_query(TokenView query) {
  if (query.empty()) return std::nullopt;
  MediaScope scope;
  if (query[0].is(TokenKind::open_round)) {
    scope.print = false;
    scope.condition = to_css(query);
    return scope;
  }
  Values words(query, {});
  const bool negated = words.take_ident("not");
  if (!negated) words.take_ident("only");
  const auto type = words.take_any_ident();
  if (!type) return std::nullopt;
  const std::string name = ascii_lower(*type);
  scope.print = name == "print" || name == "all";
  scope.reading_system = name == "screen" || name == "all";
  if (negated) {
    scope.print = !scope.print;
    scope.reading_system = !scope.reading_system;
  }
  if (words.at_end()) return scope;
  if (!words.take_ident("and")) return std::nullopt;
  scope.print = false;
  if (scope.reading_system) scope.condition = to_css(query);
  return scope;
}

constexpr auto margin_areas = std::to_array<Keyword<MarginArea>>({
    {"top-left-corner", MarginArea::top_left_corner},
    {"top-left", MarginArea::top_left},
    {"top-center", MarginArea::top_center},
    {"top-right", MarginArea::top_right},
    {"top-right-corner", MarginArea::top_right_corner},
    {"right-top", MarginArea::right_top},
    {"right-middle", MarginArea::right_middle},
    {"right-bottom", MarginArea::right_bottom},
    {"bottom-right-corner", MarginArea::bottom_right_corner},
    {"bottom-right", MarginArea::bottom_right},
    {"bottom-center", MarginArea::bottom_center},
    {"bottom-left", MarginArea::bottom_left},
    {"bottom-left-corner", MarginArea::bottom_left_corner},
    {"left-bottom", MarginArea::left_bottom},
    {"left-middle", MarginArea::left_middle},
    {"left-top", MarginArea::left_top},
});

// A string, url(name) or url("name").
std::optional<std::string> read_url(TokenView token) {
  if (token[0].is(TokenKind::string) || token[0].is(TokenKind::url)) return token[0].text;
  if (!token[0].is_function("url")) return std::nullopt;
  Values values(token, {});
  Values inside = values.take_block();
  std::optional<std::string> url = inside.take_string();
  return inside.at_end() ? url : std::nullopt;
}

// The inside of :nth(): `an+b`, or `an+b of name`.
bool read_numbered(TokenView tokens, PageSelector& page) {
  PageSelector::Numbered& numbered = page.numbered.emplace_back();
  tokens = trimmed(tokens);
  const bool has_name = tokens.size() > 4 && tokens[tokens.size() - 3].is_ident("of") &&
                        tokens[tokens.size() - 1].is(TokenKind::ident);
  if (has_name) {
    numbered.of = tokens[tokens.size() - 1].text;
    tokens = tokens.first(tokens.size() - 3);
  }
  const std::optional<Nth> nth = read_nth(tokens);
  numbered.nth = nth.value_or(Nth{});
  return nth.has_value();
}

bool* page_flag(const Token& token, PageSelector& page) {
  if (token.is_ident("first")) return &page.first;
  if (token.is_ident("left")) return &page.left;
  if (token.is_ident("right")) return &page.right;
  return token.is_ident("blank") ? &page.blank : nullptr;
}

// `name:first:left:nth(2n)`, without blanks between.
bool read_page_selector(TokenView tokens, PageSelector& page) {
  size_t at = 0;
  if (at < tokens.size() && tokens[at].is(TokenKind::ident)) page.name = tokens[at++].text;
  while (at + 1 < tokens.size() && tokens[at].is(TokenKind::colon)) {
    const Token& pseudo = tokens[++at];
    const size_t end = after_component(tokens, at);
    if (pseudo.is_function("nth")) {
      // The bracket may be missing where the text ends.
      const size_t inside = end - at - (end - at == pseudo.match + size_t{1} ? 2 : 1);
      if (!read_numbered(tokens.subspan(at + 1, inside), page)) return false;
    } else if (bool* flag = page_flag(pseudo, page)) {
      *flag = true;
    } else {
      return false;
    }
    at = end;
  }
  return at == tokens.size();
}

// U+4E00-9FFF, U+4?? in the source's own characters (CSS Syntax 3 §7).
bool read_range(std::string_view text, UnicodeRange& range) {
  if (text.size() < 3 || (text[0] | 0x20) != 'u' || text[1] != '+') return false;
  text.remove_prefix(2);
  const size_t dash = text.find('-');
  std::string first(text.substr(0, dash));
  std::string last(dash == std::string_view::npos ? text : text.substr(dash + 1));
  if (dash == std::string_view::npos) {
    std::ranges::replace(first, '?', '0');
    std::ranges::replace(last, '?', 'F');
  }
  const auto read_hex = [](const std::string& digits, char32_t& into) {
    if (digits.empty() || digits.size() > 6) return false;
    into = 0;
    for (const char c : digits) {
      const char lower = static_cast<char>(c | 0x20);
      const bool is_digit = c >= '0' && c <= '9';
      if (!is_digit && (lower < 'a' || lower > 'f')) return false;
      into = into * 16 + static_cast<char32_t>(is_digit ? c - '0' : lower - 'a' + 10);
    }
    return into <= 0x10FFFF;
  };
  return read_hex(first, range.first) && read_hex(last, range.last) && range.first <= range.last;
}

bool read_ranges(std::string_view text, std::vector<UnicodeRange>& into) {
  while (true) {
    const size_t comma = std::min(text.find(','), text.size());
    std::string_view one = text.substr(0, comma);
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; };
    while (!one.empty() && is_blank(one.front())) one.remove_prefix(1);
    while (!one.empty() && is_blank(one.back())) one.remove_suffix(1);
    into.emplace_back();
    if (!read_range(one, into.back())) return false;
    if (comma == text.size()) return true;
    text.remove_prefix(comma + 1);
  }
}

// format("woff2") tech(variations): hints that spare reading a file that could not be used.
bool read_hints(Values& values, FontSource& into) {
  if (!values.at_end() && values.peek()->is_function("format")) {
    Values inside = values.take_block();
    auto format = inside.take_string();
    if (!format) format = inside.take_any_ident();
    if (!format || !inside.at_end()) return false;
    into.format = ascii_lower(*format);
  }
  if (!values.at_end() && values.peek()->is_function("tech")) into.tech = values.take_block().rest_as_css();
  return values.at_end();
}

bool read_source(TokenView tokens, FileId file, FontSource& into) {
  if (tokens.empty()) return false;
  into.span = {file, tokens.front().begin, tokens.back().end};
  into.kind = tokens[0].is_function("local") ? FontSource::Kind::local : FontSource::Kind::file;
  Values values(tokens, {});
  if (tokens[0].is(TokenKind::url)) {
    into.name = tokens[0].text;
    values.take();
    return read_hints(values, into);
  }
  if (!tokens[0].is_function("local") && !tokens[0].is_function("url")) return false;
  Values inside = values.take_block();
  std::vector<std::string> names;
  if (!read_families(inside, names) || names.size() != 1 || !inside.at_end()) return false;
  into.name = names[0];
  return read_hints(values, into);
}

bool read_weights(Values values, FontFaceRule& face) {
  const auto read_one = [&](int32_t& weight) {
    if (values.take_ident("normal")) return weight = 400, true;
    if (values.take_ident("bold")) return weight = 700, true;
    return read_integer(values, weight) && weight >= 1 && weight <= 1000;
  };
  if (!read_one(face.weight_from)) return false;
  face.weight_to = face.weight_from;
  return values.at_end() || (read_one(face.weight_to) && values.at_end());
}

bool read_size_adjust(Values values, int32_t& into) {
  LengthOrPercent percent;
  if (!read_length_or_percent(values, percent) || percent.permyriad <= 0) return false;
  into = percent.permyriad / 10;
  return values.at_end();
}

bool read_descriptor(const Declaration& given, std::string_view source, FontFaceRule& face) {
  Values values(given.value, {});
  if (given.name == "font-family") {
    std::vector<std::string> names;
    if (!read_families(values, names) || names.size() != 1 || !values.at_end()) return false;
    return face.family = names[0], true;
  }
  if (given.name == "src") {
    for (const TokenView one : split_at_commas(given.value)) {
      face.sources.emplace_back();
      if (!read_source(one, given.span.file, face.sources.back())) return false;
    }
    return true;
  }
  if (given.name == "font-weight") return read_weights(values, face);
  if (given.name == "font-style") return read_font_style(values, face.style) && values.at_end();
  if (given.name == "size-adjust") return read_size_adjust(values, face.size_adjust);
  if (given.name == "unicode-range") {
    const uint32_t begin = given.value.front().begin;
    return read_ranges(source.substr(begin, given.value.back().end - begin), face.ranges);
  }
  return false;
}

// Descriptors that change nothing on paper, or that we honour by other means.
bool is_idle_descriptor(std::string_view name) {
  return name == "font-display" || name == "font-stretch" || name == "font-feature-settings";
}

// CSS that browsers know and our layout does not.
bool is_foreign_descriptor(std::string_view name) {
  constexpr std::string_view names[] = {"ascent-override",        "descent-override",
                                        "line-gap-override",      "font-variation-settings",
                                        "font-language-override", "font-named-instance"};
  return std::ranges::find(names, name) != std::end(names);
}

}  // namespace

std::optional<MediaScope> read_media(TokenView prelude) {
  MediaScope all{false, false, {}};
  bool unconditional = false;
  for (const TokenView query : split_at_commas(prelude)) {
    const std::optional<MediaScope> one = read_query(query);
    if (!one) return std::nullopt;
    all.print = all.print || one->print;
    all.reading_system = all.reading_system || one->reading_system;
    unconditional = unconditional || (one->reading_system && one->condition.empty());
    if (one->condition.empty()) continue;
    all.condition += (all.condition.empty() ? "" : ", ") + one->condition;
  }
  if (unconditional) all.condition.clear();
  return all;
}

bool asks_print_for_features(TokenView prelude) {
  return std::ranges::any_of(split_at_commas(prelude), [](TokenView query) {
    Values words(query, {});
    words.take_ident("only");
    return words.take_ident("print") && !words.at_end();
  });
}

std::optional<Import> read_import(TokenView prelude) {
  if (prelude.empty()) return std::nullopt;
  const std::optional<std::string> url = read_url(prelude.first(after_component(prelude, 0)));
  if (!url) return std::nullopt;
  Import import{*url, {}, {}};
  TokenView rest = trimmed(prelude.subspan(after_component(prelude, 0)));
  if (rest.empty()) return import;
  const bool is_layered =
      rest[0].is_ident("layer") || rest[0].is_function("layer") || rest[0].is_function("supports");
  if (is_layered) return import.condition = to_css(rest), import;
  const std::optional<MediaScope> media = read_media(rest);
  if (!media) return std::nullopt;
  import.media = *media;
  return import;
}

MediaScope narrowed(const MediaScope& outer, const MediaScope& inner) {
  MediaScope both{outer.print && inner.print, outer.reading_system && inner.reading_system, outer.condition};
  if (both.condition.empty()) {
    both.condition = inner.condition;
  } else if (!inner.condition.empty()) {
    both.reading_system = false;  // no one writes this; a query of both would have to be multiplied out
  }
  return both;
}

std::optional<MarginArea> margin_area_named(std::string_view lower_name) {
  for (const auto& area : margin_areas) {
    if (area.name == lower_name) return area.value;
  }
  return std::nullopt;
}

PageSelectors read_page_selectors(TokenView prelude) {
  PageSelectors selectors;
  for (const TokenView one : split_at_commas(prelude)) {
    selectors.pages.emplace_back();
    if (!read_page_selector(one, selectors.pages.back())) selectors.is_right = false;
  }
  return selectors;
}

FontFaceRule read_font_face(const Block& block, std::string_view source, const BlockContext& context) {
  FontFaceRule face;
  for (const Declaration& given : block.declarations) {
    if (is_idle_descriptor(given.name)) continue;
    if (is_foreign_descriptor(given.name)) {
      context.diagnostics->warning("style-unsupported", given.span,
                                   "'" + given.name + "' of @font-face is not honoured");
    } else if (!read_descriptor(given, source, face)) {
      context.diagnostics->warning("style-bad-value", given.span,
                                   "@font-face cannot read this '" + given.name + "'");
    }
  }
  return face;
}

}  // namespace pubbuild::css
