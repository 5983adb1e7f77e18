#include <doctest/doctest.h>

#include "pdf/paged.h"

using namespace pubbuild;
using namespace pubbuild::test;

namespace {

PathItem square(int64_t from, int64_t to) {
  PathItem path;
  path.ink = {255, 0, 0};
  path.steps = {{PathStep::Kind::move, {}, {}, {points(from), points(from)}},
                {PathStep::Kind::line, {}, {}, {points(to), points(from)}},
                {PathStep::Kind::line, {}, {}, {points(to), points(to)}},
                {PathStep::Kind::line, {}, {}, {points(from), points(to)}}};
  return path;
}

}  // namespace

TEST_CASE("a path in a path is a ring") {
  PathItem ring = square(20, 80);
  const PathItem hole = square(40, 60);
  ring.steps.insert(ring.steps.end(), hole.steps.begin(), hole.steps.end());
  const std::string pdf = write(document_of({ring}));
  CHECK(is_sound(pdf));
  const Rendering page = render(pdf);
  CHECK(page.at(30, 30) == 0xFF0000);
  CHECK(page.at(50, 50) == 0xFFFFFF);
  CHECK(page.at(90, 90) == 0xFFFFFF);
}

TEST_CASE("of a path that is clipped only what is inside shows, and what follows is whole again") {
  PathItem clipped = square(20, 80);
  clipped.clip = {
      {points(20), points(20)}, {points(50), points(20)}, {points(50), points(80)}, {points(20), points(80)}};
  PathItem next = square(100, 120);
  const Rendering page = render(write(document_of({clipped, next})));
  CHECK(page.at(40, 50) == 0xFF0000);
  CHECK(page.at(60, 50) == 0xFFFFFF);
  CHECK(page.at(110, 110) == 0xFF0000);
}
