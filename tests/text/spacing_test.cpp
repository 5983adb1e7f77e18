// The widths of marks: CLREQ, punctuation width adjustment, and CSS Text 4, text-spacing-trim.
#include <doctest/doctest.h>

#include "base/utf8.h"
#include "text/typeset.h"

using namespace pubbuild;
using pubbuild::testing::Change;
using pubbuild::testing::Paragraph;
using Advances = std::vector<int32_t>;

namespace {

Change trim(TextSpacingTrim value) {
  return [value](ComputedStyle& style) { style.text_spacing_trim = value; };
}

Advances trimmed(const std::string& text, TextSpacingTrim value, const std::string& lang = "ja") {
  return Paragraph(text, lang, trim(value)).advances();
}

constexpr TextSpacingTrim collapsing[] = {TextSpacingTrim::normal, TextSpacingTrim::space_first,
                                          TextSpacingTrim::trim_start, TextSpacingTrim::trim_both};

}  // namespace

TEST_CASE("every mark of CLREQ's tables takes an em in running text") {
  for (const char32_t mark : U"、，。．：；！？“”‘’（）《》〈〉「」『』【】〔〕［］｛｝〖〗") {
    if (mark == 0) continue;
    CAPTURE(utf8::encode(mark));
    CHECK(Paragraph("国" + utf8::encode(mark) + "国").advances()[1] == 1000);
  }
}

TEST_CASE("half-width connectors and solidi take half an em between Han in mainland China") {
  CHECK(Paragraph("和/或").advances()[1] == 500);
  CHECK(Paragraph("北京–上海").advances()[2] == 500);
  CHECK(Paragraph("1/2").advances()[1] < 500);
}

TEST_CASE("two marks side by side take an em and a half, the bracket close to what it holds") {
  CHECK(Paragraph("国。”国").advances() == Advances{1000, 500, 1000, 1000});
  CHECK(Paragraph("国”。国").advances() == Advances{1000, 500, 1000, 1000});
  CHECK(Paragraph("国）（国").advances() == Advances{1000, 1000, 500, 1000});
  CHECK(Paragraph("国，《国").advances() == Advances{1000, 1000, 500, 1000});
  CHECK(Paragraph("国：“国").advances() == Advances{1000, 1000, 500, 1000});
  CHECK(Paragraph("国？”国").advances() == Advances{1000, 500, 1000, 1000});
  CHECK(Paragraph("国”！国").advances() == Advances{1000, 500, 1000, 1000});
}

TEST_CASE("centred marks of Taiwan take an em and a half with a bracket beside them") {
  CHECK(Paragraph("國，「國", "zh-Hant").advances() == Advances{1000, 1000, 500, 1000});
  CHECK(Paragraph("國」，國", "zh-Hant").advances() == Advances{1000, 500, 1000, 1000});
  const Paragraph pause_in_bracket("國。」國", "zh-Hant");
  CHECK(pause_in_bracket.advances() == Advances{1000, 500, 1000, 1000});
  CHECK(pause_in_bracket.prepared().clusters[1].cut_left == 2500);
}

TEST_CASE("of a run of brackets the outermost keeps its outer half") {
  CHECK(Paragraph("国（（（国").advances() == Advances{1000, 1000, 500, 500, 1000});
  CHECK(Paragraph("国）））国").advances() == Advances{1000, 500, 500, 1000, 1000});
}

TEST_CASE("brackets close up to an ideographic space and to a middle dot") {
  for (const TextSpacingTrim value : collapsing) {
    CHECK(trimmed("国）　国", value) == Advances{1000, 500, 1000, 1000});
    CHECK(trimmed("国　（国", value) == Advances{1000, 1000, 500, 1000});
    CHECK(trimmed("国）・国", value) == Advances{1000, 500, 1000, 1000});
    CHECK(trimmed("国・（国", value) == Advances{1000, 1000, 500, 1000});
  }
}

