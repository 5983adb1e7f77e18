// The space between scripts: CLREQ, CJK–Latin spacing, and CSS Text 4, text-autospace.
#include <doctest/doctest.h>

#include "text/typeset.h"

using namespace pubbuild;
using pubbuild::testing::Change;
using pubbuild::testing::Paragraph;
using pubbuild::testing::Piece;
using Advances = std::vector<int32_t>;

namespace {

Change autospace(TextAutospace value) {
  return [value](ComputedStyle& style) { style.text_autospace = value; };
}

// The gap after each character, in thousandths of an em.
Advances gaps(const Paragraph& paragraph) {
  Advances found;
  for (const Cluster& cluster : paragraph.prepared().clusters) found.push_back(cluster.gap / 10);
  return found;
}

}  // namespace

TEST_CASE("Han and Latin or digits stand a quarter of an em apart") {
  CHECK(gaps(Paragraph("文A字1月")) == Advances{250, 250, 250, 250, 0});
  CHECK(gaps(Paragraph("の本α", "ja")) == Advances{0, 250, 0});
}

TEST_CASE("a typed blank between Han and Latin stands for the space") {
  const Paragraph typed("文 A 字");
  CHECK(typed.advances()[0] == 1000);
  CHECK(typed.advances()[1] == 250);
  CHECK(typed.advances()[3] == 250);
}

TEST_CASE("insert leaves typed blanks as they are and does not add to them") {
  const Paragraph typed("文 A字", "zh-Hans", autospace({true, true, false, false}));
  CHECK(gaps(typed) == Advances{0, 0, 250, 0});
  CHECK(typed.prepared().clusters[1].advance > 0);
}

TEST_CASE("letters and digits are set apart each as it is asked for") {
  CHECK(gaps(Paragraph("文A字1月", "zh-Hans", autospace({true, false, false, false}))) ==
        Advances{250, 250, 0, 0, 0});
  CHECK(gaps(Paragraph("文A字1月", "zh-Hans", autospace({false, true, false, false}))) ==
        Advances{0, 0, 250, 250, 0});
  CHECK(gaps(Paragraph("文A字1月", "zh-Hans", autospace(no_autospace))) == Advances{0, 0, 0, 0, 0});
}

TEST_CASE("no space stands between Latin and full-width marks") {
  CHECK(gaps(Paragraph("A，B（C）")) == Advances{0, 0, 0, 0, 0, 0});
}

TEST_CASE("Korean, which has blanks between words, gets no space") {
  CHECK(gaps(Paragraph("한A글", "ko")) == Advances{0, 0, 0});
}

TEST_CASE("full-width and half-width forms are no Western letters") {
  CHECK(gaps(Paragraph("文Ａ文ｱ文％")) == Advances{0, 0, 0, 0, 0, 0});
}

TEST_CASE("no space stands at the edges of lines") {
  const Paragraph paragraph("国国国国国ABC国国国国国");
  const std::vector<SetLine> lines = paragraph.set(5);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].width == points(50));
  CHECK(lines[1].advance.back() <= 10000);
}

TEST_CASE("the space crosses the edges of inline elements, whatever these want inside") {
  const Change code = autospace(no_autospace);
  const Change emphasis = [](ComputedStyle& style) { style.font_weight = 700; };
  CHECK(gaps(Paragraph(std::vector<Piece>{{"文"}, {"a国", code}, {"字"}})) == Advances{250, 0, 0, 0});
  CHECK(gaps(Paragraph(std::vector<Piece>{{"文"}, {"A", emphasis}, {"字"}})) == Advances{250, 250, 0});
}

TEST_CASE("no space parts a note mark from its word") {
  const std::vector<Piece> noted = {{"文"}, {"1", {}, Piece::Kind::note_mark}, {"字"}};
  CHECK(gaps(Paragraph(noted)) == Advances{0, 0, 0});
}

TEST_CASE("French marks are set apart from their words where that is asked for") {
  const Change french = autospace({true, true, true, false});
  CHECK(gaps(Paragraph("«a»:b!", "fr", french)) == Advances{250, 250, 250, 0, 200, 0});
  CHECK(gaps(Paragraph("a !", "fr", french)) == Advances{0, 0, 0});
}
