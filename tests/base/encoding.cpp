// Texts in the encodings of Chinese, Japanese and Korean, told and converted.
#include "base/encoding.h"

#include <doctest/doctest.h>
#include <unicode/ucnv.h>

#include "base/utf8.h"

using namespace pubbuild;

namespace {

std::string written_in(const char* encoding, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string bytes(text.size() * 4 + 16, '\0');
  bytes.resize(
      static_cast<size_t>(ucnv_convert(encoding, "UTF-8", bytes.data(), static_cast<int32_t>(bytes.size()),
                                       text.data(), static_cast<int32_t>(text.size()), &status)));
  REQUIRE(U_SUCCESS(status));
  return bytes;
}

std::string repeated(const std::string& text, size_t times) {
  std::string all;
  for (size_t n = 0; n < times; ++n) all += text;
  return all;
}

struct Sample {
  std::string encoding;
  std::string text;
};

// Long enough for each to be told by itself.
const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = {
      {"GB18030",
       repeated("会议的主持人应当按照议程宣布各项事项，发言的人先举手，得到允许以后再说话。\n", 4)},
      {"Big5", repeated("會議的主席應當按照議程宣布各項事項，發言的人先舉手，得到允許以後再說話。\n", 4)},
      {"Shift_JIS",
       repeated("会議の議長は議事日程に従って各事項を告げ、発言する人は先に手を挙げます。\n", 4)},
      {"EUC-JP", repeated("会議の議長は議事日程に従って各事項を告げ、発言する人は先に手を挙げます。\n", 4)},
      {"EUC-KR",
       repeated("회의의 의장은 의사일정에 따라 각 사항을 알리고 발언하는 사람은 먼저 손을 듭니다.\n", 4)},
      {"UTF-16LE", repeated("会议的主持人应当按照议程宣布各项事项，说话的人先举手。\n", 3)},
      {"UTF-16BE", repeated("会议的主持人应当按照议程宣布各项事项，说话的人先举手。\n", 3)},
  };
  return all;
}

}  // namespace

TEST_CASE("the encoding of a text of some length is told, and said to be assumed") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.encoding);
    const auto decoded = decode_text(written_in(sample.encoding.c_str(), sample.text), "", "");
    REQUIRE(decoded);
    CHECK(decoded->text == sample.text);
    CHECK(decoded->encoding.name == sample.encoding);
    CHECK(decoded->is_assumed);
    CHECK(decoded->wrong.empty());
  }
}

TEST_CASE("a text goes back to the bytes that it was, with its byte order mark") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.encoding);
    const std::string bytes = written_in(sample.encoding.c_str(), sample.text);
    const auto decoded = decode_text(bytes, sample.encoding, "");
    CHECK(encode_text(decoded->text, decoded->encoding) == bytes);
  }
  const std::string marked("\xFE\xFF\x4E\x00\x00\x0A", 6);
  const auto decoded = decode_text(marked, "", "");
  CHECK(decoded->text == "一\n");
  CHECK(encode_text(decoded->text, decoded->encoding) == marked);
  CHECK_FALSE(encode_text("ไทย", {"Big5"}));
}

TEST_CASE("an encoding that is said decides, however short the text is") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.encoding);
    const std::string beginning = sample.text.substr(0, 6);
    const auto decoded = decode_text(written_in(sample.encoding.c_str(), beginning), sample.encoding, "");
    REQUIRE(decoded);
    CHECK(decoded->text == beginning);
    CHECK_FALSE(decoded->is_assumed);
  }
}

TEST_CASE("a byte order mark decides, and is no text but where the text is UTF-8") {
  CHECK(decode_text(std::string("\xFF\xFE\x2D\x4E", 4), "", "")->text == "中");
  CHECK(decode_text(std::string("\xFE\xFF\x4E\x2D", 4), "", "")->text == "中");
  CHECK(decode_text("\xEF\xBB\xBF中", "", "")->text == "\xEF\xBB\xBF中");
  CHECK_FALSE(decode_text(std::string("\xFF\xFE\x2D\x4E", 4), "", "")->is_assumed);
}

TEST_CASE("what a page declares counts for less than its bytes and more than a guess") {
  const std::string gb = written_in("GB18030", "会议");
  CHECK(decode_text(gb, "", "gb2312")->text == "会议");
  CHECK(decode_text("会议", "", "gb2312")->text == "会议");
}

