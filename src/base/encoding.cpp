// Telling encodings, and converting with ICU byte by byte where bytes are wrong.
#include "base/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "base/nearest.h"
#include "base/utf8.h"
#include "base/weighed_encoding.h"

namespace pubbuild {

namespace {

// Measured with texts of 20 to 1,000 characters: from there on the detector is right.
constexpr size_t least_characters = 60;
constexpr int32_t least_confidence = 80;
constexpr size_t detected_bytes = 65536;
// Of the characters beyond ASCII fewer than one in so many are damaged in a text of UTF-8. In any other
// encoding nearly all would be.
constexpr size_t damage_in_utf8 = 3;
// A damaged text has fewer zeros than one in so many bytes; a file that is no text has more.
constexpr size_t most_zeros = 100;
// More places are counted only.
constexpr size_t most_places = 100;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::string_view known_names[] = {
    "UTF-8", "UTF-16",     "UTF-16LE",  "UTF-16BE", "UTF-32", "GB18030",     "GBK",    "GB2312",
    "Big5",  "Big5-HKSCS", "Shift_JIS", "EUC-JP",   "EUC-KR", "ISO-2022-JP", "EUC-TW", "windows-1252"};

// What a name says, and the larger set that texts under it are really written in (WHATWG Encoding §4.2).
struct Superset {
  std::string_view name;
  const char* converter;
};
constexpr Superset supersets[] = {{"GB2312", "gb18030"},         {"GBK", "gb18030"},
                                  {"GB_2312-80", "gb18030"},     {"Big5", "Big5-HKSCS"},
                                  {"Shift_JIS", "windows-31j"},  {"SJIS", "windows-31j"},
                                  {"EUC-KR", "windows-949"},     {"KS_C_5601-1987", "windows-949"},
                                  {"ISO-8859-1", "windows-1252"}};

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(std::string_view name) {
  std::string wanted(name);
  for (const Superset& superset : supersets) {
    if (ucnv_compareNames(wanted.c_str(), std::string(superset.name).c_str()) == 0)
      wanted = superset.converter;
  }
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(wanted.c_str(), &status), &ucnv_close);
  if (U_SUCCESS(status))
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) converter.reset();
  return converter;
}

void append_utf16(std::string& text, const UChar* from, const UChar* to) {
  while (from < to) {
    char32_t c = *from++;
    if (U16_IS_LEAD(c) && from < to && U16_IS_TRAIL(*from)) c = U16_GET_SUPPLEMENTARY(c, *from++);
    utf8::append(text, c);
  }
}

void replace(DecodedText& decoded, size_t in_file, std::string_view bytes) {
  if (++decoded.wrong_count <= most_places)
    decoded.wrong.push_back({in_file, static_cast<uint32_t>(decoded.text.size()), std::string(bytes)});
  utf8::append(decoded.text, utf8::replacement);
}

class Conversion {
 public:
  Conversion(std::string_view bytes, UConverter& converter, DecodedText& into)
      : begin_(bytes.data()),
        at_(bytes.data()),
        end_(at_ + bytes.size()),
        converter_(converter),
        into_(into) {}

  void run() {
    into_.text.reserve(static_cast<size_t>(end_ - begin_) * 3 / 2);
    while (convert()) {
    }
  }

 private:
  // False once all is converted.
  bool convert() {
    UChar units[4096];
    UChar* to = units;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(&converter_, &to, std::end(units), &at_, end_, nullptr, true, &status);
    append_utf16(into_.text, units, to);
    if (status == U_BUFFER_OVERFLOW_ERROR) return true;
    if (U_SUCCESS(status)) return false;
    replace_wrong();
    return at_ < end_;
  }

  void replace_wrong() {
    char wrong[16];
    int8_t length = sizeof wrong;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_getInvalidChars(&converter_, wrong, &length, &status);
    if (U_FAILURE(status) || length <= 0) length = 1;
    const auto stop = static_cast<size_t>(at_ - begin_);
    const size_t from = stop - std::min(stop, static_cast<size_t>(length));
    replace(into_, from, std::string_view(begin_ + from, stop - from));
    ucnv_resetToUnicode(&converter_);
  }

  const char* begin_;
  const char* at_;
  const char* end_;
  UConverter& converter_;
  DecodedText& into_;
};

bool is_utf8_name(std::string_view name) {
  return ucnv_compareNames(std::string(name).c_str(), "UTF-8") == 0;
}

// Each byte that is not well-formed becomes a U+FFFD, as it does when the text is shown.
DecodedText decode_utf8(std::string_view bytes) {
  DecodedText decoded;
  decoded.encoding.name = "UTF-8";
  size_t at = 0;
  for (size_t wrong = utf8::first_invalid(bytes); wrong != std::string::npos;) {
    decoded.text += bytes.substr(at, wrong - at);
    replace(decoded, wrong, bytes.substr(wrong, 1));
    at = wrong + 1;
    const size_t next = utf8::first_invalid(bytes.substr(at));
    wrong = next == std::string::npos ? next : at + next;
  }
  decoded.text += bytes.substr(at);
  return decoded;
}

std::optional<DecodedText> decode_as(std::string_view bytes, std::string_view encoding, bool is_assumed) {
  if (is_utf8_name(encoding)) return decode_utf8(bytes);
  const Converter converter = open_converter(encoding);
  if (!converter) return std::nullopt;
  DecodedText decoded;
  decoded.encoding.name = encoding;
  decoded.is_assumed = is_assumed;
  Conversion(bytes, *converter, decoded).run();
  if (decoded.text.starts_with(byte_order_mark)) {
    decoded.encoding.has_byte_order_mark = true;
    decoded.text.erase(0, byte_order_mark.size());
    for (UndecodableBytes& wrong : decoded.wrong)
      wrong.in_text -= static_cast<uint32_t>(byte_order_mark.size());
  }
  return decoded;
}

