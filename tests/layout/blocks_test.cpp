#include <doctest/doctest.h>

#include <algorithm>

#include "layout/laid_out.h"

using namespace pubbuild;
using pubbuild::testing::article;
using pubbuild::testing::filler;
using pubbuild::testing::LaidOut;
using pubbuild::testing::PlacedText;
using pubbuild::testing::project_file;

namespace {

constexpr Length left = millipoints(81640);
constexpr Length measure = points(432);

}  // namespace

TEST_CASE("list items hang three characters in, with their marker before them") {
  const LaidOut pages(article("1. 甲项\n2. 乙项\n"));
  const PlacedText item = pages.find("甲项");
  const PlacedText number = pages.find("1.");
  CHECK((item.x - left - points(36)).milli / 20 == 0);
  CHECK(number.x + number.width < item.x);
  CHECK(number.y == item.y);
}

TEST_CASE("quotations are indented on both sides") {
  const LaidOut pages(article("> " + filler(80) + "\n"));
  for (const PlacedText& text : pages.texts()) {
    if (text.size != points(12) || text.page != 0) continue;
    CHECK(text.x >= left + points(24) - millipoints(10));
    CHECK(text.x + text.width <= left + measure - points(24) + millipoints(20));
  }
}

TEST_CASE("a table is as wide as the measure and its cells stay in it") {
  const LaidOut pages(
      article("| 甲 | 乙 | 丙 |\n|---|---|---|\n| " + filler(60) + " | 短 | " + filler(90) + " |\n"));
  for (const PlacedText& text : pages.texts()) CHECK(text.x + text.width <= left + measure + millipoints(20));
  const std::vector<StrokeItem> rules = pages.items_of<StrokeItem>(0);
  const bool has_top_rule = std::any_of(rules.begin(), rules.end(), [](const StrokeItem& rule) {
    return rule.width == millipoints(1200) && (rule.to.x - rule.from.x).milli / 1000 >= 431;
  });
  CHECK(has_top_rule);
}

TEST_CASE("a table that goes on on the next page shows its head again") {
  std::string table = "| 序号 | 名称 |\n|---|---|\n";
  for (int n = 1; n < 60; ++n) table += "| 第" + std::to_string(n) + "行 | 内容 |\n";
  const LaidOut pages(article(table));
  std::vector<size_t> pages_with_head;
  for (const PlacedText& text : pages.texts()) {
    if (text.text == "序号") pages_with_head.push_back(text.page);
  }
  CHECK(pages_with_head == std::vector<size_t>{0, 1});
  CHECK(pages.find("第59行").page == 1);
}

TEST_CASE("a row taller than a page goes on on the next") {
  const LaidOut pages(article("| 甲 | 乙 |\n|---|---|\n| " + filler(3000) + "末 | 短 |\n"));
  CHECK(pages.document.pages.size() >= 2);
  CHECK(pages.find("末").page >= 1);
}

TEST_CASE("cells that span rows and columns share their rows' height") {
  const LaidOut pages(
      article("<table><tr><td rowspan=\"2\">高</td><td>上</td></tr><tr><td>下</td></tr>"
              "<tr><td colspan=\"2\">宽</td></tr></table>\n"));
  CHECK(pages.find("上").y < pages.find("下").y);
  CHECK(pages.find("下").y < pages.find("宽").y);
  CHECK(pages.find("高").y == pages.find("上").y);
}

TEST_CASE("a picture is scaled to fit and has its caption under it on the same page") {
  const LaidOut pages(article("![图的说明](visits.png)\n"), "",
                      {{"visits.png", project_file("samples/pictures/visits.png")}});
  const std::vector<PictureItem> pictures = pages.items_of<PictureItem>(0);
  REQUIRE(pictures.size() == 1);
  CHECK(pictures[0].area.width <= measure);
  const PlacedText caption = pages.find("图的说明");
  CHECK(caption.page == 0);
  CHECK(caption.y > pictures[0].area.y + pictures[0].area.height);
  CHECK(caption.size == points(9));
}

TEST_CASE("a picture that is not there leaves a frame with its words and a warning") {
  const LaidOut pages(article("![图的说明](nowhere.png)\n"));
  CHECK(pages.items_of<FrameItem>(0).size() == 1);
  CHECK(pages.find("图的说明").page == 0);
  const std::vector<std::string> codes = pages.codes();
  CHECK(std::count(codes.begin(), codes.end(), "picture-missing") == 1);
}

TEST_CASE("preformatted text keeps its blanks and lines on a tinted ground") {
  const LaidOut pages(article("```\nif x:\n    y\n```\n"));
  CHECK(pages.items_of<FillItem>(0).size() == 1);
  CHECK(pages.find("    y").x == pages.find("if x:").x);
}

TEST_CASE("a line of code longer than the measure goes on on the next line") {
  const LaidOut pages(article("```\n" + std::string(300, 'x') + "\n```\n"));
  for (const PlacedText& text : pages.texts()) CHECK(text.x + text.width <= left + measure + millipoints(20));
}

TEST_CASE("links inside the text and to the world have their areas") {
  const LaidOut pages(article("[外](https://example.org/) 和 [内](#标题)\n\n## 标题\n"));
  const std::vector<LinkItem> links = pages.items_of<LinkItem>(0);
  REQUIRE(links.size() == 2);
  CHECK(links[0].uri == "https://example.org/");
  CHECK(links[1].destination != DestinationId::none);
}

TEST_CASE("a character no font has is one warning with its place, and a box") {
  const LaidOut pages(article("甲\U000F1234乙\U000F1234\n"));
  const std::vector<std::string> codes = pages.codes();
  CHECK(std::count(codes.begin(), codes.end(), "glyph-missing") == 1);
  CHECK(pages.diagnostics.all().back().message.find("U+F1234") != std::string::npos);
  CHECK(pages.items_of<FrameItem>(0).size() == 2);
}

TEST_CASE("code is set in a face whose letters are all equally wide") {
  const LaidOut pages(article("```\niiiiii\nWWWWWW\n```\n"));
  CHECK(pages.find("iiiiii").width == pages.find("WWWWWW").width);
}