TEST_CASE("a name of a small set means the set that is in use under that name") {
  CHECK(decode_text(written_in("GB18030", "镕㐀"), "gb2312", "")->text == "镕㐀");
  CHECK(decode_text(written_in("windows-31j", "①髙"), "shift_jis", "")->text == "①髙");
  CHECK(decode_text(written_in("windows-949", "똠방각하"), "euc-kr", "")->text == "똠방각하");
}

TEST_CASE("bytes that stand for nothing become U+FFFD, and their place is known") {
  const auto decoded = decode_text("ab\xB9\xD8\xFF\xFF\xB9\xD8", "GB18030", "");
  REQUIRE(decoded);
  REQUIRE(!decoded->wrong.empty());
  CHECK(decoded->wrong.front().in_file == 4);
  CHECK(decoded->wrong.front().in_text == 5);
  CHECK(decoded->text.substr(5, 3) == utf8::encode(utf8::replacement));
  CHECK(decoded->text.starts_with("ab关"));
  CHECK(decoded->text.ends_with("关"));
}

TEST_CASE("UTF-8 with a few damaged bytes is UTF-8") {
  const std::string text = repeated("会议的主持人应当按照议程宣布各项事项。", 4);
  const auto decoded = decode_text(text + "\xE4\xB8" + text, "", "");
  REQUIRE(decoded);
  CHECK(decoded->encoding.name == "UTF-8");
  CHECK(decoded->wrong_count == 2);
  CHECK(decoded->wrong.front().in_file == text.size());
}

TEST_CASE("pictures and other bytes that are no text are not decoded") {
  CHECK_FALSE(decode_text(std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01", 20), "", ""));
  CHECK_FALSE(decode_text(std::string("PK\x03\x04\x14\0\0\0\x08\0\xB9\xD8\xFF\x80", 14), "", ""));
}

TEST_CASE("a name that is nearly an encoding's leads to it") {
  CHECK(is_encoding("gb18030"));
  CHECK(is_encoding("SJIS"));
  CHECK_FALSE(is_encoding("GB18O30"));
  CHECK(nearest_encoding("GB18O30") == "GB18030");
  CHECK(nearest_encoding("Big-5") == "Big5");
}

TEST_CASE("a text that ends anywhere is valid UTF-8 once it is decoded") {
  for (const Sample& sample : samples()) {
    const std::string bytes = written_in(sample.encoding.c_str(), sample.text);
    for (size_t length = 0; length <= bytes.size(); ++length) {
      CAPTURE(length);
      const std::string part = bytes.substr(0, length);
      const auto told = decode_text(part, "", "");
      const auto said = decode_text(part, sample.encoding, "");
      REQUIRE(said);
      CHECK(utf8::first_invalid(said->text) == std::string::npos);
      CHECK(said->wrong_count <= 1);
      if (told) CHECK(utf8::first_invalid(told->text) == std::string::npos);
    }
  }
}

TEST_CASE("a text decoded as what it is not is valid UTF-8") {
  for (const Sample& sample : samples()) {
    const std::string bytes = written_in(sample.encoding.c_str(), sample.text);
    for (const Sample& other : samples()) {
      const auto decoded = decode_text(bytes, other.encoding, "");
      REQUIRE(decoded);
      CHECK(utf8::first_invalid(decoded->text) == std::string::npos);
      for (const UndecodableBytes& wrong : decoded->wrong) {
        CHECK(bytes.substr(wrong.in_file, wrong.bytes.size()) == wrong.bytes);
        CHECK(decoded->text.substr(wrong.in_text, 3) == utf8::encode(utf8::replacement));
      }
    }
  }
}

TEST_CASE("a zero byte in a damaged text does not make it binary") {
  std::string text;
  for (int n = 0; n < 30; ++n) text += "五月的临溪，雨一场接着一场。";
  const auto decoded = decode_text(text + std::string("\0\xE6", 2) + text, "", "");
  REQUIRE(decoded);
  CHECK(decoded->encoding.name == "UTF-8");
  CHECK(decoded->wrong_count == 1);
}

TEST_CASE("UTF-16 without a mark is told whatever its characters' halves are") {
  std::string bytes;
  for (int n = 0; n < 20; ++n)
    bytes += std::string("\x00\x4E\x8C\x4E\x0D\x4E\x31\x00\x0A\x00", 10);  // 一二不1
  const auto decoded = decode_text(bytes, "", "");
  REQUIRE(decoded);
  CHECK(decoded->encoding.name == "UTF-16LE");
  CHECK(decoded->text.starts_with("一二不1\n一"));
}
