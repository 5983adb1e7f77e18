// Margin boxes on finished pages.
#include <doctest/doctest.h>

#include "layout/laid_out.h"

using namespace pubbuild;
using pubbuild::testing::article;
using pubbuild::testing::filler;
using pubbuild::testing::LaidOut;
using pubbuild::testing::PlacedText;

namespace {

// A page of 400 by 400 points with margins of 50 and nothing in them.
const std::string square =
    "@page { size: 400pt; margin: 50pt; font: 10pt/12pt serif; @bottom-center { content: none }"
    " @top-center { content: none } } ";

std::vector<PlacedText> texts_of(const LaidOut& pages, const std::string& words) {
  std::vector<PlacedText> found;
  for (const PlacedText& text : pages.texts()) {
    if (text.text.find(words) != std::string::npos) found.push_back(text);
  }
  return found;
}

bool is_near(Length a, Length b) {
  return a - b < points(1) && b - a < points(1);
}

}  // namespace

TEST_CASE("a margin box stands in the middle of its margin and leans to its side") {
  const LaidOut pages(article("甲\n"), square +
                                           "@page { @top-left { content: \"左\" } @top-right { content: "
                                           "\"右\" } @bottom-center { content: \"下中\" } }");
  CHECK(is_near(pages.find("左").x, points(50)));
  CHECK(is_near(pages.find("右").x, points(340)));
  CHECK(is_near(pages.find("下中").x, points(191)));
  CHECK(pages.find("左").y > points(25));
  CHECK(pages.find("左").y < points(31));
}

TEST_CASE("text in a corner leans to the page") {
  const LaidOut pages(article("甲\n"), square +
                                           "@page { @top-left-corner { content: \"角\" } "
                                           "@bottom-right-corner { content: \"末\" } }");
  CHECK(is_near(pages.find("角").x, points(40)));
  CHECK(is_near(pages.find("末").x, points(350)));
}

TEST_CASE("a margin box has margins, borders, padding and a background") {
  const LaidOut pages(article("甲\n"),
                      square +
                          "@page { @top-left { content: \"头\"; vertical-align: bottom; margin: 0 0 6pt;"
                          " border-bottom: 1pt solid; padding-bottom: 5pt; background: #eee } }");
  const std::vector<StrokeItem> rules = pages.items_of<StrokeItem>(0);
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].from.x == points(50));
  CHECK(rules[0].to.x == points(350));
  CHECK(rules[0].from.y == millipoints(43500));
  const std::vector<FillItem> fills = pages.items_of<FillItem>(0);
  REQUIRE(fills.size() == 1);
  CHECK(fills[0].area.y == Length{});
  CHECK(fills[0].area.height == points(44));
  CHECK(pages.find("头").y > points(32));
  CHECK(pages.find("头").y < points(38));
}

TEST_CASE("a margin box with empty content and a size draws its box, one without content none") {
  const LaidOut pages(article("甲\n"),
                      square +
                          "@page { @right-middle { content: \"\"; height: 100pt; margin: 0 5pt 0 10pt;"
                          " background: #eee } @left-middle { background: #ddd } }");
  const std::vector<FillItem> fills = pages.items_of<FillItem>(0);
  REQUIRE(fills.size() == 1);
  CHECK(fills[0].area.x == points(360));
  CHECK(fills[0].area.width == points(35));
  CHECK(fills[0].area.y == points(150));
  CHECK(fills[0].area.height == points(100));
}

TEST_CASE("ruled lines stand at the ends of whole pitches") {
  const LaidOut pages(article("甲\n"),
                      square +
                          "@page { @right-middle { content: \"\"; height: 105pt; margin: 0 5pt 0 10pt;"
                          " rule-lines: 20pt 0.4pt #999 } }");
  const std::vector<StrokeItem> rules = pages.items_of<StrokeItem>(0);
  REQUIRE(rules.size() == 5);
  CHECK(rules[0].from.x == points(360));
  CHECK(rules[0].to.x == points(395));
  CHECK(rules[0].width == millipoints(400));
  CHECK(rules[0].from.y == millipoints(147500 + 20000 - 200));
  CHECK(rules[4].from.y == millipoints(147500 + 100000 - 200));
}

