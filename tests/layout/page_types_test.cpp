// Named pages, sides, blank pages, page counters.
#include <doctest/doctest.h>

#include <algorithm>

#include "layout/laid_out.h"

using namespace pubbuild;
using pubbuild::testing::article;
using pubbuild::testing::filler;
using pubbuild::testing::LaidOut;
using pubbuild::testing::PlacedText;

namespace {

std::string block(const std::string& name, const std::string& text) {
  return "<section class=\"" + name + "\">\n\n" + text + "\n\n</section>\n\n";
}

std::vector<std::string> folios(const LaidOut& pages) {
  std::vector<std::string> found;
  for (const Page& page : pages.document.pages) found.push_back(page.folio);
  return found;
}

bool holds(const LaidOut& pages, size_t page, const std::string& words) {
  const std::vector<PlacedText> texts = pages.texts();
  return std::ranges::any_of(texts, [&](const PlacedText& text) {
    return text.page == page && text.text.find(words) != std::string::npos;
  });
}

using Folios = std::vector<std::string>;

const std::string wide = "@page wide { size: A4 landscape; margin: 50pt } .wide { page: wide } ";

}  // namespace

TEST_CASE("a block that names its pages stands on pages of its own, of their size") {
  const LaidOut pages(article("甲段\n\n" + block("wide", "乙段") + "丙段\n"), wide);
  REQUIRE(pages.document.pages.size() == 3);
  CHECK(pages.document.pages[0].size == Size{millipoints(595276), millipoints(841890)});
  CHECK(pages.document.pages[1].size == Size{millipoints(841890), millipoints(595276)});
  CHECK(pages.document.pages[2].size == Size{millipoints(595276), millipoints(841890)});
  CHECK(pages.find("甲段").page == 0);
  CHECK(pages.find("乙段").page == 1);
  CHECK(pages.find("丙段").page == 2);
}

TEST_CASE("text on a page with another measure is broken for that measure") {
  const LaidOut pages(article(filler(200) + "\n\n" + block("wide", filler(200)) + filler(200)), wide);
  const auto longest = [&](size_t page) {
    Length width;
    for (const PlacedText& text : pages.texts()) {
      if (text.page == page && text.size == points(12)) width = max(width, text.x + text.width);
    }
    return width;
  };
  CHECK(longest(0) <= millipoints(81640 + 432000 + 20));
  CHECK(longest(1) > points(841 - 50 - 12));
  CHECK(longest(1) <= points(842 - 50));
  CHECK(longest(2) <= millipoints(81640 + 432000 + 20));
}

TEST_CASE("a table, a note and a heading stand on a landscape page as wide as it is") {
  const std::string table = "## 宽表\n\n| 甲 | 乙 |\n|---|---|\n| 一[^n] | 二 |\n\n[^n]: 注文\n";
  const LaidOut pages(article("前段\n\n" + block("wide", table) + "后段\n"), wide);
  CHECK(pages.find("宽表").page == 1);
  CHECK(pages.find("乙").page == 1);
  CHECK(pages.find("乙").x > points(841 / 2 - 50));
  CHECK(pages.find("注文").page == 1);
  CHECK(pages.find("后段").page == 2);
}

TEST_CASE("a box around pages of two names is as wide on each as its pages let it") {
  const LaidOut pages(article(block("box", "甲段\n\n" + block("wide", "乙段"))),
                      wide + ".box { background: #ddd; padding: 10pt }");
  REQUIRE(pages.document.pages.size() == 2);
  REQUIRE(pages.items_of<FillItem>(0).size() == 1);
  REQUIRE(pages.items_of<FillItem>(1).size() == 1);
  CHECK(pages.items_of<FillItem>(0)[0].area.width == points(432));
  CHECK(pages.items_of<FillItem>(1)[0].area.width == millipoints(841890) - points(100));
}

TEST_CASE("the name of the first block's pages holds for the block around it") {
  const LaidOut pages(article(block("outer", block("wide", "甲段") + "乙段")),
                      wide + ".outer { border: 1pt solid; padding: 10pt }");
  REQUIRE(pages.document.pages.size() == 3);
  CHECK(holds(pages, 0, "题目"));
  CHECK(pages.find("甲段").page == 1);
  CHECK(pages.find("乙段").page == 2);
}

TEST_CASE("blocks of one page name follow each other without a break") {
  const LaidOut pages(article(block("wide", "甲段") + block("wide", "乙段")), wide);
  CHECK(pages.find("甲段").page == pages.find("乙段").page);
}

TEST_CASE("the first page of each run of a name has a style of its own") {
  const std::string css =
      ".part { page: part; break-before: page } @page part { @top-center { content: \"续页\" } }"
      "@page part:first { @top-center { content: \"首页\" } }";
  const LaidOut pages(article(block("part", filler(36 * 40)) + block("part", filler(36 * 40))), css);
  REQUIRE(pages.document.pages.size() == 5);
  CHECK(!holds(pages, 0, "首页"));
  CHECK(holds(pages, 1, "首页"));
  CHECK(holds(pages, 2, "续页"));
  CHECK(holds(pages, 3, "首页"));
  CHECK(holds(pages, 4, "续页"));
}

TEST_CASE("a page left blank has a style of its own and nothing else on it") {
  const LaidOut pages(article("甲段\n\n" + block("right", "乙段")),
                      ".right { break-before: recto } @page { @bottom-left { content: \"脚\" } }"
                      "@page :blank { @top-center { content: none } @bottom-center { content: none }"
                      " @bottom-left { content: none } }");
  REQUIRE(pages.document.pages.size() == 3);
  CHECK(pages.document.pages[1].items.empty());
  CHECK(holds(pages, 2, "脚"));
}

