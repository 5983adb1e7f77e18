// Finds the words of a text and asks the patterns for the places in each.
#include "text/hyphenation.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <optional>

#include "base/utf8.h"
#include "text/character_class.h"

namespace pubbuild {

namespace {

// A longer one is no word of any language.
constexpr size_t longest_word = 100;

// A text in more languages than this is no text.
constexpr size_t most_languages = 100;

bool is_word_character(char32_t c) {
  return c != 0 && !is_cjk_letter(c) && (u_isalpha(static_cast<UChar32>(c)) || is_combining(c));
}

// Words within one style: letters, and apostrophes and soft hyphens between them.
class Words {
 public:
  Words(std::u32string_view text, size_t begin, size_t end) : text_(text), at_(begin), end_(end) {}

  struct Word {
    size_t begin = 0;
    size_t end = 0;
  };
  // The next one that may be hyphenated.
  std::optional<Word> next() {
    while (at_ < end_) {
      while (at_ < end_ && !is_word_character(text_[at_])) ++at_;
      Word word{at_, at_};
      while (at_ < end_ && belongs_to_word(at_)) ++at_;
      word.end = at_;
      if (word.end > word.begin && may_be_hyphenated(word)) return word;
    }
    return {};
  }

 private:
  char32_t character(size_t n) const { return n < text_.size() ? text_[n] : U'\0'; }
  char32_t before(size_t n) const { return n > 0 ? text_[n - 1] : U'\0'; }

  bool belongs_to_word(size_t n) const {
    const char32_t c = text_[n];
    const bool joins = c == U'\'' || c == 0x2019 || c == soft_hyphen;
    return is_word_character(c) || (joins && is_word_character(character(n + 1)));
  }

  bool may_be_hyphenated(Word word) const {
    const std::u32string_view letters = text_.substr(word.begin, word.end - word.begin);
    if (letters.size() > longest_word || letters.find(soft_hyphen) != std::u32string_view::npos) return false;
    if (is_bound(before(word.begin)) || is_bound(character(word.end))) return false;
    const bool goes_on = is_stop(character(word.end)) && is_word_character(character(word.end + 1));
    const bool went_on =
        is_stop(before(word.begin)) && word.begin > 1 && is_word_character(text_[word.begin - 2]);
    return !goes_on && !went_on && std::ranges::none_of(letters.substr(1), [](char32_t c) {
      return u_isupper(static_cast<UChar32>(c));
    });
  }

  // What makes an address, a name with a number, a part of a compound or of another style's word.
  static bool is_bound(char32_t c) {
    constexpr std::u32string_view marks = U"/\\@_=&#~-\u2010\u2011";
    return c != 0 && (is_word_character(c) || u_isdigit(static_cast<UChar32>(c)) ||
                      marks.find(c) != std::u32string_view::npos);
  }
  static bool is_stop(char32_t c) { return c == U'.' || c == U':'; }

  static constexpr char32_t soft_hyphen = 0xAD;

  std::u32string_view text_;
  size_t at_;
  size_t end_;
};

// A unit a letter: letters outside the BMP, which no patterns have, become blanks.
std::u16string lower_case(std::u32string_view word) {
  std::u16string lower;
  for (const char32_t c : word) {
    const UChar32 one = u_tolower(static_cast<UChar32>(c == 0x2019 ? U'\'' : c));
    lower += one > 0xFFFF ? u' ' : static_cast<char16_t>(one);
  }
  return lower;
}

// Language and region of a tag as names of files have them; empty where the tag is none.
struct TagParts {
  explicit TagParts(const std::string& lang) {
    size_t at = 0;
    for (bool is_first = true; at <= lang.size(); is_first = false) {
      const size_t end = std::min(lang.find('-', at), lang.size());
      const std::string part = lang.substr(at, end - at);
      const bool is_alphabetic =
          std::ranges::all_of(part, [](unsigned char c) { return c < 0x80 && std::isalpha(c) != 0; });
      if (is_alphabetic && is_first && (part.size() == 2 || part.size() == 3))
        language = in_case(part, false);
      if (is_alphabetic && !is_first && part.size() == 2) region = in_case(part, true);
      at = end + 1;
    }
  }
  std::string language;
  std::string region;

 private:
  static std::string in_case(std::string part, bool upper) {
    for (char& c : part) c = static_cast<char>(upper ? std::toupper(c) : std::tolower(c));
    return part;
  }
};

// The first file, by name, of any region.
std::string any_region(const std::string& folder, const std::string& language) {
  std::string first;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("hyph_" + language + "_") || !name.ends_with(".dic")) continue;
    if (first.empty() || name < first) first = name;
  }
  return first;
}

std::unique_ptr<HyphenationPatterns> open_patterns(const std::string& folder, const std::string& lang) {
  const TagParts tag(lang);
  if (tag.language.empty()) return nullptr;
  const std::string stem = folder + "/hyph_" + tag.language;
  std::unique_ptr<HyphenationPatterns> patterns;
  if (!tag.region.empty()) patterns = HyphenationPatterns::open(stem + "_" + tag.region + ".dic");
  if (!patterns) patterns = HyphenationPatterns::open(stem + ".dic");
  const std::string other = patterns ? "" : any_region(folder, tag.language);
  return other.empty() ? std::move(patterns) : HyphenationPatterns::open(folder + "/" + other);
}

}  // namespace

Hyphenator::Hyphenator(std::string folder) : folder_(std::move(folder)) {}

const HyphenationPatterns* Hyphenator::patterns_for(const std::string& lang) {
  const auto known = known_.find(lang);
  if (known != known_.end()) return known->second.get();
  if (known_.size() == most_languages) return nullptr;
  return known_.emplace(lang, open_patterns(folder_, lang)).first->second.get();
}

std::vector<size_t> Hyphenator::places(std::u32string_view text, size_t begin, size_t end,
                                       const std::string& lang, const HyphenateLimits& limits) {
  const HyphenationPatterns* patterns = patterns_for(lang);
  std::vector<size_t> found;
  if (patterns == nullptr) return found;
  const auto before = static_cast<size_t>(std::max(limits.before, 1));
  const auto after = static_cast<size_t>(std::max(limits.after, 1));
  Words words(text, begin, end);
  while (const auto word = words.next()) {
    const size_t size = word->end - word->begin;
    if (size < static_cast<size_t>(std::max(limits.word, 0))) continue;
    for (const size_t place : patterns->places(lower_case(text.substr(word->begin, size)))) {
      if (place >= before && place + after <= size) found.push_back(word->begin + place);
    }
  }
  return found;
}

}  // namespace pubbuild
