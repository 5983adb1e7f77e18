// Which characters stand upright in vertical lines, and where in their frames.
#include <doctest/doctest.h>

#include <algorithm>

#include "typeset.h"

using namespace pubbuild;
using namespace pubbuild::testing;

namespace {

ComputedStyle column_style(const std::string& lang, const std::string& family = "serif") {
  ComputedStyle style;
  style.font_families = {family};
  style.font_size = points(10);
  style.lang = lang;
  style.writing_mode = WritingMode::vertical_rl;
  return style;
}

Prepared prepare_in(const ComputedStyle& style, const std::string& text) {
  FlatText flat;
  flat.style = &style;
  flat.runs.push_back({0, static_cast<uint32_t>(text.size()), &style, 0, false});
  flat.text = text;
  Shaper shaper(fonts());
  return prepare(flat, shaper);
}

std::string postures(const ComputedStyle& style, const std::string& text) {
  std::string found;
  for (const Cluster& cluster : prepare_in(style, text).clusters)
    found += ".|Uc"[static_cast<size_t>(cluster.posture)];
  return found;
}

}  // namespace

TEST_CASE("Han and marks stand upright, words lie on their side, brackets have forms of their own") {
  const ComputedStyle style = column_style("zh-Hant");
  CHECK(postures(style, "永，。！？：；") == "UUUUUUU");
  CHECK(postures(style, "「（《～》）」") == "UUUUUUU");
  CHECK(postures(style, "——") == "U");
  CHECK(postures(style, "……") == "UU");
  CHECK(postures(style, "aé1") == "|||");
  CHECK(postures(style, "①㎡") == "UU");
}

TEST_CASE("text-orientation turns all or none") {
  ComputedStyle style = column_style("zh-Hant");
  style.text_orientation = TextOrientation::upright;
  CHECK(postures(style, "永ab（") == "UUUU");
  style.text_orientation = TextOrientation::sideways;
  CHECK(postures(style, "永ab（") == "||||");
}

TEST_CASE("each upright character takes its frame") {
  ComputedStyle style = column_style("zh-Hant");
  for (const Cluster& cluster : prepare_in(style, "永（，——").clusters) CHECK(cluster.advance % 10'000 == 0);
  style.text_orientation = TextOrientation::upright;
  for (const Cluster& cluster : prepare_in(style, "ab").clusters) CHECK(cluster.advance == 10'000);
}

TEST_CASE("marks beside each other are squeezed along the column") {
  const Prepared prepared = prepare_in(column_style("zh-Hans"), "国。）国");
  CHECK(prepared.clusters[1].advance == 5'000);
  CHECK(prepared.clusters[2].advance == 10'000);
}

TEST_CASE("numbers are combined where they stand in Han text, not as part of a word") {
  ComputedStyle style = column_style("zh-Hant");
  style.text_combine_upright = {TextCombine::Kind::digits, 3};
  CHECK(postures(style, "第12章") == "UcU");
  CHECK(postures(style, "第123章") == "UcU");
  CHECK(postures(style, "第1234章") == "U||||U");
  CHECK(postures(style, "約3.14") == "U||||");
  CHECK(postures(style, "A4紙") == "||U");
  const Cluster number = prepare_in(style, "第12章").clusters[1];
  CHECK(number.advance == 10'000);
  CHECK(number.glyph_count == 2);
  CHECK(number.gap == 0);
}

TEST_CASE("no space parts upright letters from Han") {
  ComputedStyle style = column_style("zh-Hant");
  CHECK(prepare_in(style, "永a永").clusters[0].gap == 2'500);
  style.text_orientation = TextOrientation::upright;
  CHECK(prepare_in(style, "永a永").clusters[0].gap == 0);
}

TEST_CASE("a dash that the face cannot join is drawn along the column") {
  const Prepared prepared = prepare_in(column_style("zh-Hans", "LXGW WenKai"), "——");
  REQUIRE(prepared.clusters.size() == 1);
  CHECK(prepared.clusters[0].glyph_count == 2);
  CHECK(prepared.clusters[0].advance == 20'000);
}
