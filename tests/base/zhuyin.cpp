#include "base/zhuyin.h"

#include <doctest/doctest.h>

using namespace pubbuild;

TEST_CASE("bopomofo is its symbols and tone marks, and nothing else") {
  CHECK(is_zhuyin("ㄊㄡˊ"));
  CHECK(is_zhuyin("˙ㄉㄜ"));
  CHECK(is_zhuyin("ㆠㆤ"));
  CHECK_FALSE(is_zhuyin("tóu"));
  CHECK_FALSE(is_zhuyin("ㄊ頭"));
  CHECK_FALSE(is_zhuyin(""));
}