TEST_CASE("breaks to a side leave a page blank only where they must") {
  const auto page_of = [](const std::string& kind) {
    return LaidOut(article("甲段\n\n" + block("b", "乙段")), ".b { break-before: " + kind + " }")
        .find("乙段")
        .page;
  };
  CHECK(page_of("page") == 1);
  CHECK(page_of("left") == 1);
  CHECK(page_of("verso") == 1);
  CHECK(page_of("right") == 2);
  CHECK(page_of("recto") == 2);
}

TEST_CASE("break-after asks for the side of what follows, and nothing at the end") {
  const std::string css = ".b { break-after: recto }";
  CHECK(LaidOut(article(block("b", "甲段") + "乙段"), css).find("乙段").page == 2);
  CHECK(LaidOut(article(block("b", "甲段")), css).document.pages.size() == 1);
}

TEST_CASE("where a break after a block meets one before the next, the later side holds") {
  const LaidOut pages(article(block("a", "甲段") + block("b", "乙段")),
                      ".a { break-after: recto } .b { break-before: verso }");
  CHECK(pages.find("乙段").page == 1);
}

TEST_CASE("a break before the first block in a box takes the box along") {
  const LaidOut pages(article("甲段\n\n" + block("box", "## 乙题")),
                      ".box { border: 1pt solid; padding: 20pt } h2 { break-before: page }");
  CHECK(pages.find("乙题").page == 1);
  CHECK(pages.items_of<StrokeItem>(0).empty());
}

TEST_CASE("of pages from right to left the first is a left one, and recto is left") {
  const std::string css =
      "html { direction: rtl } @page :left { @bottom-left { content: \"左\" } }"
      "@page :right { @bottom-left { content: \"右\" } } .b { break-before: recto }";
  const LaidOut pages(article("甲段\n\n" + block("b", "乙段")), css);
  REQUIRE(pages.document.pages.size() == 3);
  CHECK(holds(pages, 0, "左"));
  CHECK(holds(pages, 1, "右"));
  CHECK(holds(pages, 2, "左"));
}

TEST_CASE("pages turn to the left where the metadata says so") {
  const std::string body = "lang: zh-Hant\n---\n\n甲段\n";
  for (const std::string field : {"direction: rtl", "writing-mode: vertical-rl"}) {
    CAPTURE(field);
    CHECK(LaidOut("---\ntitle: 題目\n" + field + "\n" + body).document.progression ==
          PageProgression::leftwards);
  }
  CHECK(LaidOut("---\ntitle: 題目\n" + body).document.progression == PageProgression::rightwards);
}

TEST_CASE("the first page is a left one where the root asks for it") {
  const LaidOut pages(article("甲段\n"),
                      "html { break-before: left } @page :left { @bottom-left { content: \"左\" } }");
  REQUIRE(pages.document.pages.size() == 1);
  CHECK(holds(pages, 0, "左"));
}

TEST_CASE("front matter is numbered i, ii, iii and the text begins again at 1") {
  const std::string css =
      ".front { page: front } .text { page: text; counter-reset: page 1 }"
      "@page front { @bottom-center { content: counter(page, lower-roman) } }";
  const LaidOut pages(article(block("front", filler(36 * 80)) + block("text", filler(36 * 40))),
                      "header.article-head { page: front } " + css);
  CHECK(folios(pages) == Folios{"i", "ii", "iii", "1", "2"});
  CHECK(pages.document.pages[2].number == 3);
  CHECK(pages.document.pages[3].number == 1);
}

TEST_CASE("a page that does not show its number has it in the style of its neighbours") {
  const std::string css =
      "article { page: front } @page front { @bottom-center { content: counter(page, lower-roman) } }"
      "@page front:first { @bottom-center { content: none } }";
  const LaidOut pages(article(filler(36 * 40)), css);
  CHECK(folios(pages) == Folios{"i", "ii"});
}

TEST_CASE("@page sets and counts the page counter") {
  CHECK(folios(LaidOut(article(filler(36 * 40)), "@page :first { counter-reset: page 7 }")) ==
        Folios{"7", "8"});
  CHECK(folios(LaidOut(article(filler(36 * 40)), "@page { counter-increment: page 2 }")) == Folios{"2", "4"});
  CHECK(folios(LaidOut(article(filler(36 * 40)), "html { counter-reset: page 5 }")) == Folios{"5", "6"});
}

TEST_CASE("pages that no page can be get a word and a page that can") {
  for (const char* css :
       {"@page { size: 0pt 0pt }", "@page { size: 1pt 999999pt }", "@page { margin: -50pt }",
        "@page { margin: 900pt }", "@page { size: 40pt; margin: 20pt 100% 0 99% }"}) {
    CAPTURE(css);
    const LaidOut pages(article(filler(100)), css);
    CHECK(!pages.codes().empty());
    for (const Page& page : pages.document.pages) {
      CHECK(page.size.width >= points(36));
      CHECK(page.size.height <= points(14'400));
    }
    CHECK(pages.find("天").x >= Length{});
  }
}

TEST_CASE("facing pages share the measure of the right ones, with a word") {
  const LaidOut pages(article(filler(36 * 80)), "@page :left { margin-left: 200pt }");
  CHECK(pages.codes() == std::vector<std::string>{"page-measure"});
  CHECK(LaidOut(article(filler(36 * 80)), "@page :left { margin-left: 80pt; margin-right: 83.28pt }")
            .codes()
            .empty());
}
