// Language tags say which script a text is set in.
#include "base/language.h"

#include <doctest/doctest.h>

using namespace pubbuild;

TEST_CASE("Chinese is simplified unless its tag says otherwise") {
  for (const char* tag : {"zh", "zh-CN", "zh-Hans", "ZH-HANS-CN", "zh-SG", "zh-Hans-HK"}) {
    CHECK_MESSAGE(script_of(tag) == Script::hans, tag);
  }
  for (const char* tag : {"zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-hant-tw", "yue-HK"}) {
    CHECK_MESSAGE(script_of(tag) == Script::hant, tag);
  }
}

TEST_CASE("Japanese, Korean and the rest are told apart") {
  CHECK(script_of("ja") == Script::japanese);
  CHECK(script_of("ja-JP") == Script::japanese);
  CHECK(script_of("ko-KR") == Script::korean);
  CHECK(script_of("en") == Script::other);
  CHECK(script_of("") == Script::other);
}

TEST_CASE("Chinese and Japanese are written without blanks") {
  CHECK(is_unspaced(Script::hans));
  CHECK(is_unspaced(Script::hant));
  CHECK(is_unspaced(Script::japanese));
  CHECK_FALSE(is_unspaced(Script::korean));
  CHECK_FALSE(is_unspaced(Script::other));
}
