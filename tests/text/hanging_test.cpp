// Marks in the margin: CSS Text 4, hanging-punctuation, and CLREQ, hanging punctuation.
#include <doctest/doctest.h>

#include "text/typeset.h"

using namespace pubbuild;
using pubbuild::testing::Change;
using pubbuild::testing::Paragraph;
using Lines = std::vector<std::string>;

namespace {

Change hanging(HangingPunctuation value) {
  return [value](ComputedStyle& style) { style.hanging_punctuation = value; };
}

const Change allow_end = hanging({.allow_end = true});
const Change force_end = hanging({.force_end = true});

}  // namespace

TEST_CASE("nothing hangs where nobody asks for it") {
  CHECK(Paragraph("一二三四，五六七八").lines(4)[0] != "一二三四，");
}

TEST_CASE("a comma or a stop hangs where it would not fit") {
  const Paragraph paragraph("一二三四，五六七。", "zh-Hans", allow_end);
  CHECK(paragraph.lines(4) == Lines{"一二三四，", "五六七。"});
  CHECK(paragraph.set(4)[0].width == points(40));
  CHECK(paragraph.set(4)[1].width == points(35));
}

TEST_CASE("a forced mark hangs also where it would fit") {
  CHECK(Paragraph("一二三，", "zh-Hans", force_end).set(9)[0].advance.back() == 0);
  CHECK(Paragraph("一二三，", "zh-Hans", allow_end).set(9)[0].advance.back() > 0);
}

TEST_CASE("colons, semicolons and brackets do not hang") {
  for (const std::string mark : {"：", "；", "！", "）"})
    CHECK(Paragraph("一二三四" + mark + "五六七八", "zh-Hans", allow_end).lines(4)[0] != "一二三四" + mark);
}

TEST_CASE("in Chinese a mark that follows another mark does not hang") {
  CHECK(Paragraph("一二三）。四五六七八", "zh-Hans", force_end).set(5)[0].advance.back() > 0);
}

TEST_CASE("the first bracket hangs before the first line and the last one after the last") {
  const Paragraph paragraph("「一二三四五」", "ja", hanging({.first = true, .last = true}));
  const std::vector<SetLine> lines = paragraph.set(9);
  CHECK(lines[0].width == points(50));
  CHECK(lines[0].place[0] == -10000);
}

TEST_CASE("Latin commas and quotation marks hang too") {
  const Paragraph paragraph("\"aa bb, cc\"", "en", hanging({.first = true, .last = true}));
  CHECK(paragraph.set(9)[0].advance.front() == 0);
  CHECK(paragraph.set(9)[0].advance.back() == 0);
}
