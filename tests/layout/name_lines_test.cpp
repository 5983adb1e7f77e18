#include <doctest/doctest.h>

#include "layout/laid_out.h"

using namespace pubbuild;
using pubbuild::testing::article;
using pubbuild::testing::LaidOut;

namespace {

constexpr Length left = millipoints(81638);

// Lines of 12 pt text, 20 pt apart.
LaidOut set(const std::string& html, const std::string& css = "") {
  return LaidOut(article("<p>" + html + "</p>\n"), "p { text-indent: 0; text-align: start } " + css);
}

std::string proper(const std::string& name) {
  return "<span class=\"proper\">" + name + "</span>";
}

}  // namespace

TEST_CASE("two names side by side have a line each, with a gap between") {
  const std::vector<StrokeItem> lines = set(proper("中国") + proper("北京")).items_of<StrokeItem>(0);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].from.x == left);
  CHECK(lines[1].from.x - lines[0].to.x == points(2));
  CHECK(lines[1].to.x == left + points(48));
  CHECK(lines[0].from.y == lines[1].from.y);
}

TEST_CASE("the line of a name is as long as its characters, without the space beside Latin") {
  const LaidOut pages = set("ab" + proper("北京") + "cd");
  const std::vector<StrokeItem> lines = pages.items_of<StrokeItem>(0);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].from.x == pages.find("北京").x);
  CHECK(lines[0].to.x - lines[0].from.x == points(24));
}

TEST_CASE("the line of a name set wide is not broken, and ends with its last character") {
  const std::vector<StrokeItem> lines =
      set(proper("中国人"), ".proper { letter-spacing: 6pt }").items_of<StrokeItem>(0);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].to.x - lines[0].from.x == points(3 * 12 + 2 * 6));
}

TEST_CASE("titles of books have a wavy line") {
  const std::vector<StrokeItem> lines = set("<span class=\"title\">史记</span>").items_of<StrokeItem>(0);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].style == StrokeStyle::wavy);
}

TEST_CASE("where a name is emphasized too, the line comes first and the dots below it") {
  const LaidOut pages = set("<span class=\"proper dots\">要点</span>");
  const std::vector<StrokeItem> lines = pages.items_of<StrokeItem>(0);
  REQUIRE(lines.size() == 1);
  CHECK(pages.find("•").y > lines[0].from.y);
}

TEST_CASE("dots follow characters set wide, one in the middle of each, none at punctuation") {
  const LaidOut pages = set("<span class=\"dots\">中，国人</span>", "span { letter-spacing: 6pt }");
  size_t dots = 0;
  for (const TextItem& text : pages.items_of<TextItem>(0)) {
    if (text.run.text.find("•") == std::string::npos) continue;
    dots += text.run.glyphs.size();
    if (text.run.glyphs.size() == 2) CHECK(text.run.glyphs[0].advance == 18000);
  }
  CHECK(dots == 3);
}

TEST_CASE("lines under names leave lines of text where they are") {
  const LaidOut pages = set("甲<br/>" + proper("乙") + "<br/><span class=\"title dots\">丙</span><br/>丁");
  CHECK(pages.find("丁").y == pages.find("甲").y + points(60));
}