TEST_CASE("an exercise with ruled lines has them in its content box") {
  const LaidOut pages(article("<section class=\"lines\">\n\n</section>\n"),
                      ".lines { height: 90pt; padding: 10pt 0; rule-lines: 30pt 0.4pt #999 }");
  CHECK(pages.items_of<StrokeItem>(0).size() == 3);
}

TEST_CASE("text in a margin box wraps in its width") {
  const LaidOut pages(article("甲\n"),
                      square + "@page { @left-top { content: \"一二三四五六七八九十\"; margin: 0 5pt } }");
  const std::vector<PlacedText> first = texts_of(pages, "一二三四");
  const std::vector<PlacedText> second = texts_of(pages, "五六七八");
  REQUIRE(first.size() == 1);
  REQUIRE(second.size() == 1);
  CHECK(second[0].y - first[0].y == points(12));
  CHECK(is_near(first[0].x, points(5)));
}

TEST_CASE("line ends in a margin box are kept where white-space says so") {
  const std::string css = "@page { @top-left { content: \"上行\\A 下行\"";
  const LaidOut kept(article("甲\n"), square + css + "; white-space: pre } }");
  CHECK(kept.find("下行").y - kept.find("上行").y == points(12));
  const LaidOut collapsed(article("甲\n"), square + css + " } }");
  CHECK(collapsed.find("下行").y == collapsed.find("上行").y);
}

TEST_CASE("text too long for its margin box ends in an ellipsis inside it") {
  for (const char* more : {"", "; white-space: nowrap"}) {
    CAPTURE(more);
    const LaidOut pages(article("甲\n"), square + "@page { @top-left { content: \"" + filler(4000) + "\"" +
                                             more + " } @top-right { content: \"右\" } }");
    CHECK(!texts_of(pages, "…").empty());
    for (const PlacedText& text : pages.texts()) {
      if (text.size != points(10)) continue;
      CAPTURE(text.x.milli);
      CAPTURE(text.width.milli);
      CHECK(text.x >= points(50));
      CHECK(text.x + text.width <= points(350) + points(5));
      CHECK(text.y > Length{});
      CHECK(text.y <= points(50));
    }
    const PlacedText right = pages.find("右");
    for (const PlacedText& text : texts_of(pages, "…")) CHECK(text.x + text.width <= right.x + points(5));
  }
}

TEST_CASE("string() shows the first, the last or the value at the start of a page, or all but the first") {
  const std::string css =
      square +
      "h2 { string-set: s content() } @page { @top-left { content: string(s) } @top-right { content: "
      "\"末\" string(s, last) } @bottom-left { content: \"始\" string(s, start) } @bottom-right { "
      "content: \"余\" string(s, first-except) } h2 { font-size: 12pt } } p { font-size: 12pt }";
  const LaidOut pages(article("## 一题\n\n段\n\n## 二题\n\n" + filler(600) + "\n\n## 三题\n"), css);
  const auto shown = [&](size_t page) {
    std::string all;
    for (const PlacedText& text : pages.texts())
      all += text.page == page && text.size == points(10) ? text.text + "/" : "";
    return all;
  };
  CHECK(shown(0) == "一题/末二题/始/余/");
  REQUIRE(pages.document.pages.size() >= 3);
  CHECK(shown(1) == "二题/末二题/始二题/余二题/");
  const size_t last = pages.document.pages.size() - 1;
  CHECK(shown(last) == "三题/末三题/始二题/余/");
}

TEST_CASE("margin boxes show counters in any style, and quotation marks") {
  const LaidOut pages(article(filler(1500)),
                      square +
                          "@page { quotes: '「' '」'; @top-left { content: open-quote "
                          "counter(page, cjk-decimal) close-quote } @top-right { "
                          "content: counter(page, upper-roman) ' / ' counter(pages) } }");
  CHECK(pages.find("「二」").page == 1);
  const std::string pages_in_all = std::to_string(pages.document.pages.size());
  CHECK(pages.find("II / " + pages_in_all).page == 1);
}

TEST_CASE("a page has a background on all of the sheet and borders at its margins") {
  const LaidOut pages(article("甲\n"),
                      square + "@page { background: #eee; border: 1pt solid; padding: 9pt }");
  const std::vector<FillItem> fills = pages.items_of<FillItem>(0);
  REQUIRE(fills.size() == 1);
  CHECK(fills[0].area.width == points(400));
  CHECK(pages.items_of<StrokeItem>(0).size() == 4);
  CHECK(pages.find("题目").x >= points(60));
}
