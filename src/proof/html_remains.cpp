// What is left of markup in a text.
#include <algorithm>

#include "proof/characters.h"
#include "proof/rules.h"

namespace pubbuild::proof {

namespace {

constexpr size_t longest_name = 10;

constexpr std::u32string_view elements[] = {U"a",   U"b",     U"br", U"center", U"div",  U"em",     U"font",
                                            U"i",   U"img",   U"li", U"p",      U"span", U"strong", U"sub",
                                            U"sup", U"table", U"td", U"tr",     U"u",    U"ul"};

std::u32string_view name_at(std::u32string_view text, size_t begin) {
  size_t end = begin;
  while (end < text.size() && end - begin < longest_name &&
         (is_ascii_letter(text[end]) || is_ascii_digit(text[end])))
    ++end;
  return text.substr(begin, end - begin);
}

bool is_element(std::u32string_view name) {
  return std::ranges::find(elements, name) != std::end(elements);
}

// Where the tag ends that begins with < at `begin`; `begin` for none.
size_t end_of_tag(std::u32string_view text, size_t begin) {
  const size_t slash = at(text, begin + 1) == U'/' ? 1 : 0;
  const std::u32string_view name = name_at(text, begin + 1 + slash);
  if (!is_element(name)) return begin;
  const size_t end = text.find(U'>', begin);
  return end == std::u32string_view::npos || end - begin > 200 ? begin : end + 1;
}

// &nbsp; and &nbsp and &#160;
size_t end_of_reference(std::u32string_view text, size_t begin) {
  const size_t number = at(text, begin + 1) == U'#' ? 1 : 0;
  const std::u32string_view name = name_at(text, begin + 1 + number);
  const size_t end = begin + 1 + number + name.size();
  if (name.size() < 2) return begin;
  const bool is_known = name == U"nbsp" || name == U"amp" || name == U"lt" || name == U"gt" ||
                        name == U"quot" || name == U"ldquo" || name == U"rdquo" || name == U"mdash" ||
                        name == U"hellip" || name == U"middot";
  if (at(text, end) == U';') return number == 1 || is_known ? end + 1 : begin;
  return is_known ? end : begin;
}

bool ends_text(std::u32string_view text, size_t end) {
  return text.find_first_not_of(U" \u3000\n", end) == std::u32string_view::npos;
}

}  // namespace

void find_html_remains(std::u32string_view text, const Report& report) {
  for (size_t n = 0; n < text.size(); ++n) {
    if (text[n] == U'&') {
      const size_t end = end_of_reference(text, n);
      if (end > n)
        report({"html-remains", n, end, "a reference of HTML: " + encoded(text.substr(n, end - n)),
                "write the character"});
    } else if (text[n] == U'<') {
      const size_t end = end_of_tag(text, n);
      if (end == n) continue;
      Finding finding{"html-remains", n, end, "a tag of HTML: " + encoded(text.substr(n, end - n)),
                      "leave it out"};
      if (at(text, n + 1) == U'/' && ends_text(text, end)) finding.repair = U"";
      report(finding);
      n = end - 1;
    } else if (text[n] == U'/' && at(text, n + 1) == U'p' && at(text, n + 2) == U'>' &&
               before(text, n) != U'<') {
      Finding finding{"html-remains", n, n + 3, "the end of a tag of HTML: /p>", "leave it out"};
      if (ends_text(text, n + 3)) finding.repair = U"";
      report(finding);
    }
  }
}

}  // namespace pubbuild::proof