TEST_CASE("pairs that turn their backs to each other stay full") {
  for (const TextSpacingTrim value : collapsing) {
    CHECK(trimmed("国（）国", value) == Advances{1000, 1000, 1000, 1000});
    CHECK(trimmed("国（・国", value) == Advances{1000, 1000, 1000, 1000});
    CHECK(trimmed("国・）国", value) == Advances{1000, 1000, 1000, 1000});
    CHECK(trimmed("国　）国", value) == Advances{1000, 1000, 1000, 1000});
  }
}

TEST_CASE("colons are closing marks where their ink stands left and middle dots where it is centred") {
  CHECK(trimmed("国）：国", TextSpacingTrim::normal, "zh-Hans") == Advances{1000, 500, 1000, 1000});
  CHECK(trimmed("国：）国", TextSpacingTrim::normal, "zh-Hans") == Advances{1000, 500, 1000, 1000});
  CHECK(trimmed("国）：国", TextSpacingTrim::normal, "ja") == Advances{1000, 500, 1000, 1000});
  CHECK(trimmed("国：）国", TextSpacingTrim::normal, "ja") == Advances{1000, 1000, 1000, 1000});
}

TEST_CASE("a bracket closes up to a narrow one") {
  CHECK(trimmed("国）)", TextSpacingTrim::normal)[1] == 500);
  CHECK(trimmed("(（国", TextSpacingTrim::normal)[1] == 500);
}

TEST_CASE("space-all leaves every mark as it is") {
  CHECK(trimmed("国（（国）。国", TextSpacingTrim::space_all) ==
        Advances{1000, 1000, 1000, 1000, 1000, 1000, 1000});
}

TEST_CASE("trim-all gives every mark half an em") {
  CHECK(trimmed("国（国）国、国・国。「国」", TextSpacingTrim::trim_all) ==
        Advances{1000, 500, 1000, 500, 1000, 500, 1000, 500, 1000, 500, 500, 1000, 500});
}

TEST_CASE("a bracket at a line's start is full or half as the value says") {
  const std::string text = "（国国（国国";
  const auto starts = [&](TextSpacingTrim value) {
    const auto lines = Paragraph(text, "ja", trim(value)).advances_when_set(3);
    return std::pair{lines[0][0], lines[1][0]};
  };
  CHECK(starts(TextSpacingTrim::normal) == std::pair{1000, 1000});
  CHECK(starts(TextSpacingTrim::space_all) == std::pair{1000, 1000});
  CHECK(starts(TextSpacingTrim::space_first).first == 1000);
  CHECK(starts(TextSpacingTrim::space_first).second < 1000);
  for (const TextSpacingTrim value : {TextSpacingTrim::trim_start, TextSpacingTrim::trim_both,
                                      TextSpacingTrim::trim_all, TextSpacingTrim::auto_}) {
    CHECK(starts(value).first < 1000);
    CHECK(starts(value).second < 1000);
  }
}

TEST_CASE("space-first counts a line after a forced break as a first one") {
  const auto lines = Paragraph("（国\n（国", "ja", trim(TextSpacingTrim::space_first)).advances_when_set(9);
  CHECK(lines[1][0] == 1000);
}

TEST_CASE("a bracket that was squeezed beside a mark is whole again where it begins a line") {
  const auto lines = Paragraph("国国）（国", "ja", trim(TextSpacingTrim::normal)).advances_when_set(3);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1][0] == 1000);
}

TEST_CASE("a closing mark at a line's end is half where it would not fit") {
  for (const TextSpacingTrim value :
       {TextSpacingTrim::normal, TextSpacingTrim::space_first, TextSpacingTrim::trim_start}) {
    const Paragraph fits("国国国）国国", "ja", trim(value));
    CHECK(fits.advances_when_set(4)[0] == Advances{1000, 1000, 1000, 1000});
    const Paragraph tight("国国国、国）国国", "ja", trim(value));
    CHECK(tight.set(5)[0].width == points(50));
  }
  CHECK(Paragraph("国国国）", "ja", trim(TextSpacingTrim::trim_both)).advances_when_set(9)[0][3] == 500);
  CHECK(Paragraph("国国国）", "ja", trim(TextSpacingTrim::space_all)).advances_when_set(9)[0][3] == 1000);
}

