#include <doctest/doctest.h>

#include <algorithm>

#include "layout/laid_out.h"

using namespace pubbuild;
using pubbuild::testing::article;
using pubbuild::testing::filler;
using pubbuild::testing::LaidOut;
using pubbuild::testing::PlacedText;

namespace {

constexpr Length left = millipoints(81640);
constexpr Length measure = points(432);

// One grey box with 甲 in it after a line 前 and before a line 后, no indents.
LaidOut grey_box(const std::string& css, const std::string& inside = "甲") {
  return LaidOut(article("前\n\n<div class=\"a\">" + inside + "</div>\n\n后\n"),
                 "* { text-indent: 0 } .a { background: #eee; " + css + " }");
}

Rect ground(const LaidOut& pages) {
  const std::vector<FillItem> fills = pages.items_of<FillItem>(0);
  REQUIRE(!fills.empty());
  return fills[0].area;
}

bool near(Length a, Length b) {
  return a - b < millipoints(20) && b - a < millipoints(20);
}

// From the line before the box to the line after it, baseline to baseline.
Length distance(const LaidOut& pages) {
  return pages.find("后").y - pages.find("前").y;
}

}  // namespace

TEST_CASE("a width is that of the content, and of the border box where box-sizing says so") {
  CHECK(near(ground(grey_box("width: 100pt; padding: 0 10pt; border: 1pt solid")).width, points(122)));
  CHECK(
      near(ground(grey_box("width: 100pt; padding: 0 10pt; border: 1pt solid; box-sizing: border-box")).width,
           points(100)));
}

TEST_CASE("a width is held between its least and its largest") {
  CHECK(near(ground(grey_box("width: 100pt; min-width: 150pt")).width, points(150)));
  CHECK(near(ground(grey_box("max-width: 50%")).width, points(216)));
  CHECK(near(ground(grey_box("width: 300pt; max-width: 200pt; min-width: 250pt")).width, points(250)));
}

TEST_CASE("auto margins on both sides centre a box, one pushes it") {
  CHECK(near(ground(grey_box("width: 100pt; margin: 0 auto")).x, left + points(166)));
  CHECK(near(ground(grey_box("width: 100pt; margin-left: auto")).x, left + points(332)));
}

TEST_CASE("negative margins move a box out and draw blocks together") {
  const Rect box = ground(grey_box("margin: 0 -10pt"));
  CHECK(near(box.x, left - points(10)));
  CHECK(near(box.width, measure + points(20)));
  CHECK(distance(grey_box("margin-top: -5pt")) == points(35));
  CHECK(distance(LaidOut(article("<p class=\"a\">前</p><p class=\"b\">后</p>\n"),
                         ".a { margin-bottom: 12pt } .b { margin-top: -4pt }")) == points(28));
}

TEST_CASE("margins collapse with those of the first and the last block inside, but not through padding") {
  const std::string inside = "<p class=\"p\">甲</p>";
  const LaidOut through(article("前\n\n<div class=\"a\">" + inside + "</div>\n\n后\n"),
                        ".a { margin: 10pt 0; background: #eee } .p { margin: 15pt 0 }");
  CHECK(distance(through) == points(70));
  CHECK(ground(through).height == points(20));
  const LaidOut parted(article("前\n\n<div class=\"a\">" + inside + "</div>\n\n后\n"),
                       ".a { margin: 10pt 0; padding: 1pt; background: #eee } .p { margin: 15pt 0 }");
  CHECK(distance(parted) == points(92));
  CHECK(ground(parted).height == points(52));
}

TEST_CASE("margins collapse through a block with nothing in it") {
  CHECK(distance(grey_box("margin: 15pt 0 10pt", "")) == points(35));
}

TEST_CASE("a height is kept by a box with less in it, and higher content makes the box grow") {
  CHECK(ground(grey_box("height: 50pt")).height == points(50));
  CHECK(distance(grey_box("height: 50pt")) == points(70));
  CHECK(ground(grey_box("min-height: 50pt; padding: 5pt")).height == points(60));
  CHECK(ground(grey_box("height: 50pt; padding: 5pt; box-sizing: border-box")).height == points(50));
  CHECK(ground(grey_box("height: 10pt")).height == points(20));
  CHECK(ground(grey_box("height: 100pt; max-height: 30pt")).height == points(30));
  CHECK(ground(grey_box("height: 30pt", "")).height == points(30));
}

TEST_CASE("a box higher than the page goes on on the next one") {
  const LaidOut pages = grey_box("height: 1000pt");
  REQUIRE(pages.document.pages.size() == 2);
  CHECK(pages.items_of<FillItem>(1).size() == 1);
  CHECK(pages.find("后").page == 1);
}
