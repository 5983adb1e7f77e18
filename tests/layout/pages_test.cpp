#include <doctest/doctest.h>

#include "layout/laid_out.h"

using namespace pubbuild;
using pubbuild::testing::article;
using pubbuild::testing::filler;
using pubbuild::testing::LaidOut;
using pubbuild::testing::PlacedText;

namespace {

constexpr Length margin_top = points(70);
constexpr Length grid = points(20);
constexpr Length left = millipoints(81640);
constexpr Length measure = points(432);

// The distance of a body baseline from the first one of a page, on the grid or not.
Length off_grid(Length y, Length first) {
  return {((y - first).milli % grid.milli + grid.milli) % grid.milli};
}

std::vector<PlacedText> body_of(const LaidOut& pages, size_t page) {
  std::vector<PlacedText> found;
  for (const PlacedText& text : pages.texts()) {
    if (text.page == page && text.size == points(12)) found.push_back(text);
  }
  return found;
}

}  // namespace

TEST_CASE("paragraphs begin two characters in, later lines at the margin") {
  const LaidOut pages(article("甲" + filler(50) + "\n"));
  const PlacedText first = pages.find("甲");
  CHECK(first.x - left >= points(24) - millipoints(10));
  CHECK(first.x - left <= points(24) + millipoints(10));
  const std::vector<PlacedText> body = body_of(pages, 0);
  REQUIRE(body.size() >= 2);
  CHECK(body.back().x - left <= millipoints(10));
}

TEST_CASE("lines of a paragraph are as wide as the type area") {
  const LaidOut pages(article(filler(36 * 5) + "，" + filler(100)));
  const std::vector<PlacedText> body = body_of(pages, 0);
  for (size_t n = 0; n + 1 < body.size(); ++n) {
    const Length right = body[n].x + body[n].width;
    CHECK(right.milli - (left + measure).milli <= 20);
    CHECK((left + measure).milli - right.milli <= 20);
  }
}

TEST_CASE("body lines stand on the grid, whatever headings, quotations and tables come between") {
  const LaidOut pages(
      article("甲段\n\n## 一、标题\n\n乙段\n\n> 引文\n\n丙段\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 "
              "|\n\n丁段\n\n```\ncode\n```\n\n戊段\n"));
  const Length first = pages.find("甲段").y;
  for (const char* words : {"乙段", "丙段", "丁段", "戊段"}) {
    CAPTURE(words);
    CHECK(off_grid(pages.find(words).y, first) == Length{});
  }
}

TEST_CASE("a heading never stands last on its page") {
  for (size_t lines = 20; lines < 34; ++lines) {
    std::string text;
    for (size_t n = 0; n < lines; ++n) text += "短段\n\n";
    const LaidOut pages(article(text + "## 标题在此\n\n随后一段" + filler(100)));
    CAPTURE(lines);
    CHECK(pages.find("标题在此").page == pages.find("随后一段").page);
  }
}

TEST_CASE("neither the first nor the last line of a paragraph stands alone on a page") {
  for (size_t before = 18; before < 32; ++before) {
    std::string text;
    for (size_t n = 0; n < before; ++n) text += "短段\n\n";
    const LaidOut pages(article(text + filler(36 * 6 + 10) + "\n"));
    for (size_t page = 0; page < 2 && page < pages.document.pages.size(); ++page) {
      size_t lines = 0;
      for (const PlacedText& line : body_of(pages, page))
        lines += line.text.find("短段") == std::string::npos;
      CAPTURE(before);
      CHECK(lines != 1);
    }
  }
}

TEST_CASE("pages have a folio from the first and a running head from the second page on") {
  const LaidOut pages(article(filler(36 * 80)));
  REQUIRE(pages.document.pages.size() >= 2);
  const auto heads = [&](size_t page) {
    size_t found = 0;
    for (const PlacedText& text : pages.texts())
      found += text.page == page && text.text == "题目" && text.size == points(9);
    return found;
  };
  CHECK(heads(0) == 0);
  CHECK(heads(1) == 1);
  CHECK(pages.document.pages[1].folio == "2");
}

TEST_CASE("a forced break begins a page and a recto break a right-hand page") {
  const LaidOut pages(article("甲段\n\n## 标题\n\n乙段\n"), "h2 { break-before: recto }");
  CHECK(pages.find("甲段").page == 0);
  CHECK(pages.find("乙段").page == 2);
  CHECK(body_of(pages, 1).empty());
}

TEST_CASE("an empty publication still has a page") {
  const LaidOut pages(article("\n"));
  CHECK(pages.document.pages.size() == 1);
}

TEST_CASE("the outline has the headings in order with their levels and places") {
  const LaidOut pages(article("## 甲\n\n### 乙\n\n## 丙\n"));
  REQUIRE(pages.document.outline.size() == 4);
  CHECK(pages.document.outline[0].title == "题目");
  CHECK(pages.document.outline[2].title == "乙");
  CHECK(pages.document.outline[2].level == 3);
  const Destination place =
      pages.document.destinations[static_cast<size_t>(pages.document.outline[3].destination)];
  CHECK(place.page == 0);
  CHECK(place.at.y > margin_top);
}

TEST_CASE("pages carry the place in the text where they begin") {
  const LaidOut pages(article(filler(36 * 80)));
  for (const Page& page : pages.document.pages) CHECK(page.first.node != NodeId::none);
  CHECK(pages.document.pages[1].first.offset > 0);
}

TEST_CASE("a finished document says on which page each element with an id stands") {
  const LaidOut pages(
      article("<p id=\"first\">甲</p>\n\n" + filler(36 * 40) + "\n\n<p id=\"second\">乙</p>\n"));
  const auto page_of = [&](const std::string& id) {
    for (const NamedDestination& name : pages.document.names) {
      if (name.id == id) return pages.document.destinations[static_cast<size_t>(name.destination)].page;
    }
    return 9999U;
  };
  CHECK(page_of("first") == 0);
  CHECK(page_of("second") == 1);
  CHECK(page_of("third") == 9999);
  CHECK(pages.document.pages[1].number == 2);
}
