// The front of a line → what block it begins (CommonMark 0.31.2 §4, §5).
#include "read/markdown/block_starts.h"

#include <algorithm>

#include "read/markdown/attributes.h"
#include "read/markdown/html_syntax.h"

namespace pubbuild::markdown {

namespace {

bool is_space_or_tab(char c) {
  return c == ' ' || c == '\t';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

size_t run_length(std::string_view text, char c) {
  return std::min(text.find_first_not_of(c), text.size());
}

bool is_blank_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_space_or_tab);
}

size_t after_blanks(std::string_view text, size_t at) {
  while (at < text.size() && is_space_or_tab(text[at])) ++at;
  return at;
}

// Of the word of a division.
bool ends_word(char c) {
  return is_space_or_tab(c) || c == '{' || c == '}';
}

size_t trimmed_end(std::string_view text) {
  size_t end = text.size();
  while (end > 0 && is_space_or_tab(text[end - 1])) --end;
  return end;
}

// Names that begin a block of their own, CommonMark §4.6, start condition 6.
constexpr std::string_view block_names[] = {
    "address",  "article",    "aside",  "base",    "basefont", "blockquote", "body",     "caption",  "center",
    "col",      "colgroup",   "dd",     "details", "dialog",   "dir",        "div",      "dl",       "dt",
    "fieldset", "figcaption", "figure", "footer",  "form",     "frame",      "frameset", "h1",       "h2",
    "h3",       "h4",         "h5",     "h6",      "head",     "header",     "hr",       "html",     "iframe",
    "legend",   "li",         "link",   "main",    "menu",     "menuitem",   "nav",      "noframes", "ol",
    "optgroup", "option",     "p",      "param",   "search",   "section",    "summary",  "table",    "tbody",
    "td",       "tfoot",      "th",     "thead",   "title",    "tr",         "track",    "ul"};
constexpr std::string_view verbatim_names[] = {"pre", "script", "style", "textarea"};
constexpr size_t longest_block_name = 10;

// The lower-case name at the front of `text`, as far as a block's name may reach.
std::string tag_name(std::string_view text) {
  std::string name;
  for (const char c : text) {
    if ((!is_letter(c) && !is_digit(c)) || name.size() > longest_block_name) break;
    name += lower(c);
  }
  return name;
}

template <size_t count>
bool holds(const std::string_view (&names)[count], std::string_view name) {
  return std::binary_search(std::begin(names), std::end(names), name);
}

bool ends_name(std::string_view rest) {
  return rest.empty() || is_space_or_tab(rest[0]) || rest[0] == '>';
}

std::optional<HtmlEnd> named_html_start(std::string_view text) {
  const bool closing = text.size() > 1 && text[1] == '/';
  const std::string name = tag_name(text.substr(closing ? 2 : 1));
  const std::string_view rest = text.substr((closing ? 2 : 1) + name.size());
  if (!closing && holds(verbatim_names, name) && ends_name(rest)) return HtmlEnd::verbatim_tag;
  if (holds(block_names, name) && (ends_name(rest) || rest.starts_with("/>"))) return HtmlEnd::blank;
  const size_t length = holds(verbatim_names, name) ? 0 : html_tag_length(text);
  if (length > 0 && is_blank_text(text.substr(length))) return HtmlEnd::blank_alone;
  return std::nullopt;
}

bool has_verbatim_close(std::string_view text) {
  for (size_t at = text.find("</"); at != std::string_view::npos; at = text.find("</", at + 2)) {
    const std::string name = tag_name(text.substr(at + 2));
    if (holds(verbatim_names, name) && text.substr(at + 2 + name.size()).starts_with('>')) return true;
  }
  return false;
}

}  // namespace

bool is_rule(std::string_view text) {
  const char mark = text.empty() ? '\0' : text[0];
  if (mark != '*' && mark != '-' && mark != '_') return false;
  size_t marks = 0;
  for (const char c : text) {
    if (c != mark && !is_space_or_tab(c)) return false;
    marks += c == mark;
  }
  return marks >= 3;
}

std::optional<HeadingStart> heading_start(std::string_view text) {
  const size_t level = run_length(text, '#');
  if (level == 0 || level > 6) return std::nullopt;
  if (level < text.size() && !is_space_or_tab(text[level])) return std::nullopt;
  size_t begin = level;
  while (begin < text.size() && is_space_or_tab(text[begin])) ++begin;
  return HeadingStart{static_cast<uint8_t>(level), begin, begin + heading_end(text.substr(begin))};
}

size_t heading_end(std::string_view content) {
  const size_t end = trimmed_end(content);
  size_t closing = end;
  while (closing > 0 && content[closing - 1] == '#') --closing;
  const bool closes = closing < end && (closing == 0 || is_space_or_tab(content[closing - 1]));
  return closes ? trimmed_end(content.substr(0, closing)) : end;
}

