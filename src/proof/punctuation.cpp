// Half-width, doubled and straight marks, and blanks where there are none.
#include <algorithm>

#include "proof/characters.h"
#include "proof/rules.h"
#include "proof/stretch.h"

namespace pubbuild::proof {

namespace {

constexpr size_t longest_address = 200;

struct Width {
  char32_t half;
  char32_t full;
};
constexpr Width widths[] = {{U',', U'，'}, {U':', U'：'}, {U';', U'；'}, {U'?', U'？'},
                            {U'!', U'！'}, {U'.', U'。'}, {U'(', U'（'}, {U')', U'）'}};

char32_t full_width_of(char32_t half) {
  const auto* const found = std::ranges::find(widths, half, &Width::half);
  return found == std::end(widths) ? half : found->full;
}

bool belongs_to_han(char32_t c) {
  return is_han(c) || is_kana(c) || is_closing_mark(c);
}

// Japanese has 、 for a comma and other customs: what is right there is its author's to say.
bool is_certain(char32_t half, Script script) {
  return half != U'.' && (script == Script::hans || script == Script::hant);
}

Finding half_width(char32_t half, size_t at, bool is_repaired) {
  const char32_t full = full_width_of(half);
  Finding finding{"half-width-punctuation", at, at + 1,
                  "half-width '" + encoded(std::u32string(1, half)) + "' beside Han",
                  "write " + encoded(std::u32string(1, full))};
  if (is_repaired) finding.repair = std::u32string(1, full);
  return finding;
}

// Whether a mark stands in an address such as http://example.org/词典?q=1,2.
bool is_in_address(std::u32string_view text, size_t n) {
  const size_t begin = n < longest_address ? 0 : n - longest_address;
  const std::u32string_view front = text.substr(begin, n - begin);
  const size_t blank = front.find_last_of(U" \u3000\n，。；：（「《");
  const std::u32string_view word = blank == std::u32string_view::npos ? front : front.substr(blank + 1);
  return word.find(address) != std::u32string_view::npos || word.find(U"://") != std::u32string_view::npos ||
         word.find(U"www.") != std::u32string_view::npos;
}

// A full stop after Han ends a sentence, unless a name of a file or a site goes on with letters.
bool is_wrong_mark(std::u32string_view text, size_t n) {
  const char32_t c = text[n];
  if (!is_one_of(c, U",:;?!.") || !belongs_to_han(before(text, n))) return false;
  if (is_in_address(text, n)) return false;
  const char32_t next = at(text, n + 1);
  if (c == U'.') return next != U'.' && !is_ascii_letter(next) && !is_ascii_digit(next);
  return !(c == U':' && next == U'/');
}

// The place of the parenthesis that closes the one at `open`; npos for none, or for one in another one.
size_t closing_of(std::u32string_view text, size_t open) {
  const size_t close = text.find_first_of(U"()（）", open + 1);
  return close != std::u32string_view::npos && text[close] == U')' ? close : std::u32string_view::npos;
}

bool has_han(std::u32string_view text) {
  return std::ranges::any_of(text, is_han);
}

bool is_same_or_clause_end(char32_t a, char32_t b) {
  constexpr std::u32string_view marks = U"，。、；：";
  return is_one_of(a, marks) && is_one_of(b, marks);
}

size_t end_of_run(std::u32string_view text, size_t begin, std::u32string_view of) {
  size_t end = begin;
  while (end < text.size() && is_one_of(text[end], of)) ++end;
  return end;
}

bool is_full_width_letter(char32_t c) {
  return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

}  // namespace

void find_half_width_marks(std::u32string_view text, Script script, const Report& report) {
  for (size_t n = 0; n < text.size(); ++n) {
    if (is_wrong_mark(text, n)) report(half_width(text[n], n, is_certain(text[n], script)));
    if (text[n] != U'(') continue;
    const size_t close = closing_of(text, n);
    if (close == std::u32string_view::npos) continue;
    const bool is_in_han =
        is_han(before(text, n)) || is_closing_mark(before(text, n)) || before(text, n) == U'\0';
    if (!is_in_han || !has_han(text.substr(n, close - n))) continue;
    report(half_width(U'(', n, is_certain(U'(', script)));
    report(half_width(U')', close, is_certain(U')', script)));
  }
}

void find_doubled_marks(std::u32string_view text, const Report& report) {
  for (size_t n = 0; n + 1 < text.size(); ++n) {
    if (const size_t end = end_of_run(text, n, U"。.");
        end - n >= 3 && (text[n] == U'。' || is_han(before(text, n)))) {
      report({"doubled-punctuation", n, end, "an ellipsis of full stops", "write ……"});
      n = end - 1;
    } else if (is_same_or_clause_end(text[n], text[n + 1])) {
      report({"doubled-punctuation", n, n + 2, "two marks where one is enough: " + encoded(text.substr(n, 2)),
              "keep one"});
      ++n;
    } else if (const size_t same = end_of_run(text, n, std::u32string_view(&text[n], 1));
               same - n >= 4 && is_one_of(text[n], U"！？!?")) {
      report({"doubled-punctuation", n, same, "more than three of " + encoded(text.substr(n, 1)),
              "one says as much"});
      n = same - 1;
    }
  }
}

void find_straight_quotes(std::u32string_view text, const Report& report) {
  for (size_t n = 0; n < text.size(); ++n) {
    const bool is_quote = text[n] == U'"' || text[n] == U'\'';
    if (!is_quote || (!belongs_to_han(before(text, n)) && !is_han(at(text, n + 1)))) continue;
    report({"straight-quotes", n, n + 1, "a straight quotation mark beside Han", "write “ ” or 「 」"});
  }
}

void find_blanks(std::u32string_view text, Script script, const Report& report) {
  // Lines of credits and addresses have blanks between their parts.
  const bool is_prose = text.find_first_of(U"，。；！？、") != std::u32string_view::npos;
  if (script == Script::korean || !is_prose) return;
  for (size_t n = 1; n + 1 < text.size(); ++n) {
    // A blank may set a label apart that ends like a sentence.
    if (text[n] != U' ' || is_one_of(before(text, n), U" 。！？")) continue;
    const size_t end = end_of_run(text, n, U" ");
    const char32_t next = at(text, end);
    const bool is_between =
        belongs_to_han(before(text, n)) && (is_han(next) || is_kana(next) || is_closing_mark(next));
    if (is_between) report({"blank-between-han", n, end, "a blank between Han", "leave it out"});
  }
}

void find_full_width_letters(std::u32string_view text, const Report& report) {
  for (size_t n = 0; n < text.size(); ++n) {
    if (!is_full_width_letter(text[n])) continue;
    size_t end = n;
    std::u32string narrow;
    for (; end < text.size() && is_full_width_letter(text[end]); ++end) narrow += text[end] - 0xFEE0;
    report({"full-width-letters", n, end, "full-width letters or digits: " + encoded(text.substr(n, end - n)),
            "write " + encoded(narrow)});
    n = end;
  }
}

}  // namespace pubbuild::proof
