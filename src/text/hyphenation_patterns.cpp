// Reads a dictionary whole, and weighs words by all patterns that match them.
#include "text/hyphenation_patterns.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

namespace pubbuild {

namespace {

// The largest of Debian's, the German one, has one megabyte.
constexpr size_t largest_dictionary = 16'000'000;

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::optional<std::string> bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return {};
  std::string bytes(largest_dictionary, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<size_t>(file.gcount()));
  return bytes;
}

// Dictionaries name Windows' code pages in a way of their own.
std::string encoding_named(std::string name) {
  while (!name.empty() && (name.back() == '\r' || name.back() == ' ')) name.pop_back();
  constexpr std::string_view windows = "microsoft-cp";
  return name.starts_with(windows) ? "windows-" + name.substr(windows.size()) : name;
}

// The first line of a dictionary names its encoding.
std::optional<std::u16string> decoded(const std::string& bytes) {
  const size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string encoding = encoding_named(bytes.substr(0, end));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open(encoding.c_str(), &status));
  if (encoding.empty() || U_FAILURE(status)) return {};
  std::u16string text(bytes.size() + 1, u'\0');
  const int32_t length = ucnv_toUChars(converter.get(), text.data(), static_cast<int32_t>(text.size()),
                                       bytes.data() + end, static_cast<int32_t>(bytes.size() - end), &status);
  if (U_FAILURE(status)) return {};
  text.resize(static_cast<size_t>(length));
  return text;
}

bool is_digit(char16_t c) {
  return c >= u'0' && c <= u'9';
}

size_t number_after(std::u16string_view line, std::u16string_view keyword) {
  size_t number = 0;
  for (const char16_t c : line.substr(keyword.size())) {
    if (is_digit(c)) number = std::min<size_t>(number * 10 + static_cast<size_t>(c - u'0'), 100);
  }
  return number;
}

}  // namespace

void PatternLevel::add(std::u16string_view pattern) {
  Pattern added;
  added.weights.push_back(0);
  for (const char16_t c : pattern) {
    if (is_digit(c)) {
      added.weights.back() = static_cast<uint8_t>(c - u'0');
    } else {
      added.letters += c;
      added.weights.push_back(0);
    }
  }
  if (!added.letters.empty()) patterns_.push_back(std::move(added));
}

void PatternLevel::sort() {
  std::ranges::sort(patterns_, {}, &Pattern::letters);
}

// All patterns that `rest` begins with; those with the same beginning stand side by side, the shorter first.
void PatternLevel::weigh(std::u16string_view rest, uint8_t* weights) const {
  auto first = patterns_.begin();
  auto last = patterns_.end();
  for (size_t depth = 0; first != last; ++depth) {
    for (; first != last && first->letters.size() == depth; ++first) {
      for (size_t n = 0; n <= depth; ++n) weights[n] = std::max(weights[n], first->weights[n]);
    }
    if (depth == rest.size()) return;
    first = std::partition_point(first, last,
                                 [&](const Pattern& one) { return one.letters[depth] < rest[depth]; });
    last = std::partition_point(first, last,
                                [&](const Pattern& one) { return one.letters[depth] == rest[depth]; });
  }
}

std::vector<size_t> PatternLevel::breaks(std::u16string_view word) const {
  const std::u16string text = u"." + std::u16string(word) + u".";
  std::vector<uint8_t> weights(text.size() + 1, 0);
  for (size_t at = 0; at < text.size(); ++at) weigh(std::u16string_view(text).substr(at), &weights[at]);
  std::vector<size_t> found;
  for (size_t n = 1; n < word.size(); ++n) {
    if (weights[n + 1] % 2 == 1) found.push_back(n);
  }
  return found;
}

std::unique_ptr<HyphenationPatterns> HyphenationPatterns::open(const std::string& path) {
  const std::optional<std::string> bytes = bytes_of(path);
  const std::optional<std::u16string> text = bytes ? decoded(*bytes) : std::nullopt;
  if (!text) return nullptr;
  auto patterns = std::make_unique<HyphenationPatterns>();
  for (size_t begin = 0; begin < text->size();) {
    const size_t end = std::min(text->find(u'\n', begin), text->size());
    std::u16string_view line = std::u16string_view(*text).substr(begin, end - begin);
    while (!line.empty() && (line.back() == u'\r' || line.back() == u' ')) line.remove_suffix(1);
    patterns->read_line(line);
    begin = end + 1;
  }
  patterns->compounds_.sort();
  patterns->words_.sort();
  return patterns;
}

void HyphenationPatterns::read_line(std::u16string_view line) {
  constexpr std::u16string_view left = u"LEFTHYPHENMIN";
  constexpr std::u16string_view right = u"RIGHTHYPHENMIN";
  if (line.empty() || line[0] == u'#' || line[0] == u'%') return;
  if (line.starts_with(left)) least_before_ = number_after(line, left);
  if (line.starts_with(right)) least_after_ = number_after(line, right);
  if (line == u"NEXTLEVEL") {
    compounds_ = std::move(words_);
    words_ = {};
  }
  const bool is_keyword = line[0] >= u'A' && line[0] <= u'Z';
  const bool changes_spelling = line.find(u'/') != std::u16string_view::npos;
  if (!is_keyword && !changes_spelling) words_.add(line);
}

std::vector<size_t> HyphenationPatterns::places(std::u16string_view word) const {
  std::vector<size_t> ends = compounds_.is_empty() ? std::vector<size_t>{} : compounds_.breaks(word);
  ends.push_back(word.size());
  std::vector<size_t> found;
  size_t begin = 0;
  for (const size_t end : ends) {
    for (const size_t place : words_.breaks(word.substr(begin, end - begin))) found.push_back(begin + place);
    found.push_back(end);
    begin = end;
  }
  std::erase_if(found,
                [&](size_t count) { return count < least_before_ || count + least_after_ > word.size(); });
  return found;
}

}  // namespace pubbuild
