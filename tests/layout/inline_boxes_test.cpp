#include <doctest/doctest.h>

#include "layout/laid_out.h"

using namespace pubbuild;
using pubbuild::testing::article;
using pubbuild::testing::filler;
using pubbuild::testing::LaidOut;
using pubbuild::testing::PlacedText;

namespace {

// A line of 12 pt text with `b` in it, no indent.
LaidOut line_of(const std::string& html, const std::string& css) {
  return LaidOut(article("<p>" + html + "</p>\n"), "p { text-indent: 0; text-align: start } " + css);
}

}  // namespace

TEST_CASE("padding, border and margin of an inline element take room at both ends of it") {
  const LaidOut pages = line_of(
      "甲<span>乙</span>丙", "span { background: #eee; padding: 0 3pt; border: 1pt solid; margin: 0 2pt }");
  CHECK(pages.find("丙").x - pages.find("甲").x == points(36));
  const Rect ground = pages.items_of<FillItem>(0).at(0).area;
  CHECK(ground.x - pages.find("甲").x == points(14));
  CHECK(ground.width == points(20));
}

TEST_CASE("the box of an inline element is closed where it begins and ends and open where a line cuts it") {
  const LaidOut pages =
      line_of("甲<span>" + filler(50) + "</span>", "span { border: 1pt solid; padding: 2pt }");
  size_t uprights = 0;
  for (const StrokeItem& stroke : pages.items_of<StrokeItem>(0)) uprights += stroke.from.x == stroke.to.x;
  CHECK(uprights == 2);
}

TEST_CASE("an inline element with nothing in it takes the room of its edges") {
  const LaidOut pages = line_of("甲<span></span>乙", "span { padding: 0 10pt; border-bottom: 1pt solid }");
  CHECK(pages.find("乙").x - pages.find("甲").x == points(32));
}

TEST_CASE("raised elements in raised elements are raised by both") {
  const LaidOut pages = line_of("甲<span>乙<span>丙</span></span>", "span { vertical-align: 2pt }");
  CHECK(pages.find("甲").y - pages.find("丙").y == points(4));
}

TEST_CASE("a decoration keeps the colour and place of its element over all it holds") {
  const LaidOut pages = line_of("<u>甲<b>乙</b></u>",
                                "u { color: #f00; vertical-align: 3pt } b { color: #000; font-size: 6pt }");
  const std::vector<StrokeItem> strokes = pages.items_of<StrokeItem>(0);
  REQUIRE(strokes.size() == 1);
  CHECK(strokes[0].ink == Ink{255, 0, 0});
  CHECK(strokes[0].to.x - strokes[0].from.x == points(18));
}

TEST_CASE("the underline of a block goes under all its lines") {
  const LaidOut pages = line_of(filler(60), "p { text-decoration: underline }");
  CHECK(pages.items_of<StrokeItem>(0).size() == 2);
}

TEST_CASE("letter-spacing parts ideographs as it does letters, and is left out where a line ends") {
  const LaidOut pages = line_of("<span>甲乙</span>丙", "span { letter-spacing: 3pt }");
  CHECK(pages.find("丙").x - pages.find("甲乙").x == points(30));
  const LaidOut centred = line_of("甲乙", "p { letter-spacing: 12pt; text-align: center }");
  CHECK(centred.find("甲乙").x == millipoints(81638) + points(198));
}
