// The parts of links: labels, destinations, titles, definitions (CommonMark 0.31.2 §4.7, §6.3).
#include "read/markdown/links.h"

#include <unicode/unistr.h>

#include <algorithm>

#include "read/markdown/entities.h"

namespace pubbuild::markdown {

namespace {

constexpr size_t max_label_characters = 999;
// CommonMark asks for three at least; deeper ones would be scanned again and again.
constexpr int max_destination_parentheses = 32;

bool is_space_or_tab(char c) {
  return c == ' ' || c == '\t';
}

bool is_escapable(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

// The length of the backslash escape at `at`, or 1.
size_t step(std::string_view text, size_t at) {
  return text[at] == '\\' && at + 1 < text.size() && is_escapable(text[at + 1]) ? 2 : 1;
}

size_t after_spaces(std::string_view text, size_t at) {
  while (at < text.size() && is_space_or_tab(text[at])) ++at;
  return at;
}

// Past the line feed where only blanks are left on the line.
std::optional<size_t> after_line_end(std::string_view text, size_t at) {
  at = after_spaces(text, at);
  if (at == text.size()) return at;
  return text[at] == '\n' ? std::optional(at + 1) : std::nullopt;
}

std::optional<LinkPart> bracketed_destination(std::string_view text, size_t at) {
  for (size_t end = at + 1; end < text.size(); end += step(text, end)) {
    if (text[end] == '>') return LinkPart{text.substr(at + 1, end - at - 1), end + 1};
    if (text[end] == '<' || text[end] == '\n') break;
  }
  return std::nullopt;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(),
                    [](char want, char c) { return want == (c >= 'A' && c <= 'Z' ? c + 32 : c); });
}

// Browsers skip controls and blanks in a scheme, so we do.
std::string visible_front(std::string_view destination) {
  std::string front;
  for (const char c : destination) {
    if (static_cast<unsigned char>(c) > ' ') front += c;
    if (front.size() == 32) break;
  }
  return front;
}

}  // namespace

std::optional<LinkPart> link_label(std::string_view text, size_t at) {
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  size_t characters = 0;
  bool blank = true;
  for (size_t end = at + 1; end < text.size(); end += step(text, end)) {
    const char c = text[end];
    if (c == ']') {
      if (blank) return std::nullopt;
      return LinkPart{text.substr(at + 1, end - at - 1), end + 1};
    }
    if (c == '[') return std::nullopt;
    blank &= is_space_or_tab(c) || c == '\n';
    characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (characters > max_label_characters) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<LinkPart> link_destination(std::string_view text, size_t at) {
  if (at < text.size() && text[at] == '<') return bracketed_destination(text, at);
  int open = 0;
  size_t end = at;
  for (; end < text.size(); end += step(text, end)) {
    const auto c = static_cast<unsigned char>(text[end]);
    if (c <= ' ' || c == 0x7F) break;
    if (c == '(' && ++open > max_destination_parentheses) return std::nullopt;
    if (c == ')' && --open < 0) break;
  }
  if (end == at || open > 0) return std::nullopt;
  return LinkPart{text.substr(at, end - at), end};
}

std::optional<LinkPart> link_title(std::string_view text, size_t at) {
  if (at >= text.size()) return std::nullopt;
  const char open = text[at];
  if (open != '"' && open != '\'' && open != '(') return std::nullopt;
  const char close = open == '(' ? ')' : open;
  for (size_t end = at + 1; end < text.size(); end += step(text, end)) {
    if (text[end] == close) return LinkPart{text.substr(at + 1, end - at - 1), end + 1};
    if (text[end] == '(' && open == '(') break;
  }
  return std::nullopt;
}

size_t after_link_blanks(std::string_view text, size_t at) {
  at = after_spaces(text, at);
  return at < text.size() && text[at] == '\n' ? after_spaces(text, at + 1) : at;
}

std::optional<InlineTarget> inline_target(std::string_view text, size_t at) {
  InlineTarget found;
  at = after_link_blanks(text, at + 1);
  if (const auto destination = link_destination(text, at)) {
    found.target.destination = percent_encoded(unescaped(destination->written));
    at = destination->end;
    const size_t next = after_link_blanks(text, at);
    const auto title = next > at ? link_title(text, next) : std::nullopt;
    if (title) found.target.title = unescaped(title->written);
    at = title ? after_link_blanks(text, title->end) : next;
  }
  if (at >= text.size() || text[at] != ')') return std::nullopt;
  found.end = at + 1;
  return found;
}

std::string unescaped(std::string_view written) {
  std::string text;
  for (size_t at = 0; at < written.size();) {
    if (step(written, at) == 2) {
      text += written[at + 1];
      at += 2;
      continue;
    }
    const CharacterReference reference =
        written[at] == '&' ? character_reference(written.substr(at)) : CharacterReference{};
    text += reference.length > 0 ? reference.characters : std::string(1, written[at]);
    at += std::max<size_t>(reference.length, 1);
  }
  return text;
}

std::string percent_encoded(std::string_view destination) {
  constexpr std::string_view unsafe = " \"<>[\\]^`{|}";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : destination) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte != 0x7F && unsafe.find(c) == std::string_view::npos) {
      encoded += c;
    } else {
      encoded += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return encoded;
}

bool is_unsafe_scheme(std::string_view destination) {
  const std::string front = visible_front(destination);
  return starts_with_ignoring_case(front, "javascript:") || starts_with_ignoring_case(front, "vbscript:") ||
         starts_with_ignoring_case(front, "data:");
}

bool is_picture_data(std::string_view destination) {
  return starts_with_ignoring_case(visible_front(destination), "data:image/");
}

std::string normalized_label(std::string_view label) {
  std::string collapsed;
  bool ascii = true;
  for (const char c : label) {
    const bool blank = is_space_or_tab(c) || c == '\n';
    if (blank && (collapsed.empty() || collapsed.back() == ' ')) continue;
    collapsed += blank ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    ascii &= static_cast<unsigned char>(c) < 0x80;
  }
  if (!collapsed.empty() && collapsed.back() == ' ') collapsed.pop_back();
  if (ascii) return collapsed;
  std::string folded;
  icu::UnicodeString::fromUTF8(collapsed).foldCase().toUTF8String(folded);
  return folded;
}

bool References::add(std::string_view label, LinkTarget target) {
  return targets_.try_emplace(normalized_label(label), std::move(target)).second;
}

const LinkTarget* References::find(std::string_view label) const {
  if (targets_.empty()) return nullptr;
  const auto found = targets_.find(normalized_label(label));
  return found == targets_.end() ? nullptr : &found->second;
}

std::optional<LinkDefinition> link_definition(std::string_view text, size_t at) {
  const auto label = link_label(text, at);
  if (!label || label->end == text.size() || text[label->end] != ':') return std::nullopt;
  const auto destination = link_destination(text, after_link_blanks(text, label->end + 1));
  if (!destination) return std::nullopt;
  LinkDefinition definition{label->written, {percent_encoded(unescaped(destination->written)), {}}, 0};
  const auto end = after_line_end(text, destination->end);
  const size_t next = after_link_blanks(text, destination->end);
  const auto title = next > destination->end ? link_title(text, next) : std::nullopt;
  const auto end_with_title = title ? after_line_end(text, title->end) : std::nullopt;
  if (end_with_title) {
    definition.target.title = unescaped(title->written);
  } else if (!end) {
    return std::nullopt;
  }
  definition.end = end_with_title ? *end_with_title : *end;
  return definition;
}

}  // namespace pubbuild::markdown
