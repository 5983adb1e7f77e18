// What counts as the same words when text is copied from a PDF.
#include "wording.h"

#include <doctest/doctest.h>

using namespace pubbuild::test;

TEST_CASE("a line may end at a blank and at none, and no blank may be missing or too many") {
  CHECK(find_wording("前文。一个字\n也不能\f错。", "一个字也不能错。", 0));
  CHECK(find_wording("A library\nthat nobody\ncan reach", "library that nobody can reach", 0));
  CHECK_FALSE(find_wording("超过10km的", "超过10 km的", 0));
  CHECK_FALSE(find_wording("超过 10 km的", "超过10 km的", 0));
  CHECK(find_wording("x=1;y = 2", "x = 1;\n  y = 2", 0, Blanks::ignored));
}

TEST_CASE("found is where the wording begins and ends") {
  const Found found = find_wording("ab\nab c", " ab c\n", 1);
  CHECK(found.begin == 3);
  CHECK(found.end == 7);
  CHECK_FALSE(find_wording("ab", "ab", 1));
}

TEST_CASE("a reference to a note has whatever number the page gives it") {
  CHECK(find_wording("统计①。\n", "统计\uFFFC。", 0));
  CHECK(find_wording("统计(12)。\n", "统计\uFFFC。", 0));
  CHECK_FALSE(find_wording("统计。\n", "统计\uFFFC。", 0));
}
