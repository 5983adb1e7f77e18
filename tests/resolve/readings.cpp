// Ruby in bopomofo is told from other ruby.
#include <doctest/doctest.h>

#include "resolved.h"

using namespace pubbuild;

TEST_CASE("ruby whose readings are all bopomofo has a class of its own") {
  const std::string bopomofo = "<ruby>頭<rt>ㄊㄡˊ</rt></ruby>";
  const std::string pinyin = "<ruby>頭<rt>tóu</rt></ruby>";
  CHECK(resolved("<h1>題</h1><p>" + bopomofo + pinyin + "</p>").body() ==
        "<p><ruby class=\"zhuyin\">頭<rt>ㄊㄡˊ</rt></ruby>" + pinyin + "</p>");
}