// Whether the text is UTF-8 but for a few damaged characters.
bool is_nearly_utf8(std::string_view bytes) {
  size_t characters = 0;
  size_t wrong = 0;
  for (size_t at = 0; at < bytes.size();) {
    const bool is_ascii = static_cast<unsigned char>(bytes[at]) < 0x80;
    const size_t begin = at;
    utf8::decode(bytes, at);
    if (is_ascii) continue;
    if (at == begin + 1) {
      ++wrong;
    } else {
      ++characters;
    }
  }
  return wrong * damage_in_utf8 < characters;
}

// ASCII, CJK, Hangul and the marks between them: what a CJK text has of Unicode's first plane.
bool is_expected(unsigned unit) {
  return unit == '\t' || unit == '\n' || unit == '\r' || (unit >= ' ' && unit < 0x180) ||
         (unit >= 0x2000 && unit < 0x2700) || (unit >= 0x3000 && unit < 0xA000) ||
         (unit >= 0xAC00 && unit < 0xE000) || unit >= 0xFE30;
}

enum class ByteOrder : uint8_t { little, big };

// Whether nearly all of these are units of UTF-16 that a CJK text would have.
bool looks_like_utf16(std::string_view bytes, ByteOrder order) {
  size_t expected = 0;
  for (size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const unsigned first = static_cast<unsigned char>(bytes[at]);
    const unsigned second = static_cast<unsigned char>(bytes[at + 1]);
    expected += is_expected(order == ByteOrder::little ? second << 8U | first : first << 8U | second);
  }
  return expected * 100 >= bytes.size() / 2 * 97;
}

size_t zeros_in(std::string_view bytes) {
  return static_cast<size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
}

// Text in UTF-16 has zeros for the upper halves of its line ends and of all ASCII.
std::string_view utf16_without_mark(std::string_view bytes) {
  const size_t zeros = zeros_in(bytes);
  const bool is_utf8 = utf8::first_invalid(bytes) == std::string_view::npos;
  if (zeros == 0 || (is_utf8 && 4 * zeros < bytes.size())) return {};
  if (looks_like_utf16(bytes, ByteOrder::little)) return "UTF-16LE";
  return looks_like_utf16(bytes, ByteOrder::big) ? "UTF-16BE" : "";
}

struct Detected {
  std::string name;
  int32_t confidence = 0;
};

Detected detect(std::string_view bytes) {
  const auto is_beyond_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  const auto first = std::find_if(bytes.begin(), bytes.end(), is_beyond_ascii);
  bytes.remove_prefix(static_cast<size_t>(first - bytes.begin()));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(std::min(bytes.size(), detected_bytes)),
                 &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  return {ucsdet_getName(match, &status), ucsdet_getConfidence(match, &status)};
}

// A character beyond ASCII takes two bytes in the encodings that this is asked for.
size_t characters_beyond_ascii(std::string_view bytes) {
  return static_cast<size_t>(std::count_if(bytes.begin(), bytes.end(),
                                           [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) /
         2;
}

const char* encoding_of_mark(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  return ucnv_detectUnicodeSignature(bytes.data(), static_cast<int32_t>(std::min<size_t>(bytes.size(), 8)),
                                     &length, &status);
}

}  // namespace

std::optional<DecodedText> decode_text(std::string_view bytes, std::string_view said,
                                       std::string_view declared) {
  if (!said.empty()) return decode_as(bytes, said, false);
  if (const char* marked = encoding_of_mark(bytes)) return decode_as(bytes, marked, false);
  if (const std::string_view utf16 = utf16_without_mark(bytes); !utf16.empty())
    return decode_as(bytes, utf16, true);
  const bool is_utf8 = utf8::first_invalid(bytes) == std::string_view::npos;
  if (!is_utf8 && zeros_in(bytes) * most_zeros > bytes.size()) return std::nullopt;
  if (is_utf8 || is_nearly_utf8(bytes)) return decode_utf8(bytes);
  if (!declared.empty() && is_encoding(declared) && !is_utf8_name(declared))
    return decode_as(bytes, declared, false);
  const Detected detected = detect(bytes);
  if (detected.confidence >= least_confidence && characters_beyond_ascii(bytes) >= least_characters)
    return decode_as(bytes, detected.name, true);
  const std::string_view weighed = weighed_encoding(bytes);
  return weighed.empty() ? std::nullopt : decode_as(bytes, weighed, true);
}

std::optional<std::string> encode_text(std::string_view text, const TextEncoding& encoding) {
  if (is_utf8_name(encoding.name)) return std::string(text);
  const Converter converter = open_converter(encoding.name);
  if (!converter) return std::nullopt;
  const std::string marked =
      std::string(encoding.has_byte_order_mark ? byte_order_mark : "") + std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString units = icu::UnicodeString::fromUTF8(marked);
  std::string bytes(static_cast<size_t>(UCNV_GET_MAX_BYTES_FOR_STRING(units.length(), 4)), '\0');
  const int32_t length = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<int32_t>(bytes.size()),
                                         units.getBuffer(), units.length(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  bytes.resize(static_cast<size_t>(length));
  return bytes;
}

std::string likely_encoding(std::string_view bytes) {
  const Detected detected = detect(bytes);
  return detected.name == "UTF-8" ? "" : detected.name;
}

bool is_encoding(std::string_view name) {
  return !name.empty() && open_converter(name) != nullptr;
}

std::string nearest_encoding(std::string_view name) {
  NearestName nearest(name, 4);
  for (const std::string_view known : known_names) nearest.offer(known);
  return nearest.found();
}

}  // namespace pubbuild
