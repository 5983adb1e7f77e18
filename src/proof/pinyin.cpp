// The letters of pinyin, in the spellings that input methods give them.
#include "proof/pinyin.h"

#include "proof/characters.h"

namespace pubbuild::proof {

namespace {

constexpr size_t longest_reading = 6;

// ɑ and ă as some input methods write them.
char32_t pinyin_letter(char32_t c) {
  if (c == 0x0251) return U'a';
  constexpr std::u32string_view breves = U"ăĕĭŏŭ";
  constexpr std::u32string_view carons = U"ǎěǐǒǔ";
  const size_t breve = breves.find(c);
  if (breve != std::u32string_view::npos) return carons[breve];
  const bool is_letter = (c >= U'a' && c <= U'z') || is_one_of(c, U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿê");
  return is_letter ? c : U'\0';
}

}  // namespace

std::optional<Syllable> syllable_at(std::u32string_view text, size_t begin, char32_t close) {
  std::u32string letters;
  size_t n = begin;
  for (; n < text.size() && letters.size() <= longest_reading; ++n) {
    const char32_t letter = pinyin_letter(text[n]);
    if (letter == 0) break;
    letters += letter;
  }
  if (letters.empty() || at(text, n) != close) return std::nullopt;
  return Syllable{encoded(letters), n + 1};
}

}  // namespace pubbuild::proof
