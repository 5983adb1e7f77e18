#include <doctest/doctest.h>

#include "layout/laid_out.h"

using namespace pubbuild;
using pubbuild::testing::article;
using pubbuild::testing::filler;
using pubbuild::testing::LaidOut;
using pubbuild::testing::PlacedText;

TEST_CASE("a footnote stands at the foot of the page of its call") {
  std::string text;
  for (int n = 0; n < 40; ++n) text += "短段\n\n";
  const LaidOut pages(article("正文[^a]\n\n" + text + "后文[^b]\n\n[^a]: 甲注\n[^b]: 乙注\n"));
  CHECK(pages.find("甲注").page == pages.find("正文").page);
  CHECK(pages.find("乙注").page == pages.find("后文").page);
  CHECK(pages.find("甲注").page != pages.find("乙注").page);
  CHECK(pages.find("甲注").size == points(9));
  // The notes end at the foot of the type area: 70 pt and 35 lines of 20 pt down.
  CHECK(pages.find("甲注").y > points(755));
  CHECK(pages.find("甲注").y < points(770));
}

TEST_CASE("numbers of notes begin anew on each page") {
  std::string text;
  for (int n = 0; n < 40; ++n) text += "短段\n\n";
  const LaidOut pages(article("一[^a]二[^b]\n\n" + text + "三[^c]\n\n[^a]: 甲\n[^b]: 乙\n[^c]: 丙\n"));
  std::vector<std::string> calls;
  for (const PlacedText& item : pages.texts()) {
    if (item.size == millipoints(8400)) calls.push_back(item.text);
  }
  CHECK(calls == std::vector<std::string>{"①", "②", "①"});
}

TEST_CASE("a call is raised and smaller, its note has the number full size") {
  const LaidOut pages(article("正文[^a]\n\n[^a]: 注文\n"));
  const PlacedText body = pages.find("正文");
  const PlacedText call = pages.find("①");
  CHECK(call.y < body.y);
  CHECK(call.size < body.size);
  const PlacedText note = pages.find("注文");
  for (const PlacedText& item : pages.texts()) {
    if (item.text != "①" || item.y < note.y) continue;
    CHECK(item.size == points(9));
    CHECK(item.x < note.x);
  }
}

TEST_CASE("a note longer than a page goes on on the next page") {
  const LaidOut pages(article("正文[^a]\n\n[^a]: " + filler(4000) + "注末\n"));
  CHECK(pages.document.pages.size() >= 2);
  CHECK(pages.find("正文").page == 0);
  CHECK(pages.find("注末").page >= 1);
}

TEST_CASE("notes and text never overlap") {
  std::string text;
  for (int n = 0; n < 60; ++n)
    text +=
        filler(50) + "[^n" + std::to_string(n) + "]\n\n[^n" + std::to_string(n) + "]: " + filler(45) + "\n\n";
  const LaidOut pages(article(text));
  for (size_t page = 0; page < pages.document.pages.size(); ++page) {
    Length lowest_text;
    Length highest_note = points(10000);
    for (const PlacedText& item : pages.texts()) {
      if (item.page != page || item.y > points(775) || item.y < points(68)) continue;
      if (item.size == points(12)) lowest_text = max(lowest_text, item.y);
      if (item.size == points(9)) highest_note = min(highest_note, item.y);
    }
    CAPTURE(page);
    CHECK(lowest_text < highest_note - points(9));
  }
}
