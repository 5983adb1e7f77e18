// 風(fēng): a character, a parenthesis, its reading.
#include "proof/glosses.h"

#include <algorithm>
#include <map>

#include "proof/characters.h"
#include "proof/readings.h"

namespace pubbuild::proof {

namespace {

constexpr size_t longest_reading = 6;
// Of one character: an author may explain it where it first stands, and again in a note.
constexpr size_t least_occurrences = 3;
// So many characters that stand often and never without a reading are the work of a machine, and then all
// such readings are, also of characters that stand once.
constexpr size_t characters_of_machine = 5;

// Letters of pinyin; ɑ and ă as some input methods write them.
char32_t pinyin_letter(char32_t c) {
  if (c == 0x0251) return U'a';
  constexpr std::u32string_view breves = U"ăĕĭŏŭ";
  constexpr std::u32string_view carons = U"ǎěǐǒǔ";
  const size_t breve = breves.find(c);
  if (breve != std::u32string_view::npos) return carons[breve];
  const bool is_letter = (c >= U'a' && c <= U'z') || is_one_of(c, U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿê");
  return is_letter ? c : U'\0';
}

struct Gloss {
  char32_t han = 0;
  size_t text = 0;
  size_t begin = 0;  // of the parenthesis
  size_t end = 0;
};

// Where the gloss ends that begins with a parenthesis at `open`; `open` where it is none.
size_t end_of_gloss(std::u32string_view text, size_t open) {
  const bool is_wide = text[open] == U'（';
  std::u32string reading;
  size_t n = open + 1;
  for (; n < text.size() && reading.size() <= longest_reading; ++n) {
    const char32_t letter = pinyin_letter(text[n]);
    if (letter == 0) break;
    reading += letter;
  }
  if (reading.empty() || at(text, n) != (is_wide ? U'）' : U')')) return open;
  return has_reading(text[open - 1], encoded(reading)) ? n + 1 : open;
}

std::vector<Gloss> glosses_in(std::u32string_view text, size_t number) {
  std::vector<Gloss> glosses;
  for (size_t n = 1; n < text.size(); ++n) {
    if ((text[n] != U'(' && text[n] != U'（') || !is_han(text[n - 1])) continue;
    const size_t end = end_of_gloss(text, n);
    if (end > n) glosses.push_back({text[n - 1], number, n, end});
  }
  return glosses;
}

}  // namespace

void find_glosses(const std::vector<std::u32string_view>& texts,
                  const std::function<void(size_t, Finding)>& report) {
  std::vector<Gloss> glosses;
  for (size_t n = 0; n < texts.size(); ++n) {
    for (const Gloss& gloss : glosses_in(texts[n], n)) glosses.push_back(gloss);
  }
  if (glosses.empty()) return;
  std::map<char32_t, size_t> glossed;
  std::map<char32_t, size_t> written;
  for (const Gloss& gloss : glosses) ++glossed[gloss.han];
  for (const std::u32string_view text : texts) {
    for (const char32_t c : text) {
      if (const auto found = glossed.find(c); found != glossed.end()) ++written[c];
    }
  }
  const auto is_always_glossed = [&](char32_t han) { return glossed[han] == written[han]; };
  const auto frequent = std::ranges::count_if(glossed, [&](const auto& each) {
    return each.second >= least_occurrences && is_always_glossed(each.first);
  });
  const size_t least = static_cast<size_t>(frequent) >= characters_of_machine ? 1 : least_occurrences;
  for (const Gloss& gloss : glosses) {
    const std::u32string_view words = texts[gloss.text].substr(gloss.begin - 1, gloss.end - gloss.begin + 1);
    Finding finding{"pinyin-gloss", gloss.begin, gloss.end, "a reading stands in the text: " + encoded(words),
                    "leave it out, or write {" + encoded(words.substr(0, 1)) + "|" +
                        encoded(words.substr(2, words.size() - 3)) + "}"};
    if (written[gloss.han] >= least && is_always_glossed(gloss.han)) finding.repair = U"";
    report(gloss.text, finding);
  }
}

}  // namespace pubbuild::proof
