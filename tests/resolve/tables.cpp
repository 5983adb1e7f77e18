#include <doctest/doctest.h>

#include "resolved.h"

using namespace pubbuild;

TEST_CASE("header cells say whether they head their column or their row") {
  const Resolved table = resolved(
      "<h1>T</h1><table><thead><tr><th>A</th></tr></thead><tbody><tr><th>B</th><td>C</td></tr></tbody></"
      "table>");
  CHECK(table.body() ==
        "<table><thead><tr><th scope=\"col\">A</th></tr></thead><tbody><tr><th "
        "scope=\"row\">B</th><td>C</td></tr></tbody></table>");
}
