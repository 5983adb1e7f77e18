#include "base/nearest.h"

#include <doctest/doctest.h>

using namespace pubbuild;

TEST_CASE("the nearest name is the one with the fewest edits") {
  NearestName nearest("auhtor", 4);
  for (const char* name : {"title", "author", "source"}) nearest.offer(name);
  CHECK(nearest.found() == "author");
}

TEST_CASE("a name as far away as the limit is not offered") {
  NearestName nearest("colour", 1);
  nearest.offer("color");
  CHECK(nearest.found().empty());
}

TEST_CASE("characters count, not bytes") {
  NearestName nearest("规则一", 2);
  nearest.offer("规则二");
  CHECK(nearest.found() == "规则二");
}

TEST_CASE("nothing is near a name longer than any name") {
  NearestName nearest(std::string(5000, 'a'), 5000);
  nearest.offer("a");
  CHECK(nearest.found().empty());
}
