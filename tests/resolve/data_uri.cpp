// Pictures that stand in the address itself.
#include "resolve/data_uri.h"

#include <doctest/doctest.h>

#include "resolved.h"

using namespace pubbuild;

TEST_CASE("data: addresses hold bytes in base64 or percent-encoded") {
  CHECK(data_in("data:text/plain;base64,5L2g\n5aW9") == "你好");
  CHECK(data_in("DATA:,a%20b") == "a b");
  CHECK(data_in("data:image/png;base64,%%%") == std::nullopt);
  CHECK(data_in("data:image/png") == std::nullopt);
  CHECK_FALSE(is_data_uri("date.png"));
}

TEST_CASE("a picture in a data: address is a picture, one that is damaged a warning") {
  const std::string gif =
      "data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///yH5BAEAAAEALAAAAAABAAEAAAICRAEAOw==";
  const Resolved good = resolved("<h1>题</h1><p>甲<img src=\"" + gif + "\" alt=\"图\"></p>");
  CHECK(good.codes().empty());
  CHECK(good.publication.pictures.size() == 1);
  const Resolved bad = resolved("<h1>题</h1><p>甲<img src=\"data:image/gif;base64,R0lG\" alt=\"图\"></p>");
  CHECK(bad.codes() == Codes{"picture-damaged"});
}
