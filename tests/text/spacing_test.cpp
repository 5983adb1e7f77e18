#include <doctest/doctest.h>

#include "text/typeset.h"

using namespace pubbuild;
using pubbuild::testing::Paragraph;
using Advances = std::vector<int32_t>;

TEST_CASE("two marks side by side take an em and a half, the bracket close to what it holds") {
  CHECK(Paragraph("国。”国").advances() == Advances{1000, 500, 1000, 1000});
  CHECK(Paragraph("国”。国").advances() == Advances{1000, 500, 1000, 1000});
  CHECK(Paragraph("国）（国").advances() == Advances{1000, 1000, 500, 1000});
  CHECK(Paragraph("国，《国").advances() == Advances{1000, 1000, 500, 1000});
}

TEST_CASE("of a run of brackets the outermost keeps its outer half") {
  CHECK(Paragraph("国（（（国").advances() == Advances{1000, 1000, 500, 500, 1000});
  CHECK(Paragraph("国）））国").advances() == Advances{1000, 500, 500, 1000, 1000});
}

TEST_CASE("the last mark of a paragraph is squeezed like any other") {
  CHECK(Paragraph("人”。").advances() == Advances{1000, 500, 1000});
}

TEST_CASE("Han and Latin stand a quarter of an em apart, typed blank or not") {
  const Advances without = Paragraph("文A字").advances();
  const Advances with = Paragraph("文 A 字").advances();
  CHECK(without[0] == 1250);
  CHECK(with[0] == 1000);
  CHECK(with[1] == 250);
}

TEST_CASE("no space stands between Latin and full-width marks") {
  CHECK(Paragraph("文，A").advances()[1] == 1000);
}

TEST_CASE("the dash of two ems is one cluster two ems wide") {
  const Paragraph dash("他——说");
  REQUIRE(dash.prepared().clusters.size() == 3);
  CHECK(dash.advances()[1] == 2000);
}

TEST_CASE("the interpunct takes half an em in mainland China and an em in Taiwan") {
  CHECK(Paragraph("尔·马").advances()[1] == 500);
  CHECK(Paragraph("爾·馬", "zh-Hant-TW").advances()[1] == 1000);
}

TEST_CASE("quotation marks are full width in Chinese and proportional between Latin words") {
  CHECK(Paragraph("他“说").advances()[1] == 1000);
  const Paragraph latin("the “best” one");
  for (const int32_t advance : latin.advances()) CHECK(advance < 950);
  const Paragraph mixed("the “best”，他");
  CHECK(mixed.advances()[4] == 1000);
}

TEST_CASE("centred marks of Taiwan give white on both sides only where there is ink-free room") {
  const Paragraph taiwan("國，國", "zh-Hant-TW");
  CHECK(taiwan.prepared().clusters[1].trim_right < 500 * 10);
}

TEST_CASE("characters outside the BMP have a glyph and a width of one em") {
  const Paragraph rare("𠮷");
  REQUIRE(rare.prepared().clusters.size() == 1);
  CHECK(rare.prepared().clusters[0].glyph_count == 1);
  CHECK(rare.advances()[0] == 1000);
}

TEST_CASE("a character no face has is noted once a place and takes room for a box") {
  const Paragraph missing("文\U000F1234字");
  REQUIRE(missing.prepared().missing.size() == 1);
  CHECK(missing.prepared().missing[0] == 0xF1234);
  CHECK(missing.advances()[1] > 0);
}
