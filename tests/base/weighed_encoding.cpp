// Short texts are told to be of an encoding where there is no doubt, and never of a wrong one.
#include "base/weighed_encoding.h"

#include <doctest/doctest.h>
#include <unicode/ucnv.h>

#include <string>
#include <vector>

using namespace pubbuild;

namespace {

std::string written_in(const std::string& encoding, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string bytes(text.size() * 4 + 16, '\0');
  bytes.resize(static_cast<size_t>(ucnv_convert(encoding.c_str(), "UTF-8", bytes.data(),
                                                static_cast<int32_t>(bytes.size()), text.data(),
                                                static_cast<int32_t>(text.size()), &status)));
  REQUIRE(U_SUCCESS(status));
  return bytes;
}

struct Sample {
  std::string encoding;
  std::string text;
};

const std::vector<Sample> samples = {
    {"GB18030", "关于召开全县图书馆工作会议的通知，请各乡镇文化站按时参加。"},
    {"Big5", "關於召開全縣圖書館工作會議的通知，請各鄉鎮文化站按時參加。館長與志工也歡迎出席。"},
    {"Shift_JIS", "図書館の会議を開きますので、皆さんお集まりください。"},
    {"EUC-JP", "図書館の会議を開きますので、皆さんお集まりください。"},
    {"EUC-KR", "도서관 회의를 여는 것에 관한 안내, 각 읍면의 문화원은 시간에 맞추어 참가해 주십시오."},
};

}  // namespace

TEST_CASE("a sentence or two tells its encoding") {
  for (const Sample& sample : samples) {
    CHECK(weighed_encoding(written_in(sample.encoding, sample.text)) == sample.encoding);
  }
}

TEST_CASE("a part of a sentence is told rightly or not at all") {
  for (const Sample& sample : samples) {
    const std::string bytes = written_in(sample.encoding, sample.text);
    for (size_t length = 0; length <= bytes.size(); ++length) {
      CAPTURE(sample.encoding);
      CAPTURE(length);
      const std::string_view told = weighed_encoding(std::string_view(bytes).substr(0, length));
      const bool is_right = told.empty() || told == sample.encoding;
      CHECK(is_right);
    }
  }
}

TEST_CASE("a word, and a text of western letters, are not told") {
  CHECK(weighed_encoding(written_in("GB18030", "会议")).empty());
  CHECK(weighed_encoding(written_in("windows-1252", "Où est le café? Voilà l'été, déjà passé, hélas."))
            .empty());
  CHECK(
      weighed_encoding(written_in("windows-1252", "Über Größe läßt sich schön streiten, fürwahr.")).empty());
  CHECK(weighed_encoding("").empty());
  CHECK(weighed_encoding("\x80\x81\x82\x83\xFF\xFE\xFD").empty());
}
