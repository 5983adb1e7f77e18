#include <doctest/doctest.h>

#include "base/utf8.h"
#include "text/typeset.h"

using namespace pubbuild;
using pubbuild::testing::Paragraph;
using Lines = std::vector<std::string>;

namespace {

const char* const report =
    "研讨班的第一份材料，是县馆借阅部做的到馆统计。2025年9月以前，县馆和11个分馆执行与机关相同的作息：上午8:"
    "30开门，"
    "下午5:"
    "30闭馆，周一闭馆。统计员把全年的门禁记录按小时摊开，发现“工作日”到馆的高峰竟然出现在闭馆前的最后40分钟——"
    "许多人下了班赶来，还书，借书，然后被广播“请”出去。";

char32_t first_of(const std::string& line) {
  size_t at = 0;
  return utf8::decode(line, at);
}

}  // namespace

TEST_CASE("lines without marks hold as many characters as the measure has ems") {
  CHECK(Paragraph("一二三四五六七八九十一二三四五").lines(10) == Lines{"一二三四五六七八九十", "一二三四五"});
}

TEST_CASE("a mark at a line's end takes half an em, so that one more character fits") {
  CHECK(Paragraph("一二三四五六七八九。一二三四").lines(10)[0] == "一二三四五六七八九。");
}

TEST_CASE("no line begins with a closing mark or ends with an opening one") {
  for (int measure = 8; measure < 40; ++measure) {
    for (const std::string& line : Paragraph(report).lines(measure)) {
      CAPTURE(line);
      const char32_t first = first_of(line);
      CHECK(std::u32string(U"，。：；！？”）》、—").find(first) == std::u32string::npos);
    }
  }
}

TEST_CASE("every line but the last is exactly as wide as the measure") {
  for (int measure = 12; measure < 40; ++measure) {
    const std::vector<Length> widths = Paragraph(report).widths_when_set(measure);
    for (size_t n = 0; n + 1 < widths.size(); ++n) CHECK(widths[n] == points(10 * measure));
  }
}

TEST_CASE("the last line of a paragraph has at least two characters") {
  CHECK(Paragraph("一二三四五六七八九十一二三四五六七八九，十一。").lines(11).back() != "一。");
}

TEST_CASE("a word longer than the measure is broken where it must be") {
  const Lines lines = Paragraph("a" + std::string(200, 'b')).lines(10);
  CHECK(lines.size() > 4);
  for (const std::string& line : lines) CHECK(line.size() < 40);
}

TEST_CASE("balanced lines are about equally long") {
  const Lines lines = Paragraph("关于进一步加强县域公共图书馆服务的意见").lines(16, Fit::balanced);
  REQUIRE(lines.size() == 2);
  CHECK(utf8::count(lines[1]) >= 8);
}

TEST_CASE("forced line ends are kept") {
  CHECK(Paragraph("一二\n三").lines(10) == Lines{"一二\n", "三"});
}

TEST_CASE("a paragraph of a hundred thousand characters is broken in linear time") {
  std::string text;
  for (int n = 0; n < 700; ++n) text += report;
  const Paragraph long_paragraph(text);
  CHECK(long_paragraph.lines(36).size() > 2000);
}

TEST_CASE("no three lines in a row begin or end with the same word where it can be helped") {
  const std::string text =
      "这是甲乙丙丁戊己庚辛这是子丑寅卯辰巳午未这是东南西北春夏秋冬，这是最后的一行文字，写到这里就完了吧。";
  const Lines lines = Paragraph(text).lines(10);
  for (size_t n = 2; n < lines.size(); ++n) {
    const bool alike =
        first_of(lines[n]) == first_of(lines[n - 1]) && first_of(lines[n]) == first_of(lines[n - 2]);
    CHECK_FALSE(alike);
  }
}

TEST_CASE("a line is squeezed rather than stretched where both can be") {
  // The comma at the end of the first line is the eleventh character and takes half an em.
  CHECK(Paragraph("一二三，四五六七八九十一二三四五六七").lines(10)[0] == "一二三，四五六七八九");
  CHECK(Paragraph("一（二）三四五六七八。九十一二三四五").lines(10)[0] == "一（二）三四五六七八。");
}

TEST_CASE("many breaks without any width between them cost linear time") {
  std::string text;
  for (int n = 0; n < 27; ++n) text += "国";
  for (int n = 0; n < 30000; ++n) text += "\u200B";
  for (int n = 0; n < 27; ++n) text += "国";
  CHECK(Paragraph(text + text).lines(30).size() >= 3);
}

TEST_CASE("marks shared with Latin text in endless rows cost linear time") {
  std::string text = "a";
  for (int n = 0; n < 30000; ++n) text += "“";
  CHECK(Paragraph(text).lines(30).size() > 100);
}