uint8_t underline_level(std::string_view text) {
  if (text.empty() || (text[0] != '=' && text[0] != '-')) return 0;
  if (!is_blank_text(text.substr(run_length(text, text[0])))) return 0;
  return text[0] == '=' ? 1 : 2;
}

std::optional<FenceStart> fence_start(std::string_view text) {
  if (text.empty() || (text[0] != '`' && text[0] != '~')) return std::nullopt;
  const size_t length = run_length(text, text[0]);
  if (length < 3) return std::nullopt;
  if (text[0] == '`' && text.find('`', length) != std::string_view::npos) return std::nullopt;
  size_t begin = length;
  while (begin < text.size() && is_space_or_tab(text[begin])) ++begin;
  return FenceStart{text[0], static_cast<uint32_t>(length), begin, std::max(begin, trimmed_end(text))};
}

bool is_closing_fence(std::string_view text, const Fence& fence) {
  const size_t length = run_length(text, fence.mark);
  return length >= fence.length && is_blank_text(text.substr(length));
}

std::optional<MarkerStart> marker_start(std::string_view text) {
  MarkerStart start;
  size_t digits = 0;
  uint32_t number = 0;
  while (digits < text.size() && digits < 9 && is_digit(text[digits])) {
    number = number * 10 + static_cast<uint32_t>(text[digits++] - '0');
  }
  if (digits == text.size()) return std::nullopt;
  const char mark = text[digits];
  const std::string_view marks = digits > 0 ? ".)" : "*+-";
  if (marks.find(mark) == std::string_view::npos) return std::nullopt;
  const std::string_view rest = text.substr(digits + 1);
  if (!rest.empty() && !is_space_or_tab(rest[0])) return std::nullopt;
  start.marker.ordered = digits > 0;
  start.marker.mark = mark;
  start.marker.start = digits > 0 ? number : 1;
  start.length = static_cast<uint32_t>(digits + 1);
  start.followed_by_content = !is_blank_text(rest);
  return start;
}

std::optional<NoteStart> note_start(std::string_view text) {
  if (!text.starts_with("[^")) return std::nullopt;
  const size_t end = text.find_first_of("[]^ \t", 2);
  if (end == std::string_view::npos || end == 2 || !text.substr(end).starts_with("]:")) return std::nullopt;
  return NoteStart{end, end + 2};
}

std::optional<DivisionStart> division_start(std::string_view text) {
  const size_t colons = run_length(text, ':');
  if (colons < 3) return std::nullopt;
  DivisionStart start;
  size_t at = after_blanks(text, colons);
  start.word_begin = start.word_end = at;
  while (start.word_end < text.size() && !ends_word(text[start.word_end])) ++start.word_end;
  at = after_blanks(text, start.word_end);
  start.attributes_begin = start.attributes_end = at;
  if (const auto list = attribute_list(text, at)) at = start.attributes_end = list->end;
  const bool says_something = at > start.word_begin && text[start.word_begin] != ':';
  at = after_blanks(text, at);
  at += run_length(text.substr(at), ':');
  return says_something && is_blank_text(text.substr(at)) ? std::optional(start) : std::nullopt;
}

bool is_division_end(std::string_view text) {
  const size_t colons = run_length(text, ':');
  return colons >= 3 && is_blank_text(text.substr(colons));
}

bool is_definition_start(std::string_view text) {
  if (text.size() < 3 || (text[0] != ':' && text[0] != '~')) return false;
  return is_space_or_tab(text[1]) && after_blanks(text, 1) < text.size();
}

size_t caption_begin(std::string_view text) {
  if (text.starts_with(": ") || text.starts_with(":\t")) return after_blanks(text, 1);
  if (text.starts_with("Table:") || text.starts_with("table:")) return after_blanks(text, 6);
  return 0;
}

std::optional<HtmlEnd> html_start(std::string_view text) {
  if (text.size() < 2 || text[0] != '<') return std::nullopt;
  if (text.starts_with("<!--")) return HtmlEnd::comment;
  if (text.starts_with("<?")) return HtmlEnd::instruction;
  if (text.starts_with("<![CDATA[")) return HtmlEnd::cdata;
  if (text[1] == '!') {
    return text.size() > 2 && is_letter(text[2]) ? std::optional(HtmlEnd::declaration) : std::nullopt;
  }
  return named_html_start(text);
}

bool ends_html(std::string_view text, HtmlEnd end) {
  switch (end) {
    case HtmlEnd::verbatim_tag:
      return has_verbatim_close(text);
    case HtmlEnd::comment:
      return text.find("-->") != std::string_view::npos;
    case HtmlEnd::instruction:
      return text.find("?>") != std::string_view::npos;
    case HtmlEnd::declaration:
      return text.find('>') != std::string_view::npos;
    case HtmlEnd::cdata:
      return text.find("]]>") != std::string_view::npos;
    case HtmlEnd::blank:
    case HtmlEnd::blank_alone:
      return false;
  }
  return false;
}

}  // namespace pubbuild::markdown
