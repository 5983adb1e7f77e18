// Articles and styles that nobody means must cost what others cost.
#include <doctest/doctest.h>

#include <algorithm>

#include "layout/laid_out.h"

using namespace pubbuild;
using pubbuild::testing::article;
using pubbuild::testing::filler;
using pubbuild::testing::LaidOut;
using pubbuild::testing::PlacedText;

namespace {

std::string repeated(const std::string& text, size_t times) {
  std::string all;
  for (size_t n = 0; n < times; ++n) all += text;
  return all;
}

size_t count(const LaidOut& pages, const std::string& words) {
  const std::vector<PlacedText> texts = pages.texts();
  return static_cast<size_t>(std::count_if(texts.begin(), texts.end(), [&](const PlacedText& text) {
    return text.text.find(words) != std::string::npos;
  }));
}

}  // namespace

TEST_CASE("tables in headers of tables in headers are laid out once") {
  std::string table = "心";
  for (size_t depth = 0; depth < 20; ++depth)
    table = "<table><thead><tr><th>" + table + "</th></tr></thead><tr><td>b</td></tr></table>";
  CHECK(count(LaidOut(article(table)), "心") == 1);
}

TEST_CASE("a table in a cell goes on on the next page, and all of it is shown") {
  const std::string lines = repeated("行<br>", 200) + "末";
  const LaidOut pages(
      article("<table><tr><td><table><tr><td>" + lines + "</td></tr></table></td></tr></table>"));
  CHECK(count(pages, "行") == 200);
  CHECK(pages.find("末").page >= 3);
  for (const PlacedText& text : pages.texts()) CHECK(text.y < points(842));
}

TEST_CASE("a header that fills half a page is not shown again") {
  const std::string head = "<thead><tr><th>" + repeated("头<br>", 40) + "</th></tr></thead>";
  CHECK(count(LaidOut(article("<table>" + head + repeated("<tr><td>b</td></tr>", 100) + "</table>")), "头") ==
        40);
}

TEST_CASE("a table in a note leaves the header of the table around it alone") {
  const std::string rows = "| 甲头 | b |\n|---|---|\n| c[^t] | d |\n" + repeated("| c | d |\n", 80);
  const std::string note = "\n[^t]: 注\n\n    | 乙头 | f |\n    |---|---|\n    | g | h |\n";
  CHECK(count(LaidOut(article(rows + note)), "甲头") >= 2);
}

TEST_CASE("a running head is cut where no line could hold it") {
  const LaidOut pages("# " + filler(20000) + "\n\n" + repeated(filler(30) + "\n\n", 100));
  REQUIRE(pages.document.pages.size() > 3);
  size_t bytes = 0;
  for (const TextItem& text : pages.items_of<TextItem>(pages.document.pages.size() - 1))
    bytes += text.run.text.size();
  CHECK(bytes < 10000);
}

TEST_CASE("lengths beyond all measure stay lengths") {
  for (const std::string property :
       {"font-size", "line-height", "margin", "padding", "text-indent", "letter-spacing", "word-spacing",
        "inline-size", "vertical-align", "block-step-size"}) {
    for (const std::string value : {"0", "1e9pt", "-1e9pt", "1000em", "-1000em", "1000000%", "-1000000%"}) {
      const LaidOut pages(article("汉字 words\n\n- 项\n\n| a | b |\n|---|---|\n| 格 | d |\n"),
                          "* { " + property + ": " + value + " }");
      CHECK(!pages.document.pages.empty());
    }
  }
}

TEST_CASE("thousands of page names, each with a rule, cost what pages cost") {
  std::string text;
  std::string css;
  for (size_t n = 0; n < 600; ++n) {
    const std::string name = "n" + std::to_string(n);
    text += "<p class=\"" + name + "\">段" + std::to_string(n) + "末</p>\n\n";
    css += "." + name + " { page: " + name + "; letter-spacing: 0.00" + std::to_string(n) + "pt } @page " +
           name + " { @top-left { content: \"头" + std::to_string(n) + "\" } }";
  }
  const LaidOut pages(article(text), css);
  CHECK(pages.document.pages.size() >= 600);
  CHECK(count(pages, "头599") == 1);
  CHECK(pages.find("头599").page == pages.document.pages.size() - 1);
}

TEST_CASE("pages that turn at each paragraph have their size each") {
  const LaidOut pages(article(repeated("<p class=\"a\">甲</p>\n\n<p class=\"b\">乙</p>\n\n", 300)),
                      ".a { page: a } .b { page: b } @page a { size: A5 } @page b { size: A4 landscape }");
  REQUIRE(pages.document.pages.size() >= 600);
  const size_t last = pages.document.pages.size() - 1;
  CHECK(pages.document.pages[last].size.width > pages.document.pages[last].size.height);
  CHECK(pages.document.pages[last - 1].size.width < pages.document.pages[last - 1].size.height);
}

TEST_CASE("a hundred counters and strings changed at each paragraph are kept") {
  std::string increments;
  std::string shown;
  for (size_t n = 0; n < 30; ++n) {
    increments += " c" + std::to_string(n);
    shown += " counter(c" + std::to_string(n) + ") string(s" + std::to_string(n) + ")";
  }
  const LaidOut pages(article(repeated("段\n\n", 1000)),
                      "p { counter-increment:" + increments +
                          "; string-set: s1 content() } @page { size: 400mm 200mm;"
                          " @top-left { width: 390mm; content:" +
                          shown + " } }");
  CHECK(pages.document.pages.size() > 10);
  CHECK(count(pages, "段") >= 1000);
}

TEST_CASE("a margin box with a megabyte of text shows what it has room for") {
  const LaidOut pages(article("甲\n"),
                      "@page { @top-left { content: \"" + repeated("长", 300'000) + "\" } }");
  REQUIRE(pages.document.pages.size() == 1);
  size_t bytes = 0;
  for (const TextItem& text : pages.items_of<TextItem>(0)) bytes += text.run.text.size();
  CHECK(bytes < 10'000);
}

TEST_CASE("pages are no larger or smaller than a PDF can have them") {
  CHECK(LaidOut(article("a"), "@page { size: 10000cm 1pt }").document.pages[0].size ==
        Size{points(14400), points(36)});
}

TEST_CASE("characters that no font has are copied together") {
  const LaidOut pages(article(repeated("\xEE\x80\x80", 20)));
  CHECK(pages.items_of<FrameItem>(0).size() == 20);
  const std::vector<TextItem> texts = pages.items_of<TextItem>(0);
  CHECK(std::count_if(texts.begin(), texts.end(), [](const TextItem& text) { return text.invisible; }) == 1);
}
