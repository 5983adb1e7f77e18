// Folios → page labels, in ranges that count on by themselves (ISO 32000-1 §12.4.2).
#include "pdf/page_labels.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "pdf/syntax.h"

namespace pubbuild::pdf {

namespace {

// Style '\0' is a label that is all prefix and does not count.
struct Label {
  char style = '\0';
  std::string_view prefix;
  int64_t number = 0;

  bool goes_on_from(const Label& last) const {
    if (style != last.style || prefix != last.prefix) return false;
    return style == '\0' || number == last.number + 1;
  }
};

constexpr size_t most_digits = 9;
constexpr int64_t last_roman = 3999;

struct RomanDigit {
  int64_t value;
  std::string_view letters;
};
constexpr std::array<RomanDigit, 13> roman_digits = {{{1000, "m"},
                                                      {900, "cm"},
                                                      {500, "d"},
                                                      {400, "cd"},
                                                      {100, "c"},
                                                      {90, "xc"},
                                                      {50, "l"},
                                                      {40, "xl"},
                                                      {10, "x"},
                                                      {9, "ix"},
                                                      {5, "v"},
                                                      {4, "iv"},
                                                      {1, "i"}}};

std::string roman(int64_t number) {
  std::string out;
  for (const RomanDigit& digit : roman_digits) {
    for (; number >= digit.value; number -= digit.value) out += digit.letters;
  }
  return out;
}

// The value of small Roman letters; 0 for what is no number as a printer would write it.
int64_t roman_value(std::string_view letters) {
  int64_t value = 0;
  std::string_view rest = letters;
  for (const RomanDigit& digit : roman_digits) {
    for (; rest.starts_with(digit.letters); rest.remove_prefix(digit.letters.size())) value += digit.value;
  }
  return rest.empty() && value <= last_roman && roman(value) == letters ? value : 0;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& letter : out) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return out;
}

Label read_folio(std::string_view folio) {
  constexpr std::string_view digits = "0123456789";
  size_t begin = folio.find_last_not_of(digits) + 1;
  begin = std::min(folio.find_first_not_of('0', begin), folio.size());
  if (begin < folio.size() && folio.size() - begin <= most_digits) {
    int64_t number = 0;
    for (const char digit : folio.substr(begin)) number = number * 10 + (digit - '0');
    return {'D', folio.substr(0, begin), number};
  }
  const std::string small = lowered(folio);
  const int64_t number = folio.empty() ? 0 : roman_value(small);
  if (number > 0 && folio == small) return {'r', {}, number};
  if (number > 0 && folio.find_first_of("ivxlcdm") == std::string_view::npos) return {'R', {}, number};
  return {'\0', folio, 0};
}

std::string entry(const Label& label) {
  std::string out = "<<";
  if (!label.prefix.empty()) out += "/P " + text_string(label.prefix);
  if (label.style != '\0') out += std::string("/S /") + label.style;
  if (label.number > 1) out += "/St " + integer(label.number);
  return out += ">>";
}

}  // namespace

std::string page_labels(const std::vector<Page>& pages) {
  std::string out = "<</Nums [";
  Label last;
  for (size_t i = 0; i < pages.size(); ++i) {
    const Label label = read_folio(pages[i].folio);
    if (i == 0 || !label.goes_on_from(last))
      out += integer(static_cast<int64_t>(i)) + " " + entry(label) + "\n";
    last = label;
  }
  return out += "]>>";
}

}  // namespace pubbuild::pdf
