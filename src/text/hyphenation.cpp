// Finds the words of a text and asks libhyphen for the places in each.
#include "text/hyphenation.h"

#include <hyphen.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include "base/utf8.h"
#include "text/character_class.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__clang__)
extern "C" __attribute__((weak)) void __lsan_disable();
extern "C" __attribute__((weak)) void __lsan_enable();
#define PUBBUILD_WATCHES_LEAKS 1
#endif

namespace pubbuild {

namespace {

// libhyphen 2.8.8 loses what a pattern that comes twice replaces, a kilobyte of a file: no leak of ours.
class UnwatchedLeaks {
 public:
#ifdef PUBBUILD_WATCHES_LEAKS
  UnwatchedLeaks() {
    if (__lsan_disable != nullptr) __lsan_disable();
  }
  ~UnwatchedLeaks() {
    if (__lsan_enable != nullptr) __lsan_enable();
  }
#else
  UnwatchedLeaks() = default;
#endif
  UnwatchedLeaks(const UnwatchedLeaks&) = delete;
  UnwatchedLeaks& operator=(const UnwatchedLeaks&) = delete;
};

// libhyphen takes words of any length in linear time, but a longer one than this is none.
constexpr size_t longest_word = 100;

// A text in more languages than this is no text.
constexpr size_t most_languages = 100;

struct DictionaryCloser {
  void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};
struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// What libhyphen says of a word: replacements of letters come beside the places.
class Answer {
 public:
  explicit Answer(size_t size) : size_(size), marks_(size + 5) {}
  ~Answer() {
    if (replaced_ != nullptr) {
      for (size_t n = 0; n < size_; ++n) std::free(replaced_[n]);
    }
    std::free(replaced_);
    std::free(positions_);
    std::free(cuts_);
  }
  Answer(const Answer&) = delete;
  Answer& operator=(const Answer&) = delete;

  bool ask(HyphenDict* dictionary, const std::string& word) {
    return hnj_hyphen_hyphenate2(dictionary, word.data(), static_cast<int>(word.size()), marks_.data(),
                                 nullptr, &replaced_, &positions_, &cuts_) == 0;
  }
  // After the letter `n`, where the spelling stays as it is.
  bool may_follow(size_t n) const {
    return (marks_[n] & 1) != 0 && (replaced_ == nullptr || replaced_[n] == nullptr);
  }

 private:
  size_t size_;
  std::vector<char> marks_;
  char** replaced_ = nullptr;
  int* positions_ = nullptr;
  int* cuts_ = nullptr;
};

}  // namespace

class HyphenationPatterns {
 public:
  // Null where the file is not there or its encoding is unknown.
  static std::unique_ptr<HyphenationPatterns> open(const std::string& path) {
    std::unique_ptr<HyphenationPatterns> patterns(new HyphenationPatterns);
    {
      const UnwatchedLeaks unwatched;
      patterns->dictionary_.reset(hnj_hyphen_load(path.c_str()));
    }
    if (!patterns->dictionary_) return nullptr;
    if (patterns->dictionary_->utf8 != 0) return patterns;
    UErrorCode status = U_ZERO_ERROR;
    patterns->converter_.reset(ucnv_open(patterns->dictionary_->cset, &status));
    if (U_FAILURE(status) || ucnv_getMaxCharSize(patterns->converter_.get()) != 1) return nullptr;
    ucnv_setFromUCallBack(patterns->converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                          &status);
    return patterns;
  }

  // The numbers of letters after which a hyphen may stand.
  std::vector<size_t> places(std::u32string_view word, const HyphenateLimits& limits) const {
    const std::optional<std::string> encoded = converter_ ? in_its_encoding(word) : in_utf8(word);
    if (!encoded) return {};
    Answer answer(encoded->size());
    if (!answer.ask(dictionary_.get(), *encoded)) return {};
    const auto before = static_cast<size_t>(std::max(limits.before, 1));
    const auto after = static_cast<size_t>(std::max(limits.after, 1));
    std::vector<size_t> found;
    for (size_t count = before; count + after <= word.size(); ++count) {
      if (answer.may_follow(count - 1)) found.push_back(count);
    }
    return found;
  }

 private:
  HyphenationPatterns() = default;

  static char32_t lower(char32_t c) {
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c == 0x2019 ? U'\'' : c)));
  }

  static std::string in_utf8(std::u32string_view word) {
    std::string encoded;
    for (const char32_t c : word) utf8::append(encoded, lower(c));
    return encoded;
  }

  // A byte a letter; nothing where the encoding lacks one.
  std::optional<std::string> in_its_encoding(std::u32string_view word) const {
    std::string encoded;
    for (const char32_t c : word) {
      if (c > 0xFFFF) return {};
      const auto unit = static_cast<UChar>(lower(c));
      char byte[8];
      UErrorCode status = U_ZERO_ERROR;
      if (ucnv_fromUChars(converter_.get(), byte, sizeof byte, &unit, 1, &status) != 1 || U_FAILURE(status))
        return {};
      encoded += byte[0];
    }
    return encoded;
  }

  std::unique_ptr<HyphenDict, DictionaryCloser> dictionary_;
  std::unique_ptr<UConverter, ConverterCloser> converter_;  // none: UTF-8
};

namespace {

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

Hyphenator::~Hyphenator() = default;

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
  Words words(text, begin, end);
  while (const auto word = words.next()) {
    const size_t size = word->end - word->begin;
    if (size < static_cast<size_t>(std::max(limits.word, 0))) continue;
    for (const size_t place : patterns->places(text.substr(word->begin, size), limits))
      found.push_back(word->begin + place);
  }
  return found;
}

}  // namespace pubbuild