TEST_CASE("every full-width mark at a line's end takes half an em in mainland China") {
  for (const std::string mark : {"、", "，", "。", "：", "；", "！", "？", "”", "）", "》", "」"}) {
    CAPTURE(mark);
    CHECK(Paragraph("国国国" + mark).advances_when_set(9)[0][3] == 500);
  }
}

TEST_CASE("two exclamation or question marks take one em together, three take two") {
  CHECK(Paragraph("国？！国").advances() == Advances{1000, 500, 500, 1000});
  CHECK(Paragraph("国！！国").advances() == Advances{1000, 500, 500, 1000});
  CHECK(Paragraph("国！！！国").advances() == Advances{1000, 500, 500, 1000, 1000});
}

TEST_CASE("exclamation marks keep their em in Taiwan and in Japan") {
  CHECK(Paragraph("國！」國", "zh-Hant").advances()[1] == 1000);
  CHECK(Paragraph("国！」国", "ja").advances()[1] == 1000);
}

TEST_CASE("the dash of two ems is one cluster two ems wide") {
  const Paragraph dash("他——说");
  REQUIRE(dash.prepared().clusters.size() == 3);
  CHECK(dash.advances()[1] == 2000);
}

TEST_CASE("an ellipsis of six dots takes two ems") {
  CHECK(Paragraph("他……说").advances() == Advances{1000, 1000, 1000, 1000});
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
  CHECK(Paragraph("他don’t说").advances()[4] < 500);
}

TEST_CASE("Chinese quotation marks come from the face of the Han beside them") {
  const Change latin_first = [](ComputedStyle& style) { style.font_families = {"Nimbus Roman", "serif"}; };
  const Paragraph quoted("他“说”A", "zh-Hans", latin_first);
  const std::vector<Cluster>& clusters = quoted.prepared().clusters;
  CHECK(clusters[1].font == clusters[0].font);
  CHECK(clusters[3].font == clusters[0].font);
  CHECK(clusters[4].font != clusters[0].font);
}

TEST_CASE("a face with narrow quotation marks has them in frames of an em in Chinese") {
  const Change kaiti = [](ComputedStyle& style) { style.font_families = {"kaiti"}; };
  const Paragraph quoted("他“说”，他", "zh-Hans", kaiti);
  CHECK(quoted.advances() == Advances{1000, 1000, 1000, 500, 1000, 1000});
  const Prepared& prepared = quoted.prepared();
  CHECK(prepared.glyphs[prepared.clusters[1].first_glyph].x_offset > 5000);
}

TEST_CASE("no mark is cut into its ink where the face has no half-width forms") {
  const Change kaiti = [](ComputedStyle& style) { style.font_families = {"kaiti"}; };
  for (const char32_t mark : U"、，。：；（）《》「」") {
    if (mark == 0) continue;
    const Paragraph single(utf8::encode(mark), "zh-Hans", kaiti);
    const Cluster& cluster = single.prepared().clusters[0];
    const Face& face = pubbuild::testing::fonts().face(cluster.font);
    hb_glyph_extents_t ink{};
    hb_font_get_glyph_extents(face.hb_font(), single.prepared().glyphs[0].id, &ink);
    CAPTURE(utf8::encode(mark));
    CHECK(cluster.trim_left <= face.at_size(ink.x_bearing, points(10)));
    CHECK(cluster.trim_right <= cluster.advance - face.at_size(ink.x_bearing + ink.width, points(10)));
  }
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
