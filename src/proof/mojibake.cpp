// Text that went through a wrong encoding: told by what it becomes on the way back.
#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/utf8.h"
#include "proof/characters.h"
#include "proof/rules.h"

namespace pubbuild::proof {

namespace {

constexpr size_t least_characters = 3;
constexpr size_t most_characters = 400;

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter strict_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status), &ucnv_close);
  if (U_FAILURE(status)) return converter;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return converter;
}

// The bytes of a text in an encoding; nothing where it lacks one of the characters.
std::optional<std::string> bytes_in(const char* encoding, std::u32string_view text) {
  const Converter converter = strict_converter(encoding);
  if (!converter) return std::nullopt;
  std::u16string units;
  for (const char32_t c : text) {
    if (c > 0xFFFF) return std::nullopt;
    units += static_cast<char16_t>(c);
  }
  std::string bytes(text.size() * 4 + 4, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<int32_t>(bytes.size()),
                                         units.data(), static_cast<int32_t>(units.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  bytes.resize(static_cast<size_t>(length));
  return bytes;
}

std::optional<std::u32string> read_as(const char* encoding, const std::string& bytes) {
  const Converter converter = strict_converter(encoding);
  if (!converter) return std::nullopt;
  std::u16string units(bytes.size() * 2 + 4, u'\0');
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length = ucnv_toUChars(converter.get(), units.data(), static_cast<int32_t>(units.size()),
                                       bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  std::u32string text;
  for (int32_t n = 0; n < length; ++n) {
    char32_t c = units[static_cast<size_t>(n)];
    if (U16_IS_LEAD(c) && n + 1 < length) c = U16_GET_SUPPLEMENTARY(c, units[static_cast<size_t>(++n)]);
    text += c;
  }
  return text;
}

size_t count_of_han(std::u32string_view text) {
  size_t count = 0;
  for (const char32_t c : text) count += is_han(c) || is_kana(c) || is_closing_mark(c);
  return count;
}

// What a run of the Latin-1 and Windows letters was before: mostly Han, in fewer characters.
std::optional<std::u32string> before_latin(std::u32string_view run) {
  const auto bytes = bytes_in("windows-1252", run);
  if (!bytes) return std::nullopt;
  for (const char* encoding : {"UTF-8", "gb18030"}) {
    const auto text = read_as(encoding, *bytes);
    if (text && count_of_han(*text) * 2 > text->size() && count_of_han(*text) >= 2) return text;
  }
  return std::nullopt;
}

// What a run of Han was before its UTF-8 was read as GBK. By accident no such run is well-formed UTF-8.
std::optional<std::u32string> before_gbk(std::u32string_view run) {
  const auto bytes = bytes_in("gb18030", run);
  if (!bytes) return std::nullopt;
  // The last character may have lost a byte to what stood behind it.
  const std::string whole = bytes->substr(0, utf8::first_invalid(*bytes));
  if (whole.size() + 3 < bytes->size()) return std::nullopt;
  const auto text = read_as("UTF-8", whole);
  if (!text || count_of_han(*text) < 2) return std::nullopt;
  return text;
}

bool is_latin_beyond_ascii(char32_t c) {
  return (c >= 0xA0 && c <= 0xFF) || (c >= 0x152 && c <= 0x192) ||
         (c >= 0x2013 && c <= 0x2122 && c != 0x2018 && c != 0x2019);
}

bool may_be_gbk(char32_t c) {
  return c >= 0x2E80 && !is_closing_mark(c) && c != utf8::replacement;
}

template <typename Test>
size_t end_while(std::u32string_view text, size_t begin, Test test) {
  size_t end = begin;
  while (end < text.size() && end - begin < most_characters && test(text[end])) ++end;
  return end;
}

void report_misread(std::u32string_view text, size_t begin, size_t end, const std::u32string& meant,
                    const Report& report) {
  report(
      {"mojibake", begin, end,
       "this was read in a wrong encoding: " + encoded(text.substr(begin, std::min<size_t>(end - begin, 20))),
       "it was '" + encoded(std::u32string_view(meant).substr(0, 20)) + "'"});
}

// 锟斤拷: U+FFFD in UTF-8, read as GBK; 烫烫 and 屯屯: memory that nothing was written to.
bool take_filler(std::u32string_view text, size_t n, size_t& end) {
  if (text.substr(n, 3) == U"锟斤拷") return end = n + 3, true;
  for (const char32_t filler : {U'烫', U'屯'}) {
    end = end_while(text, n, [&](char32_t c) { return c == filler; });
    if (end - n >= 3) return true;
  }
  return false;
}

}  // namespace

void find_mojibake(std::u32string_view text, const Report& report) {
  for (size_t n = 0; n < text.size(); ++n) {
    size_t end = n;
    if (text[n] == utf8::replacement) {
      end = end_while(text, n, [](char32_t c) { return c == utf8::replacement; });
      report({"lost-characters", n, end, "characters were lost here", "look them up in the original"});
    } else if (take_filler(text, n, end)) {
      report({"lost-characters", n, end, "characters were lost here: " + encoded(text.substr(n, end - n)),
              "look them up in the original"});
    } else if (is_latin_beyond_ascii(text[n])) {
      end = end_while(text, n, is_latin_beyond_ascii);
      const auto meant = end - n >= least_characters ? before_latin(text.substr(n, end - n)) : std::nullopt;
      if (meant) report_misread(text, n, end, *meant, report);
    } else if (may_be_gbk(text[n])) {
      end = end_while(text, n, may_be_gbk);
      const auto meant = end - n >= least_characters ? before_gbk(text.substr(n, end - n)) : std::nullopt;
      if (meant) report_misread(text, n, end, *meant, report);
    }
    n = std::max(end, n + 1) - 1;
  }
}

}  // namespace pubbuild::proof
